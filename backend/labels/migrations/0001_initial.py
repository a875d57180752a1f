from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

from backend.core.fields import InstantField


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    initial = True

    operations = [
        ops.CreateModel(
            name="Label",
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
                ("color", fields.CharField(max_length=10)),
                ("version", fields.IntField(default=1)),
                ("contact_count", fields.BigIntField(default=0)),
                ("created_at", InstantField()),
            ],
            options={
                "table": "label",
                "app": "labels",
                "unique_together": (("account", "folded_name"),),
                "pk_attr": "id",
                "table_description": "A word to sort contacts by, unique in its account whatever its accents and case.",
            },
            bases=["Model"],
        ),
    ]
