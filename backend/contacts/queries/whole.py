"""A whole list, however long, a stride at a time: for files, which leave nothing out."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection
from dataclasses import dataclass

from backend.contacts.compiling import Compiled
from backend.contacts.filters import ContactFilter
from backend.contacts.queries.plans import place_of
from backend.contacts.queries.resolving import resolve_list
from backend.contacts.queries.walking import list_ids, walk
from backend.contacts.sorting import ContactSort, Place
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission

STRIDE = 10_000
"""Places read at once. A filter that no index holds in order is gathered anew for each stride."""


@dataclass(frozen=True, slots=True)
class MostValues:
    """How many e-mails, phones and addresses the fullest of some contacts has."""

    emails: int = 0
    phones: int = 0
    addresses: int = 0

    def joined(self, other: MostValues) -> MostValues:
        """Return what the fullest of both has."""
        return MostValues(
            max(self.emails, other.emails),
            max(self.phones, other.phones),
            max(self.addresses, other.addresses),
        )


async def ids_in_order(
    actor: Actor, chosen: ContactFilter, sort: ContactSort
) -> AsyncGenerator[list[int], None]:
    """Yield the ids of all contacts of a list in its order, up to ten thousand at a time.

    Raises:
        FilterTooComplex, TooLong: see ``resolving.resolve_list``.
    """
    actor.require(Permission.READ)
    chosen = await resolve_list(actor, chosen, sort)
    compiled = Compiled.of(actor.account_id, chosen, read.dialect)
    after: Place | None = None
    while rows := await walk(compiled, sort, limit=STRIDE, after=after):
        yield [row[-1] for row in rows]
        if len(rows) < STRIDE:
            return
        after = place_of(rows[-1])


async def all_ids(actor: Actor, chosen: ContactFilter) -> list[int]:
    """Return the ids of all contacts of a list, oldest first.

    Raises:
        FilterTooComplex, TooLong: see ``resolving.resolve_list``.
    """
    actor.require(Permission.READ)
    chosen = await resolve_list(actor, chosen)
    return await list_ids(Compiled.of(actor.account_id, chosen, read.dialect))


async def most_values(ids: Collection[int]) -> MostValues:
    """Return how many e-mails, phones and addresses the fullest of some contacts has.

    The ids were read within an account.
    """
    asked = values_in("contact_id", ids, read.dialect)
    most = ", ".join(
        "(SELECT MAX(held) FROM (SELECT COUNT(*) AS held FROM "
        f"{table} WHERE {asked.text} GROUP BY contact_id) AS counted)"
        for table in ("contact_email", "contact_phone", "contact_address")
    )
    row = await read.fetch_one(f"SELECT {most}", asked.params * 3)
    return MostValues(*(count or 0 for count in row or ()))
