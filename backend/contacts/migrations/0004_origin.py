"""The number that a contact had in the book whose export brought it here."""

from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

INDEX = (
    "CREATE INDEX contact_by_origin ON contact (account_id, origin_id) WHERE origin_id IS NOT NULL"
)


async def create_index(_: object, schema_editor: Any) -> None:
    """Make the index that Tortoise cannot say: few contacts came from elsewhere."""
    await schema_editor.client.execute_query(INDEX)


class Migration(migrations.Migration):
    dependencies = [("contacts", "0003_custom_values")]

    operations = [
        ops.AddField(
            model_name="Contact",
            name="origin_id",
            field=fields.BigIntField(null=True),
        ),
        ops.RunPython(create_index),
    ]
