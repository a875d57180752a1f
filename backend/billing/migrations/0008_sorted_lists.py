"""Lists in any order: each has an index that holds all that filters look at, so that no document is
read for a row that is not shown.

The expressions are those of ``queries/document_sorting.py``, word by word.
"""

from typing import Any

import orjson
from tortoise import migrations
from tortoise.migrations import operations as ops

from backend.contacts.columns import SortKeyField
from backend.contacts.sorting import sort_key

BATCH = 2_000
KEYS = {
    "number": "COALESCE(issued_at, 9223372036854775807)",
    "issue_date": "COALESCE(issue_date, '9999-12-31')",
    "due_date": "COALESCE(due_date, '9999-12-31')",
    "client": "buyer_key",
    "total": "(CASE WHEN kind = 'credit_note' THEN 0 - total_minor ELSE total_minor END)",
    "balance": "(CASE WHEN kind = 'invoice' AND stage = 'issued' "
    "THEN total_minor - paid_minor - credited_minor ELSE 0 END)",
}
LOOKED_AT = (
    "kind, stage, issue_date, due_date, issued_at, total_minor, paid_minor, credited_minor, "
    "deleted_at"
)


async def fill_and_index(_: object, schema_editor: Any) -> None:
    """Give each document the key of its buyer, then index every order."""
    client = schema_editor.client
    await _fill(client)
    for name, key in KEYS.items():
        await client.execute_query(
            f"CREATE INDEX billing_document_by_{name} ON billing_document "
            f"(account_id, {key}, id, {LOOKED_AT}) WHERE deleted_at IS NULL"
        )


async def _fill(client: Any) -> None:
    last, marks = 0, ("$1", "$2") if client.capabilities.dialect == "postgres" else ("?", "?")
    while True:
        _, rows = await client.execute_query(
            f"SELECT id, content FROM billing_document WHERE id > {marks[0]} "  # noqa: S608
            f"ORDER BY id LIMIT {marks[1]}",
            [last, BATCH],
        )
        if not rows:
            return
        changes = [
            [sort_key(orjson.loads(row["content"])["buyer"]["name"]), row["id"]] for row in rows
        ]
        await client.execute_many(
            f"UPDATE billing_document SET buyer_key = {marks[0]} WHERE id = {marks[1]}",  # noqa: S608
            changes,
        )
        last = rows[-1]["id"]


class Migration(migrations.Migration):
    dependencies = [("billing", "0007_reminders"), ("billing", "0007_online_payments")]

    operations = [
        ops.AddField(
            model_name="BillingDocument",
            name="buyer_key",
            field=SortKeyField(db_default="", unique=False),
        ),
        ops.RunPython(fill_and_index),
    ]
