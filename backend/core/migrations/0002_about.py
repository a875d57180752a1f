"""Whose story a change belongs to beside its subject's."""

from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

INDEX = (
    "CREATE INDEX change_about ON change (account_id, about_type, about_id, sequence, kind) "
    "WHERE about_id IS NOT NULL"
)


async def create_index(_: object, schema_editor: Any) -> None:
    """Make the index that Tortoise cannot say: most changes are about their subject alone."""
    await schema_editor.client.execute_query(INDEX)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [
        ops.AddField(
            model_name="ChangeRow",
            name="about_type",
            field=fields.CharField(max_length=40, null=True),
        ),
        ops.AddField(
            model_name="ChangeRow",
            name="about_id",
            field=fields.BigIntField(null=True),
        ),
        ops.RunPython(create_index),
    ]
