"""Contacts that may be the person being entered: same e-mail, same phone, or a close name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from backend.contacts.emails import normalize_email
from backend.contacts.phones import parse_phone
from backend.contacts.queries.lookups import (
    account_country,
    contacts_by_email,
    contacts_by_id,
    contacts_by_phone,
)
from backend.contacts.rows import NOTHING, ContactRow, Wanted
from backend.contacts.sorting import sort_key
from backend.core.database import read
from backend.core.folding import fold
from backend.core.permissions import Actor, Permission

MAX_ANSWERED = 10
MAX_ASKED = 50
"""E-mails or phones of one person that are looked up."""

CLOSE = 0.8
"""Names whose letters agree this much, of 1, are close: Elodie and Élodi, not Marc and Marie."""

_CANDIDATES = 200
_END_OF_PREFIX = "\x02"
"""Above the separator of a sort key, below every letter."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is known of a person. ``exclude_id`` is the contact being edited."""

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    given_name: str | None = None
    family_name: str | None = None
    exclude_id: int | None = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A contact, and what it has in common: ``email``, ``phone`` or ``name``."""

    contact: ContactRow
    reason: str


async def possible_duplicates(
    actor: Actor, likeness: Likeness, wanted: Wanted = NOTHING
) -> list[Duplicate]:
    """Return up to ten contacts outside the trash that may be this person, the surest first."""
    actor.require(Permission.READ)
    reasons: dict[int, str] = {}
    for contact_id, reason in [
        *((key, "email") for key in await _with_emails(actor, likeness)),
        *((key, "phone") for key in await _with_phones(actor, likeness)),
        *((key, "name") for key in await _with_close_names(actor, likeness)),
    ]:
        if contact_id != likeness.exclude_id:
            reasons.setdefault(contact_id, reason)
    chosen = list(reasons)[:MAX_ANSWERED]
    rows = await contacts_by_id(actor, chosen, wanted)
    return [Duplicate(rows[key], reasons[key]) for key in chosen if key in rows]


async def _with_emails(actor: Actor, likeness: Likeness) -> list[int]:
    typed = (normalize_email(email.strip()) for email in likeness.emails[:MAX_ASKED])
    found = await contacts_by_email(actor, [email for email in typed if email])
    return [key for keys in found.values() for key in keys]


async def _with_phones(actor: Actor, likeness: Likeness) -> list[int]:
    if not likeness.phones:
        return []
    country = await account_country(actor.account_id)
    typed = (parse_phone(phone, country) for phone in likeness.phones[:MAX_ASKED])
    # Only whole numbers: the few digits typed so far are everybody's.
    found = await contacts_by_phone(
        actor, [phone.digits for phone in typed if phone and phone.e164]
    )
    return [key for keys in found.values() for key in keys]


async def _with_close_names(actor: Actor, likeness: Likeness) -> list[int]:
    given, family = fold(likeness.given_name or ""), fold(likeness.family_name or "")
    if not given or not family:
        return []
    scored: dict[int, float] = {}
    for column, lead in (("family_key", family), ("given_key", given), ("family_key", given)):
        key = sort_key(lead)
        rows = await read.fetch(
            "SELECT id, given_name, family_name FROM contact WHERE account_id = ? "
            f"AND deleted_at IS NULL AND {column} >= ? AND {column} < ? "
            f"ORDER BY {column}, id LIMIT ?",
            (actor.account_id, key, key + _END_OF_PREFIX, _CANDIDATES),
        )
        for contact_id, other_given, other_family in rows:
            likely = max(_likeness(given, family, other_given, other_family))
            if likely >= CLOSE:
                scored[contact_id] = max(likely, scored.get(contact_id, 0))
    return sorted(scored, key=lambda key: (-scored[key], key))


def _likeness(
    given: str, family: str, other_given: str | None, other_family: str | None
) -> Iterator[float]:
    theirs = fold(other_given or ""), fold(other_family or "")
    for mine in ((given, family), (family, given)):  # the two fields are often swapped
        yield min(
            SequenceMatcher(None, ours, other, autojunk=False).ratio()
            for ours, other in zip(mine, theirs, strict=True)
        )
