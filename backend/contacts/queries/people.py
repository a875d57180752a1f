"""Contacts that may be one given person, the trash too: nobody must be overlooked."""

from __future__ import annotations

from enum import StrEnum

from backend.contacts.emails import normalize_email
from backend.contacts.names import are_close, name_words
from backend.contacts.phones import parse_phone
from backend.contacts.queries.lookups import account_country
from backend.contacts.redirects import redirects
from backend.contacts.sorting import KEY_LENGTH
from backend.core.database import read
from backend.core.permissions import Actor, Permission

_COMPARED = 300
"""Contacts whose names are looked at, for each way of reading the name."""
_IN_TRASH = 5_000


class PersonReason(StrEnum):
    """Why a contact may be the person; the strongest first."""

    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


async def contacts_of_person(
    actor: Actor, *, email: str | None, phone: str | None, name: str | None
) -> dict[int, list[PersonReason]]:
    """Return the contacts that have an e-mail, a phone or nearly a name, and what they share.

    Those in the trash too; one that was merged is the contact that has it all. What is best
    founded comes first.
    """
    actor.require(Permission.READ)
    found: dict[int, list[PersonReason]] = {}

    def add(keys: list[int], reason: PersonReason) -> None:
        for key in keys:
            reasons = found.setdefault(key, [])
            if reason not in reasons:
                reasons.append(reason)

    normalized = normalize_email(email) if email else None
    if normalized:
        add(await _having(actor, "contact_email", "normalized", normalized), PersonReason.EMAIL)
    parsed = parse_phone(phone, await account_country(actor.account_id)) if phone else None
    if parsed:
        add(await _having(actor, "contact_phone", "digits", parsed.digits), PersonReason.PHONE)
    words = name_words(name)
    if words:
        add(await _called(actor, words), PersonReason.NAME)
    merged = await redirects(actor, found)
    present: dict[int, list[PersonReason]] = {}
    for key, reasons in found.items():
        kept = present.setdefault(merged.get(key, key), [])
        kept += [reason for reason in reasons if reason not in kept]
    ranks = list(PersonReason)
    return dict(sorted(present.items(), key=lambda each: (min(map(ranks.index, each[1])), each[0])))


async def _having(actor: Actor, table: str, column: str, value: str) -> list[int]:
    rows = await read.fetch(
        f"SELECT DISTINCT contact_id FROM {table} WHERE account_id = ? AND {column} = ? "
        "ORDER BY contact_id",
        (actor.account_id, value),
    )
    return [row[0] for row in rows]


async def _called(actor: Actor, words: tuple[str, ...]) -> list[int]:
    """Return contacts whose names are close: each word may begin the given or the family name."""
    names: dict[int, str] = {}
    for column in ("given_key", "family_key", "company_key"):
        for word in dict.fromkeys((words[0], words[-1])):
            start = word[: KEY_LENGTH - 1]
            rows = await read.fetch(
                "SELECT id, display_name FROM contact WHERE account_id = ? AND deleted_at IS NULL "
                f"AND {column} >= ? AND {column} < ? ORDER BY {column}, id LIMIT ?",
                (actor.account_id, start, start + "\U0010ffff", _COMPARED),
            )
            names.update((row[0], row[1]) for row in rows)
    rows = await read.fetch(
        "SELECT id, display_name FROM contact WHERE account_id = ? AND deleted_at IS NOT NULL "
        "ORDER BY deleted_at DESC LIMIT ?",
        (actor.account_id, _IN_TRASH),
    )
    names.update((row[0], row[1]) for row in rows)
    return sorted(key for key, name in names.items() if _is_close(words, name_words(name)))


def _is_close(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    # One word is a whole name only where somebody looks for a company or a nickname.
    return are_close(words, name) or (len(words) == 1 and words[0] in name)
