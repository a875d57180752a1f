"""People who asked to be erased, known again when a file names them: by hashes alone.

The hashes are keyed with the server's secret: whoever reads the database cannot try addresses on
them.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Mapping, Sequence

from backend.contacts.service.finding import contacts_by_email, contacts_by_phone
from backend.contacts.sql import values_in
from backend.core.clock import now_micros, to_micros
from backend.core.permissions import Actor
from backend.core.secrets import derived_key
from backend.core.unit_of_work import UnitOfWork
from backend.imports.people import Identity
from backend.imports.queries import has_marks, known_marks


async def remember_erased(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    """Let no file make contacts anew that are about to be erased; they may be written by hand.

    What another contact has too, such as the address of a company, is that one's. Files that we
    exported ourselves give their number too.
    """
    owned = values_in("contact_id", contact_ids, unit.dialect)
    chosen = values_in("id", contact_ids, unit.dialect)
    account_id = unit.actor.account_id
    rows = await unit.fetch(
        "SELECT normalized FROM contact_email AS mine WHERE "  # noqa: S608
        f"{owned.text} AND NOT EXISTS (SELECT 1 FROM contact_email AS theirs WHERE "
        "theirs.account_id = mine.account_id AND theirs.normalized = mine.normalized "
        f"AND NOT theirs.{owned.text}) "
        f"UNION SELECT digits FROM contact_phone AS mine WHERE {owned.text} "
        "AND NOT EXISTS (SELECT 1 FROM contact_phone AS theirs WHERE "
        "theirs.account_id = mine.account_id AND theirs.digits = mine.digits "
        f"AND NOT theirs.{owned.text})",
        owned.params * 4,
    )
    exported = await unit.fetch(
        "SELECT id, created_at FROM contact WHERE account_id = ? "  # noqa: S608
        f"AND {chosen.text} UNION SELECT origin_id, created_at FROM contact "
        f"WHERE account_id = ? AND {chosen.text} AND origin_id IS NOT NULL",
        (account_id, *chosen.params) * 2,
    )
    values = [value for (value,) in rows] + [_number(key, micros) for key, micros in exported]
    at = now_micros()
    await unit.execute_many(
        "INSERT INTO erased_mark (account_id, mark, created_at) VALUES (?, ?, ?) "
        "ON CONFLICT (account_id, mark) DO NOTHING",
        [(account_id, _mark(account_id, value), at) for value in values],
    )


async def erased_people(
    actor: Actor, people: Sequence[Identity], known: Mapping[int, int]
) -> set[int]:
    """Return the places of those who asked to be erased, by an e-mail, a phone, or their number in
    an export of ours. ``known`` are the contacts that some of them are, by place.

    A row of somebody else that has an address of theirs is one of them: it would give it to that
    contact. Who has it there already is somebody who came back.
    """
    if not await has_marks(actor.account_id):
        return set()
    marks: dict[str, set[tuple[int, str]]] = {}
    for place, person in enumerate(people):
        for value in _values(person):
            marks.setdefault(_mark(actor.account_id, value), set()).add((place, value))
    found = await known_marks(actor.account_id, list(marks))
    named = {each for mark in found for each in marks[mark]}
    values = {value for place, value in named if place in known}
    holders = [
        *(await contacts_by_email(actor, values)).items(),
        *(await contacts_by_phone(actor, values)).items(),
    ]
    held = {(key, value) for value, keys in holders for key in keys}
    back = {place for place, value in named if (known.get(place), value) in held}
    return {place for place, _ in named} - back


def _values(person: Identity) -> Iterator[str]:
    yield from person.emails
    yield from person.phones
    if person.contact_id is not None and person.created_at is not None:
        yield _number(person.contact_id, to_micros(person.created_at))


def _number(key: int, created_micros: int) -> str:
    return f"#{key} {created_micros}"


def _mark(account_id: int, value: str) -> str:
    text = f"{account_id}:{value}".encode()
    return hmac.new(derived_key("erased"), text, hashlib.sha256).hexdigest()
