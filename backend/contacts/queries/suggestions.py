"""Texts that contacts have by now, for whoever types the next one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from backend.contacts.sorting import EMPTY_KEY
from backend.contacts.text_keys import after_all, text_key
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.core.text import has_control_characters

_SEPARATOR = "\x01"
_BEHIND_FIRST = "\x02"
"""Above all that begins with a text and the separator of sort keys, below any longer text."""


class SuggestedField(StrEnum):
    """A field whose texts many contacts share."""

    COMPANY = "company"
    POSITION = "position"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class _Source:
    key: str
    text: str
    rows: str


_LIVE = "contact WHERE contact.account_id = ? AND contact.deleted_at IS NULL"
_SOURCES = {
    SuggestedField.COMPANY: _Source("contact.company_key", "contact.company", _LIVE),
    SuggestedField.POSITION: _Source("contact.position_key", "contact.position", _LIVE),
    SuggestedField.CITY: _Source(
        "place.city_key",
        "place.city",
        "contact_address AS place JOIN contact ON contact.id = place.contact_id "
        "WHERE place.account_id = ? AND contact.deleted_at IS NULL",
    ),
}


async def suggestions(actor: Actor, field: SuggestedField, typed: str, *, limit: int) -> list[str]:
    """Return texts of a field that begin as typed, accents and case aside, in their order.

    Of several spellings of one text, one. Each is a step in the index of the keys, however many
    contacts have it.
    """
    actor.require(Permission.READ)
    prefix, source = text_key(typed), _SOURCES[field]
    if not prefix or has_control_characters(typed):
        return []
    above = after_all(prefix) or EMPTY_KEY
    found: list[str] = []
    low = prefix
    while len(found) < limit:
        row = await read.fetch_one(
            f"SELECT {source.key}, {source.text} FROM {source.rows} "
            f"AND {source.key} >= ? AND {source.key} < ? ORDER BY {source.key} LIMIT 1",
            (actor.account_id, low, above),
        )
        if row is None:
            break
        found.append(row[1])
        low = row[0].partition(_SEPARATOR)[0] + _BEHIND_FIRST
    return found
