from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from backend.contacts.columns import SortKeyField


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0002_search_and_sort"),
        ("custom_fields", "0001_initial"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="ContactValue",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("account_id", fields.BigIntField()),
                (
                    "contact",
                    fields.ForeignKeyField(
                        "contacts.Contact",
                        source_field="contact_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "field",
                    fields.ForeignKeyField(
                        "custom_fields.CustomField",
                        source_field="field_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("key", SortKeyField()),
                ("value", fields.TextField()),
            ],
            options={
                "table": "contact_value",
                "app": "contacts",
                "unique_together": (("contact", "field"),),
                "indexes": [Index(fields=["field_id", "key", "contact_id"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
