from typing import Any

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from backend.core.fields import InstantField

# A name in the trash may be taken again: Tortoise cannot say that of a constraint.
ONE_NAME = (
    "CREATE UNIQUE INDEX custom_field_by_name ON custom_field (account_id, folded_name) "
    "WHERE deleted_at IS NULL"
)


async def create_index(_: object, schema_editor: Any) -> None:
    await schema_editor.client.execute_query(ONE_NAME)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_access")]

    initial = True

    operations = [
        ops.CreateModel(
            name="CustomField",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("name", fields.CharField(max_length=60)),
                ("folded_name", fields.CharField(max_length=240)),
                ("kind", fields.CharField(max_length=10)),
                ("position", fields.IntField()),
                ("version", fields.IntField(default=1)),
                ("contact_count", fields.BigIntField(default=0)),
                ("created_at", InstantField()),
                ("deleted_at", InstantField(null=True)),
            ],
            options={
                "table": "custom_field",
                "app": "custom_fields",
                "indexes": [Index(fields=["account_id", "position"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.RunPython(create_index),
    ]
