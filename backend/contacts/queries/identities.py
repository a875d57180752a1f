"""What tells people apart, of many contacts at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission


@dataclass(frozen=True, slots=True)
class PlaceIdentity:
    """Where somebody is, as entered."""

    street: str | None
    extended: str | None
    city: str | None
    postal_code: str | None


@dataclass(frozen=True, slots=True)
class Identity:
    """A contact's names, and what reaches it: normalized addresses and E.164 numbers."""

    id: int
    given_name: str | None
    family_name: str | None
    company: str | None
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    places: list[PlaceIdentity] = field(default_factory=list)


async def names_of(actor: Actor, ids: Collection[int]) -> dict[int, Identity]:
    """Return the names alone of those of some contacts that the account has, the trash aside."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("id", ids, read.dialect)
    rows = await read.fetch(
        "SELECT id, given_name, family_name, company FROM contact "
        f"WHERE account_id = ? AND deleted_at IS NULL AND {asked.text}",
        (actor.account_id, *asked.params),
    )
    return {row[0]: Identity(*row) for row in rows}


async def identities(actor: Actor, ids: Collection[int]) -> dict[int, Identity]:
    """Return the identities of those of some contacts that the account has, the trash aside."""
    found = await names_of(actor, ids)
    if not found:
        return {}
    held = values_in("contact_id", found, read.dialect)
    for key, address in await read.fetch(
        f"SELECT contact_id, normalized FROM contact_email WHERE {held.text}", held.params
    ):
        found[key].emails.append(address)
    for key, number in await read.fetch(
        f"SELECT contact_id, e164 FROM contact_phone WHERE e164 IS NOT NULL AND {held.text}",
        held.params,
    ):
        found[key].phones.append(number)
    for key, *place in await read.fetch(
        "SELECT contact_id, street, extended, city, postal_code FROM contact_address "
        f"WHERE {held.text}",
        held.params,
    ):
        found[key].places.append(PlaceIdentity(*place))
    return found


async def ids_after(actor: Actor, last: int, *, limit: int) -> list[int]:
    """Return the next ids of the account's contacts, also those in the trash, in their order."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        "SELECT id FROM contact WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?",
        (actor.account_id, last, limit),
    )
    return [row[0] for row in rows]
