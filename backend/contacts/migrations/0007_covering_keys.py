"""Whose an e-mail or a phone is, in the index of its key: a search within them reads nothing else."""

from tortoise import migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("contacts", "0006_filter_keys")]

    operations = [
        ops.RemoveIndex(model_name="ContactEmail", fields=["account_id", "normalized"]),
        ops.AddIndex(
            model_name="ContactEmail",
            index=Index(fields=["account_id", "normalized", "contact_id"]),
        ),
        ops.RemoveIndex(model_name="ContactPhone", fields=["account_id", "digits"]),
        ops.AddIndex(
            model_name="ContactPhone",
            index=Index(fields=["account_id", "digits", "contact_id"]),
        ),
    ]
