from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from backend.contacts.columns import RowKeyField, SortKeyField
from backend.core.fields import InstantField


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("labels", "0001_initial")]

    initial = True

    operations = [
        ops.CreateModel(
            name="ContactDeletion",
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
                ("created_at", InstantField()),
            ],
            options={
                "table": "contact_deletion",
                "app": "contacts",
                "indexes": [Index(fields=["account_id"])],
                "pk_attr": "id",
                "table_description": "One act of deleting, so that its undo restores exactly what it deleted.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Contact",
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
                ("version", fields.IntField(default=1)),
                ("display_name", fields.CharField(max_length=401)),
                ("given_name", fields.CharField(null=True, max_length=200)),
                ("family_name", fields.CharField(null=True, max_length=200)),
                ("company", fields.CharField(null=True, max_length=200)),
                ("position", fields.CharField(null=True, max_length=200)),
                ("photo_key", fields.CharField(null=True, max_length=64)),
                ("given_key", SortKeyField(unique=False)),
                ("family_key", SortKeyField(unique=False)),
                ("company_key", SortKeyField(unique=False)),
                ("last_activity_at", InstantField()),
                ("created_at", InstantField()),
                ("created_by", fields.CharField(max_length=200)),
                ("updated_at", InstantField()),
                ("updated_by", fields.CharField(max_length=200)),
                ("deleted_at", InstantField(null=True)),
                (
                    "deletion",
                    fields.ForeignKeyField(
                        "contacts.ContactDeletion",
                        source_field="deletion_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
            ],
            options={
                "table": "contact",
                "app": "contacts",
                "indexes": [Index(fields=["account_id", "id"])],
                "pk_attr": "id",
                "table_description": "A client. The three keys are what its names sort by (see ``sorting``).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ContactAddress",
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
                ("position", fields.SmallIntField()),
                ("kind", fields.CharField(max_length=10)),
                ("street", fields.CharField(null=True, max_length=300)),
                ("extended", fields.CharField(null=True, max_length=300)),
                ("city", fields.CharField(null=True, max_length=300)),
                ("region", fields.CharField(null=True, max_length=300)),
                ("postal_code", fields.CharField(null=True, max_length=30)),
                ("country_code", fields.CharField(null=True, max_length=2)),
            ],
            options={
                "table": "contact_address",
                "app": "contacts",
                "indexes": [Index(fields=["contact_id", "position"])],
                "pk_attr": "id",
                "table_description": "A postal address, as entered. Its country's layout is applied when it is read.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ContactEmail",
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
                ("position", fields.SmallIntField()),
                ("address", fields.CharField(max_length=254)),
                ("normalized", fields.CharField(max_length=254)),
                ("kind", fields.CharField(max_length=10)),
                ("status", fields.CharField(max_length=16)),
                ("status_changed_at", InstantField(null=True)),
            ],
            options={
                "table": "contact_email",
                "app": "contacts",
                "indexes": [
                    Index(fields=["contact_id", "position"]),
                    Index(fields=["account_id", "normalized"]),
                    Index(fields=["account_id", "status", "contact_id"]),
                ],
                "pk_attr": "id",
                "table_description": "An address as typed, and normalized for comparison.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ContactLabel",
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
                    "label",
                    fields.ForeignKeyField(
                        "labels.Label",
                        source_field="label_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={
                "table": "contact_label",
                "app": "contacts",
                "unique_together": (("contact", "label"),),
                "indexes": [Index(fields=["label_id", "contact_id"])],
                "pk_attr": "id",
                "table_description": "A label that a contact carries.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ContactPhone",
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
                ("position", fields.SmallIntField()),
                ("number", fields.CharField(max_length=60)),
                ("e164", fields.CharField(null=True, max_length=16)),
                ("digits", fields.CharField(max_length=60)),
                ("kind", fields.CharField(max_length=10)),
            ],
            options={
                "table": "contact_phone",
                "app": "contacts",
                "indexes": [
                    Index(fields=["contact_id", "position"]),
                    Index(fields=["account_id", "digits"]),
                ],
                "pk_attr": "id",
                "table_description": "A number as typed. ``digits`` is what it is compared by: E.164 when valid, else as typed.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ContactSearch",
            fields=[
                ("id", RowKeyField(primary_key=True, unique=True, db_index=True)),
                ("scope", fields.BigIntField()),
                ("text", fields.TextField(unique=False)),
            ],
            options={
                "table": "contact_search",
                "app": "contacts",
                "pk_attr": "id",
                "table_description": "The folded text that a contact is found by, under an index of three-letter pieces.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ContactTotal",
            fields=[
                ("account_id", RowKeyField(primary_key=True, unique=True, db_index=True)),
                ("live", fields.BigIntField()),
            ],
            options={
                "table": "contact_total",
                "app": "contacts",
                "pk_attr": "account_id",
                "table_description": "How many contacts of an account are not deleted, kept by every write.",
            },
            bases=["Model"],
        ),
    ]
