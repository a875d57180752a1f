"""The histories of the subscriptions of contacts' addresses."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.rows import ConsentRow
from backend.contacts.sql import values_in
from backend.core.database import read

MOST = 100
"""Steps of one address that are read."""
_STEP = (
    "step.status, step.at, step.recorded_at, step.source, step.actor_name, step.proof, "
    "step.campaign_id, step.client, step.program"
)


async def consents_of(contact_ids: Collection[int]) -> dict[int, list[ConsentRow]]:
    """Return the histories of the addresses that some contacts have, newest first, by the keys of
    the addresses; the contacts were read within an account.
    """
    asked = values_in("email.contact_id", contact_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT * FROM (SELECT email.id, {_STEP}, ROW_NUMBER() OVER "
        "(PARTITION BY email.id ORDER BY step.id DESC) AS place FROM contact_email AS email "
        "JOIN contact_consent AS step ON step.contact_id = email.contact_id "
        f"AND step.normalized = email.normalized WHERE {asked.text}) AS told "
        "WHERE place <= ? ORDER BY id, place",
        (*asked.params, MOST),
    )
    found: dict[int, list[ConsentRow]] = {}
    for key, *values, _ in rows:
        found.setdefault(key, []).append(ConsentRow(*values))
    return found


async def all_consents(contact_id: int) -> list[tuple[str, ConsentRow]]:
    """Return the whole history of a contact, oldest first, each step with its address: also of
    addresses that it has no more.
    """
    rows = await read.fetch(
        f"SELECT step.normalized, {_STEP} FROM contact_consent AS step "
        "WHERE step.contact_id = ? ORDER BY step.id",
        (contact_id,),
    )
    return [(normalized, ConsentRow(*values)) for normalized, *values in rows]
