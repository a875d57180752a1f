"""The last day of documents of people who were erased before there was one, as the log tells it.

The contacts that went in the transaction in which an erasure was done are those of its request, and
the log of documents still says of which contact they were. A recurring invoice of nobody that bills
the buyer of such a document was begun from it: it is paused.
"""

from typing import Any

import orjson
from tortoise import migrations
from tortoise.migrations import operations as ops

from backend.core.clock import now_micros

REQUESTS = "SELECT id, account_id FROM privacy_request WHERE kind = 'erasure' AND state = 'done'"
DONE = """
SELECT last.sequence, last.request_id FROM change AS last WHERE last.account_id = {0}
AND last.subject_type = 'PrivacyRequest' AND last.subject_id = {1}
AND last.kind = 'privacy_request.changed' AND last.payload LIKE '%"state":"done"%'
ORDER BY last.sequence LIMIT 1
"""
PEOPLE = """
SELECT subject_id FROM change WHERE account_id = {0} AND request_id = {1} AND sequence < {2}
AND subject_type = 'Contact' AND kind = 'contact.purged'
"""
DOCUMENTS = """
SELECT id, issue_date FROM billing_document WHERE account_id = {0} AND contact_id IS NULL
AND kept_for IS NULL AND stage <> 'draft' AND issue_date IS NOT NULL AND id IN (
  SELECT subject_id FROM change WHERE account_id = {1} AND about_type = 'Contact'
  AND about_id = {2} AND subject_type = 'BillingDocument')
"""
KEEP = "UPDATE billing_document SET kept_for = {0}, kept_until = {1} WHERE id = {2}"
KEPT = "SELECT account_id, content FROM billing_document WHERE kept_for IS NOT NULL"
LOOSE = """
SELECT id, account_id, content FROM recurring_invoice
WHERE contact_id IS NULL AND deleted_at IS NULL AND paused_at IS NULL
"""
PAUSE = "UPDATE recurring_invoice SET paused_at = {0}, version = version + 1 WHERE id = {1}"
YEARS = 10
"""As every law that is known here wants it, from the end of the year."""


async def keep_known(_: object, schema_editor: Any) -> None:
    client = schema_editor.client
    is_postgres = client.capabilities.dialect == "postgres"
    marks = [f"${place}" if is_postgres else "?" for place in range(1, 4)]

    async def run(statement: str, *params: object) -> list[Any]:
        _, rows = await client.execute_query(statement.format(*marks), list(params))
        return list(rows)

    for request in await run(REQUESTS):
        account_id = request["account_id"]
        for done in await run(DONE, account_id, request["id"]):
            people = await run(PEOPLE, account_id, done["request_id"], done["sequence"])
            for person in people:
                key = person["subject_id"]
                for document in await run(DOCUMENTS, account_id, account_id, key):
                    until = f"{int(document['issue_date'][:4]) + YEARS}-12-31"
                    await run(KEEP, request["id"], until, document["id"])
    await _pause(run)


async def _pause(run: Any) -> None:
    loose = await run(LOOSE)
    if not loose:
        return
    kept = {(row["account_id"], _buyer(row["content"])) for row in await run(KEPT)}
    for row in loose:
        if (row["account_id"], _buyer(row["content"])) in kept:
            await run(PAUSE, now_micros(), row["id"])


def _buyer(content: str) -> bytes:
    return orjson.dumps(orjson.loads(content).get("buyer"), option=orjson.OPT_SORT_KEYS)


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0011_kept_documents"),
        ("privacy", "0002_copies"),
    ]

    operations = [ops.RunPython(keep_known)]
