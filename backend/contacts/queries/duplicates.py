"""Contacts that may be the same person as one that is being typed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from backend.contacts.emails import normalize_email
from backend.contacts.limits import MAX_VALUES, NAME_LENGTH
from backend.contacts.names import are_close, name_words
from backend.contacts.phones import parse_phone
from backend.contacts.queries.lookups import (
    account_country,
    contacts_by_email,
    contacts_by_id,
    contacts_by_phone,
)
from backend.contacts.rows import NOTHING, ContactRow, Wanted
from backend.contacts.sorting import KEY_LENGTH
from backend.core.database import read
from backend.core.folding import fold
from backend.core.permissions import Actor, Permission

SHOWN = 10
_COMPARED = 300


class DuplicateReason(StrEnum):
    """Why two contacts may be one."""

    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """A contact that is there already, and the strongest reason to think it the same."""

    contact: ContactRow
    reason: DuplicateReason


async def possible_duplicates(
    actor: Actor,
    *,
    emails: Sequence[str] = (),
    phones: Sequence[str] = (),
    given_name: str | None = None,
    family_name: str | None = None,
    exclude_id: int | None = None,
    wanted: Wanted = NOTHING,
) -> list[PossibleDuplicate]:
    """Return up to ten contacts with the same e-mail, the same phone or a close name.

    What is not complete yet, such as half an e-mail, says nothing.
    """
    actor.require(Permission.READ)
    reasons: dict[int, DuplicateReason] = {}
    normalized = {normalize_email(email.strip()) for email in emails[:MAX_VALUES]} - {None}
    for ids in (await contacts_by_email(actor, sorted(filter(None, normalized)))).values():
        reasons.update(dict.fromkeys(ids, DuplicateReason.EMAIL))
    for key in await _with_phones(actor, phones):
        reasons.setdefault(key, DuplicateReason.PHONE)
    for key in await _with_close_names(actor, given_name, family_name):
        reasons.setdefault(key, DuplicateReason.NAME)
    reasons.pop(exclude_id or 0, None)
    found = await contacts_by_id(actor, list(reasons)[:SHOWN], wanted)
    return [
        PossibleDuplicate(found[key], reason) for key, reason in reasons.items() if key in found
    ]


async def _with_phones(actor: Actor, phones: Sequence[str]) -> list[int]:
    if not phones:
        return []
    country = await account_country(actor.account_id)
    parsed = (parse_phone(phone[:NAME_LENGTH], country) for phone in phones[:MAX_VALUES])
    valid = sorted({phone.digits for phone in parsed if phone is not None and phone.e164})
    return [key for ids in (await contacts_by_phone(actor, valid)).values() for key in ids]


async def _with_close_names(
    actor: Actor, given_name: str | None, family_name: str | None
) -> list[int]:
    given, family = fold((given_name or "")[:NAME_LENGTH]), fold((family_name or "")[:NAME_LENGTH])
    if not given or not family:
        return []
    rows = [
        *await _beginning(actor, "family_key", f"{family}\x01{given[:1]}"),
        *await _beginning(actor, "given_key", f"{given}\x01{family[:1]}"),
        # The two names in each other's field.
        *await _beginning(actor, "given_key", f"{family}\x01{given}"),
    ]
    asked = name_words(given, family)
    names = {key: name_words(name) for key, name in rows}
    return [key for key, words in names.items() if are_close(asked, words)]


async def _beginning(actor: Actor, column: str, prefix: str) -> list[tuple[int, str]]:
    """Return contacts whose key begins so; an index holds them side by side."""
    start = prefix[:KEY_LENGTH]
    rows = await read.fetch(
        "SELECT id, display_name FROM contact WHERE account_id = ? AND deleted_at IS NULL "
        f"AND {column} >= ? AND {column} < ? ORDER BY {column}, id LIMIT ?",
        (actor.account_id, start, start + "\U0010ffff", _COMPARED),
    )
    return [(row[0], row[1]) for row in rows]
