"""Pages of a list of contacts: a constant number of statements, whatever is asked for."""

from __future__ import annotations

from typing import cast

from backend.contacts.compiling import Compiled
from backend.contacts.filters import ContactFilter
from backend.contacts.queries.places import place_at
from backend.contacts.queries.plans import place_of
from backend.contacts.queries.relations import fill
from backend.contacts.queries.resolving import resolve_list
from backend.contacts.queries.walking import walk
from backend.contacts.rows import CONTACT, NOTHING, ContactRow, Wanted
from backend.contacts.sorting import ContactSort, Place
from backend.core.database import read
from backend.core.errors import InvalidCursor
from backend.core.paging import Page, PageRequest, decode_key
from backend.core.permissions import Actor, Permission


async def contacts_page(
    actor: Actor,
    chosen: ContactFilter,
    sort: ContactSort,
    request: PageRequest,
    wanted: Wanted = NOTHING,
) -> Page[ContactRow]:
    """Return a page of the account's contacts, with the lists that are wanted.

    Raises:
        InvalidCursor: a cursor that is not of this sort.
        FilterTooComplex, TooLong: see ``resolving.resolve_list``.
    """
    actor.require(Permission.READ)
    if wanted.added:  # what higher domains read may wait for more than the database
        return await _page(actor, chosen, sort, request, wanted)
    return await read.in_one_go(lambda: _page(actor, chosen, sort, request, wanted))


async def _page(
    actor: Actor, chosen: ContactFilter, sort: ContactSort, request: PageRequest, wanted: Wanted
) -> Page[ContactRow]:
    chosen = await resolve_list(actor, chosen, sort)
    compiled = Compiled.of(actor.account_id, chosen, read.dialect)
    after = _place(request.after, sort, "after")
    before = _place(request.before, sort, "before")
    if request.offset:
        after = await place_at(compiled, sort, request.offset - 1)
        if after is None:
            return Page([], [], has_next=False, has_previous=True)
    columns, make = CONTACT.of(wanted.seen.contact, "pk")
    rows = await walk(
        compiled,
        sort,
        columns,
        limit=request.size + 1,
        backward=request.backward,
        after=after,
        before=before,
    )
    more = len(rows) > request.size
    rows = rows[: request.size]
    if request.backward:
        rows.reverse()
    contacts = [make(*row[:-2]) for row in rows]
    await fill(contacts, actor.account_id, wanted)
    return Page(
        contacts,
        [place_of(row) for row in rows],
        has_next=before is not None if request.backward else more,
        has_previous=more if request.backward else after is not None,
    )


def _place(cursor: str | None, sort: ContactSort, argument: str) -> Place | None:
    if cursor is None:
        return None
    value, key = decode_key(cursor, sort.key_types, (argument,))
    if isinstance(value, str) and "\0" in value:  # PostgreSQL has no such text
        raise InvalidCursor((argument,))
    return cast(Place, (value, key))
