"""On which shelf of the search a contact is, and how many were put there."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("contacts", "0009_consents")]

    operations = [
        ops.AddField(
            model_name="Contact",
            name="shelf",
            field=fields.SmallIntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="ContactTotal",
            name="arranged",
            field=fields.BigIntField(default=0, db_default=0),
        ),
    ]
