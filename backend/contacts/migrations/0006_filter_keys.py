"""What filters look at: folded positions, cities and postal codes, what a contact has at all, and
whether letters reach it; with the indexes that Tortoise cannot say.
"""

from collections.abc import Callable
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.contacts.columns import SortKeyField
from backend.contacts.text_keys import postal_key, text_key
from backend.core.fields import InstantField

BATCH = 5_000

INDEXES = (
    "CREATE INDEX contact_by_position ON contact (account_id, position_key, id) "
    "WHERE deleted_at IS NULL",
    "CREATE INDEX contact_by_holdings ON contact (account_id, holdings, id) "
    "WHERE deleted_at IS NULL",
    "CREATE INDEX contact_inactive ON contact (account_id, id) WHERE inactive_since IS NOT NULL",
    "CREATE INDEX contact_email_bounced ON contact_email (account_id, contact_id) "
    "WHERE bounced_at IS NOT NULL",
    "CREATE INDEX contact_address_by_city ON contact_address (account_id, city_key, contact_id) "
    "WHERE city_key IS NOT NULL",
    "CREATE INDEX contact_address_by_postal_code "
    "ON contact_address (account_id, postal_key, contact_id) WHERE postal_key IS NOT NULL",
    "CREATE INDEX contact_address_by_country "
    "ON contact_address (account_id, country_code, contact_id) WHERE country_code IS NOT NULL",
)

# Beginnings are ranges of an index only where texts compare code point by code point.
POSTGRES_KEYS = (
    'ALTER TABLE contact_email ALTER COLUMN normalized TYPE VARCHAR(254) COLLATE "C"',
    'ALTER TABLE contact_phone ALTER COLUMN digits TYPE VARCHAR(60) COLLATE "C"',
)

HOLDINGS = """
UPDATE contact SET holdings =
  CASE WHEN EXISTS (SELECT 1 FROM contact_email AS e WHERE e.contact_id = contact.id)
    THEN 1 ELSE 0 END
  + CASE WHEN EXISTS (SELECT 1 FROM contact_phone AS p WHERE p.contact_id = contact.id)
    THEN 2 ELSE 0 END
  + COALESCE((SELECT 4 + MAX(CASE WHEN a.city_key IS NULL THEN 0 ELSE 8 END)
      + MAX(CASE WHEN a.postal_key IS NULL THEN 0 ELSE 16 END)
      + MAX(CASE WHEN a.country_code IS NULL THEN 0 ELSE 32 END)
    FROM contact_address AS a WHERE a.contact_id = contact.id), 0)
  + CASE WHEN photo_key IS NULL THEN 0 ELSE 64 END
"""


async def fill_keys(_: object, schema_editor: Any) -> None:
    """Derive the keys of what is there already, then index them."""
    client = schema_editor.client
    await _fill(client, "contact", "position", "position_key", text_key)
    await _fill(client, "contact_address", "city", "city_key", text_key)
    await _fill(client, "contact_address", "postal_code", "postal_key", postal_key)
    await client.execute_query(HOLDINGS)
    is_postgres = client.capabilities.dialect == "postgres"
    for statement in (*INDEXES, *(POSTGRES_KEYS if is_postgres else ())):
        await client.execute_query(statement)


async def _fill(
    client: Any, table: str, column: str, key: str, key_of: Callable[[str], str]
) -> None:
    last, marks = 0, ("$1", "$2") if client.capabilities.dialect == "postgres" else ("?", "?")
    while True:
        _, rows = await client.execute_query(
            f"SELECT id, {column} FROM {table} WHERE id > {last} AND {column} IS NOT NULL "  # noqa: S608
            f"ORDER BY id LIMIT {BATCH}"
        )
        if not rows:
            return
        await client.execute_many(
            f"UPDATE {table} SET {key} = {marks[0]} WHERE id = {marks[1]}",  # noqa: S608
            [[key_of(row[column]) or None, row["id"]] for row in rows],
        )
        last = rows[-1]["id"]


class Migration(migrations.Migration):
    dependencies = [("contacts", "0005_acts")]

    operations = [
        ops.AddField(
            model_name="Contact",
            name="position_key",
            field=SortKeyField(null=True),
        ),
        ops.AddField(
            model_name="Contact",
            name="holdings",
            field=fields.SmallIntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Contact",
            name="inactive_since",
            field=InstantField(null=True),
        ),
        ops.AddField(
            model_name="ContactEmail",
            name="bounced_at",
            field=InstantField(null=True),
        ),
        ops.AddField(
            model_name="ContactAddress",
            name="city_key",
            field=SortKeyField(null=True),
        ),
        ops.AddField(
            model_name="ContactAddress",
            name="postal_key",
            field=SortKeyField(null=True),
        ),
        ops.RunPython(fill_keys),
    ]
