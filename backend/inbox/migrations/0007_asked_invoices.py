"""The invoice that a message asks to be paid."""

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [('inbox', '0006_copies')]

    initial = False

    operations = [
        ops.AddField(
            model_name='PaymentRequest',
            name='invoice_id',
            field=fields.BigIntField(null=True),
        ),
        ops.AddIndex(
            model_name='PaymentRequest',
            index=Index(fields=['invoice_id']),
        ),
    ]
