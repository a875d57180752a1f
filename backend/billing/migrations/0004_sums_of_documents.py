"""What lists are filtered by and sums are made of stands in indexes: no document is read for them.

SQLite 3.40 looks up what a partial index has only in its condition, so that is in it too; and it
turns a comparison around that begins with a sum, and then knows the condition no more.
"""

from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

OPEN = "deleted_at IS NULL AND kind = 'invoice' AND stage = 'issued'"
SETTLED = "paid_minor + credited_minor"
STATEMENTS = (
    "UPDATE payment SET currency = COALESCE((SELECT currency FROM billing_document "
    "WHERE billing_document.id = payment.document_id), '')",
    "CREATE INDEX payment_of_day ON payment (account_id, paid_on, id, currency, amount_minor, "
    "deleted_at) WHERE deleted_at IS NULL",
    "CREATE INDEX billing_document_by_stage ON billing_document (account_id, kind, stage, id, "
    "due_date, currency, total_minor, issue_date, deleted_at) WHERE deleted_at IS NULL",
    "CREATE INDEX billing_document_bill ON billing_document (account_id, id, kind, deleted_at) "
    "WHERE deleted_at IS NULL AND kind <> 'quote'",
    "CREATE INDEX billing_document_open ON billing_document (account_id, id, due_date, currency, "
    f"total_minor, paid_minor, credited_minor, kind, stage, deleted_at) WHERE {OPEN} "
    f"AND total_minor > ({SETTLED})",
    "CREATE INDEX billing_document_paid ON billing_document (account_id, id, total_minor, "
    f"paid_minor, credited_minor, kind, stage, deleted_at) WHERE {OPEN} "
    f"AND total_minor <= ({SETTLED})",
    "CREATE INDEX billing_document_issued ON billing_document (account_id, issue_date, id, kind, "
    "stage, currency, total_minor, issued_at, deleted_at) "
    "WHERE deleted_at IS NULL AND issued_at IS NOT NULL",
)
SQLITE_TEXT = (
    "CREATE INDEX billing_document_text ON billing_document (account_id, id, search_text, kind, "
    "stage, deleted_at) WHERE deleted_at IS NULL"
)
POSTGRES_TEXT = (
    "CREATE INDEX billing_document_text ON billing_document USING gin (search_text gin_trgm_ops) "
    "WHERE deleted_at IS NULL"
)


async def add_indexes(_: object, schema_editor: Any) -> None:
    """Tortoise cannot say partial indexes."""
    client = schema_editor.client
    is_sqlite = client.capabilities.dialect == "sqlite"
    for statement in (*STATEMENTS, SQLITE_TEXT if is_sqlite else POSTGRES_TEXT):
        await client.execute_query(statement)


class Migration(migrations.Migration):
    dependencies = [("billing", "0003_document_lists")]

    operations = [
        ops.AddField(
            model_name="Payment",
            name="currency",
            field=fields.CharField(db_default="", max_length=3),
        ),
        ops.RemoveIndex(model_name="Payment", fields=["account_id", "paid_on"]),
        ops.RunPython(add_indexes),
    ]
