"""What other domains keep for contacts, and how it follows them: merges, the trash, the end.

A domain above registers at import, in its ``registrations``; the verbs on contacts call it in their
own transaction, so that what is a contact's is never without it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from backend.contacts.kinds import Belonging
from backend.contacts.sql import Sql, values_in
from backend.core.database import read
from backend.core.registry import Registry
from backend.core.unit_of_work import UnitOfWork

Move = Callable[[UnitOfWork, int, int, Sequence[int] | None], Awaitable[Sequence[int]]]
"""Gives what one contact has to another one, and returns the keys of what it gave.

Called with the unit, whose it is, whose it becomes, and the keys: None for all that may go. Of
given keys, those that are gone since, or somebody else's, stay as they are. What is left behind is
hidden with the contact that had it.
"""

Told = Callable[[UnitOfWork, Sequence[int]], Awaitable[None]]
"""Hears of some contacts of the unit's account, inside of the unit that acts on them."""


Count = Callable[[Sql], Awaitable[int]]
"""Counts what is of the contacts that a SELECT of ids names, and is not deleted by itself."""


@dataclass(frozen=True, slots=True)
class Belongings:
    """Things of contacts that a person would miss."""

    kind: Belonging
    count: Count


@dataclass(frozen=True, slots=True)
class ContactFollower:
    """How one domain follows contacts.

    ``move`` serves merging, with None for the keys, and undoing it, with those that came.
    ``forget`` runs before the rows of contacts are erased for good; rows with a cascading foreign
    key to the contact go by themselves, so that it is for what else there is: files, counts.
    ``hide`` and ``show`` run after contacts went into the trash or came out of it; reads that look
    at ``contact.deleted_at`` need neither. ``belongs`` counts what is erased with contacts, for the
    question before that. ``keeps_history_of`` are types of things that outlive their contact by
    law: facts about these say nothing of a person, and stay.
    """

    name: str
    move: Move
    forget: Told | None = None
    hide: Told | None = None
    show: Told | None = None
    belongs: Belongings | None = None
    keeps_history_of: tuple[str, ...] = ()


contact_followers: Registry[ContactFollower] = Registry()


def moving_rows(table: str, *, key: str = "id", contact: str = "contact_id") -> Move:
    """Return the move of a table whose rows each belong to one contact.

    The names are from our own code, never from input. The contact's column wants an index.
    """

    async def move(
        unit: UnitOfWork, from_id: int, to_id: int, keys: Sequence[int] | None
    ) -> Sequence[int]:
        sql = f"UPDATE {table} SET {contact} = ? WHERE {contact} = ?"  # noqa: S608
        if keys is None:
            rows = await unit.fetch(f"{sql} RETURNING {key}", (to_id, from_id))
        else:
            chosen = values_in(key, keys, unit.dialect)
            rows = await unit.fetch(
                f"{sql} AND {chosen.text} RETURNING {key}", (to_id, from_id, *chosen.params)
            )
        return sorted(row[0] for row in rows)

    return move


def counting_rows(table: str, *, where: str = "TRUE", contact: str = "contact_id") -> Count:
    """Return the count of a table whose rows each belong to one contact; names as above."""

    async def count(contacts: Sql) -> int:
        sql = f"SELECT COUNT(*) FROM {table} WHERE {contact} IN ({contacts.text}) AND {where}"  # noqa: S608
        return int(await read.fetch_value(sql, contacts.params))

    return count
