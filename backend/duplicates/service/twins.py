"""Contacts that others took in: the same person, still there until the merge is final."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.service.finding import contacts_by_id
from backend.core.permissions import Actor
from backend.duplicates.queries.merges import merges_into


async def taken_in_by(actor: Actor, contact_ids: Collection[int]) -> list[int]:
    """Return the contacts that some took in and whose rows are still there, those first that were
    taken in by one of them.
    """
    found: dict[int, None] = {}
    waiting = list(contact_ids)
    while waiting:
        for merge in await merges_into(actor, waiting.pop()):
            if merge.other_key not in found:
                found[merge.other_key] = None
                waiting.append(merge.other_key)
    there = await contacts_by_id(actor, found)
    return [key for key in reversed(found) if key in there]
