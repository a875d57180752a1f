"""Who gets a copy of a letter."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [('inbox', '0005_set_aside')]

    initial = False

    operations = [
        ops.AddField(
            model_name='Message',
            name='copy_to',
            field=fields.CharField(null=True, max_length=254),
        ),
    ]
