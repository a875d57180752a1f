"""People who asked to be erased, known again when a file names them: by hashes alone.

The hashes are keyed with the server's secret: whoever reads the database cannot try addresses on
them.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence

from backend.contacts.sql import values_in
from backend.core.clock import now_micros
from backend.core.secrets import derived_key
from backend.core.unit_of_work import UnitOfWork
from backend.imports.people import Identity
from backend.imports.queries import has_marks, known_marks


async def remember_erased(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    """Let no file make contacts anew that are about to be erased; they may be written by hand.

    What another contact has too, such as the address of a company, is that one's.
    """
    owned = values_in("contact_id", contact_ids, unit.dialect)
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
    at = now_micros()
    await unit.execute_many(
        "INSERT INTO erased_mark (account_id, mark, created_at) VALUES (?, ?, ?) "
        "ON CONFLICT (account_id, mark) DO NOTHING",
        [(account_id, _mark(account_id, value), at) for (value,) in rows],
    )


async def erased_people(account_id: int, people: Sequence[Identity]) -> set[int]:
    """Return the places of those who asked to be erased, by an e-mail or a phone."""
    if not await has_marks(account_id):
        return set()
    marks: dict[str, set[int]] = {}
    for place, person in enumerate(people):
        for value in (*person.emails, *person.phones):
            marks.setdefault(_mark(account_id, value), set()).add(place)
    found = await known_marks(account_id, list(marks))
    return {place for mark in found for place in marks[mark]}


def _mark(account_id: int, value: str) -> str:
    text = f"{account_id}:{value}".encode()
    return hmac.new(derived_key("erased"), text, hashlib.sha256).hexdigest()
