"""Contacts by what identifies them: ids, e-mails, phones."""

from __future__ import annotations

from collections.abc import Awaitable, Collection

from backend.contacts.queries.relations import Lists, fill, give, lists_of, rows_of
from backend.contacts.redirects import redirects
from backend.contacts.rows import CONTACT, NOTHING, ContactRow, Wanted
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission


async def get_contact(actor: Actor, contact_id: int, wanted: Wanted = NOTHING) -> ContactRow | None:
    """Return a contact of the account, also one in the trash; None when there is none.

    One that was merged is the contact that has it all.
    """
    found = await present_contacts(actor, (contact_id,), wanted)
    return found.get(contact_id)


async def present_contacts(
    actor: Actor, ids: Collection[int], wanted: Wanted = NOTHING
) -> dict[int, ContactRow]:
    """Return what some ids stand for now, by those ids: merged contacts are one contact."""
    found = await contacts_by_id(actor, ids, wanted)
    away = [key for key in ids if key not in found or found[key].deleted_micros is not None]
    merged = await redirects(actor, away)
    if merged:
        others = await contacts_by_id(actor, set(merged.values()), wanted)
        found.update((old, others[new]) for old, new in merged.items() if new in others)
    return found


async def contacts_by_id(
    actor: Actor, ids: Collection[int], wanted: Wanted = NOTHING
) -> dict[int, ContactRow]:
    """Return those of some contacts that the account has, also those in the trash."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    if len(ids) == 1:
        return await _one_by_id(actor, next(iter(ids)), wanted)
    asked = values_in("contact.id", ids, read.dialect)
    columns, make = CONTACT.of(wanted.seen.contact, "pk", "deleted_micros")
    rows = await rows_of(
        columns,
        f"FROM contact WHERE contact.account_id = ? AND {asked.text}",
        (actor.account_id, *asked.params),
        among=len(ids),
    )
    contacts = [make(*row) for row in rows]
    await fill(contacts, actor.account_id, wanted)
    return {contact.pk: contact for contact in contacts}


async def _one_by_id(actor: Actor, contact_id: int, wanted: Wanted) -> dict[int, ContactRow]:
    """Read a contact and its lists on one trip; without the contact the lists are nobody's."""
    columns, make = CONTACT.of(wanted.seen.contact, "pk", "deleted_micros")
    rows, lists = await read.together(
        read.fetch(
            f"SELECT {columns} FROM contact WHERE account_id = ? AND id = ?",
            (actor.account_id, contact_id),
        ),
        _attempt(lists_of(actor.account_id, (contact_id,), wanted)),
    )
    contacts = [make(*row) for row in rows]
    if contacts and isinstance(lists, Exception):
        raise lists
    if contacts:
        give(contacts, lists)
    return {contact.pk: contact for contact in contacts}


async def _attempt(reading: Awaitable[Lists]) -> Lists | Exception:
    try:
        return await reading
    except Exception as error:
        return error


async def contacts_by_email(actor: Actor, normalized: Collection[str]) -> dict[str, list[int]]:
    """Return the ids of the contacts that have some normalized addresses, the trash aside.

    Oldest first: an import adds to the contact that was there first.
    """
    return await _holders(actor, "contact_email", "normalized", normalized)


async def contacts_by_phone(actor: Actor, digits: Collection[str]) -> dict[str, list[int]]:
    """Return the ids of the contacts that have some phone digits, the trash aside."""
    return await _holders(actor, "contact_phone", "digits", digits)


async def contacts_by_given_key(actor: Actor, keys: Collection[str]) -> dict[str, list[int]]:
    """Return the ids of the contacts that sort at some keys by given name, the trash aside."""
    actor.require(Permission.READ)
    if not keys:
        return {}
    asked = values_in("given_key", keys, read.dialect)
    rows = await read.fetch(
        "SELECT given_key, id FROM contact WHERE account_id = ? AND deleted_at IS NULL "
        f"AND {asked.text} ORDER BY id",
        (actor.account_id, *asked.params),
    )
    found: dict[str, list[int]] = {}
    for key, contact_id in rows:
        found.setdefault(key, []).append(contact_id)
    return found


async def contacts_by_origin(actor: Actor, origins: Collection[int]) -> dict[int, list[int]]:
    """Return the ids of the contacts that came with some numbers of their own, the trash aside."""
    actor.require(Permission.READ)
    if not origins:
        return {}
    asked = values_in("origin_id", origins, read.dialect)
    rows = await read.fetch(
        "SELECT origin_id, id FROM contact WHERE account_id = ? AND deleted_at IS NULL "
        f"AND origin_id IS NOT NULL AND {asked.text} ORDER BY id",
        (actor.account_id, *asked.params),
    )
    found: dict[int, list[int]] = {}
    for origin, contact_id in rows:
        found.setdefault(origin, []).append(contact_id)
    return found


async def _holders(
    actor: Actor, table: str, column: str, values: Collection[str]
) -> dict[str, list[int]]:
    actor.require(Permission.READ)
    if not values:
        return {}
    asked = values_in(f"held.{column}", values, read.dialect)
    rows = await read.fetch(
        f"SELECT DISTINCT held.{column}, held.contact_id FROM {table} AS held "
        "JOIN contact ON contact.id = held.contact_id AND contact.deleted_at IS NULL "
        f"WHERE held.account_id = ? AND {asked.text} ORDER BY held.contact_id",
        (actor.account_id, *asked.params),
    )
    found: dict[str, list[int]] = {}
    for value, contact_id in rows:
        found.setdefault(value, []).append(contact_id)
    return found


async def account_country(account_id: int) -> str:
    """Return the country from which an account's phone numbers are read."""
    return str(
        await read.fetch_value("SELECT country FROM account WHERE id = ?", (account_id,)) or ""
    )
