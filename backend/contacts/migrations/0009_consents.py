"""The history of subscription statuses, begun with what is known: the status that each address has,
and for those that an act or an import subscribed, where they agreed.
"""

from typing import Any

import orjson
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from backend.core.fields import InstantField

KNOWN = """
INSERT INTO contact_consent (account_id, contact_id, normalized, status, at, recorded_at, source,
  actor_name, proof, client, program)
SELECT account_id, contact_id, normalized, status, status_changed_at,
  COALESCE(status_changed_at, 0), 'unknown', '', '', '', ''
FROM contact_email WHERE status <> 'never_subscribed' OR status_changed_at IS NOT NULL
ORDER BY id
"""
STARTED = "kind IN ('job.started', 'import.started') AND payload LIKE '%consent_source%'"
TOLD = """
UPDATE contact_consent SET source = {0}, actor_name = {1}, proof = {2}
WHERE account_id = {3} AND status = 'subscribed' AND source = 'unknown' AND contact_id IN (
  SELECT subject_id FROM change WHERE account_id = {4} AND request_id = {5}
  AND subject_type = 'Contact' AND kind IN ('contact.created', 'contact.updated'))
"""


async def keep_known(_: object, schema_editor: Any) -> None:
    client = schema_editor.client
    is_postgres = client.capabilities.dialect == "postgres"
    marks = [f"${place}" if is_postgres else "?" for place in range(1, 7)]
    await client.execute_query(KNOWN)
    _, rows = await client.execute_query(
        "SELECT account_id, request_id, actor_name, kind, payload FROM change "  # noqa: S608
        f"WHERE {STARTED} ORDER BY account_id, sequence"
    )
    for row in rows:
        told = orjson.loads(row["payload"])
        if proof := told.get("consent_source"):
            by_file = row["kind"] == "import.started" or told.get("work") == "import"
            await client.execute_query(
                TOLD.format(*marks),
                [
                    "import" if by_file else "bulk",
                    row["actor_name"],
                    proof,
                    row["account_id"],
                    row["account_id"],
                    row["request_id"],
                ],
            )


class Migration(migrations.Migration):
    dependencies = [("contacts", "0008_moves")]

    operations = [
        ops.CreateModel(
            name="ContactConsent",
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
                ("normalized", fields.CharField(max_length=254)),
                ("status", fields.CharField(max_length=16)),
                ("at", InstantField(null=True)),
                ("recorded_at", InstantField()),
                ("source", fields.CharField(max_length=10)),
                ("actor_name", fields.CharField(max_length=200)),
                ("proof", fields.CharField(default="", max_length=500)),
                ("campaign_id", fields.BigIntField(null=True)),
                ("client", fields.CharField(default="", max_length=45)),
                ("program", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "contact_consent",
                "app": "contacts",
                "indexes": [Index(fields=["contact_id"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.RunPython(keep_known),
    ]
