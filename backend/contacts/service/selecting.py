"""From a selection to the contacts that it is on, inside of the unit of work that acts on them."""

from __future__ import annotations

from backend.contacts.compiling import Compiled
from backend.contacts.limits import MAX_SELECTED_IDS
from backend.contacts.queries.resolving import resolve_list
from backend.contacts.queries.walking import list_ids
from backend.contacts.selections import SelectedFilter, SelectedIds, Selection
from backend.contacts.sql import values_in
from backend.core.errors import NotFound, Refusal, Refusals, TooMany
from backend.core.unit_of_work import UnitOfWork


async def selected_ids(unit: UnitOfWork, selection: Selection) -> list[int]:
    """Return the ids of the account's contacts that are selected, in order, also in the trash.

    Raises:
        Refusals: ids that are no contact of the account.
        TooMany: over ten thousand ids; a filter has no limit.
        FilterTooComplex, TooLong: see ``resolving.resolve_list``.
    """
    match selection:
        case SelectedIds(ids):
            return await _checked(unit, ids)
        case SelectedFilter(chosen):
            chosen = await resolve_list(unit.actor, chosen)
            compiled = Compiled.of(unit.actor.account_id, chosen, unit.dialect)
            return await list_ids(compiled)


async def _checked(unit: UnitOfWork, ids: tuple[int, ...]) -> list[int]:
    if len(ids) > MAX_SELECTED_IDS:
        raise TooMany(("selection", "ids"), maximum=MAX_SELECTED_IDS)
    own = values_in("id", ids, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id FROM contact WHERE account_id = ? AND {own.text} ORDER BY id",  # noqa: S608
        (unit.actor.account_id, *own.params),
    )
    found = [row[0] for row in rows]
    known = set(found)
    unknown: list[Refusal] = [
        NotFound(("selection", "ids", str(place)))
        for place, key in enumerate(ids)
        if key not in known
    ]
    Refusals.raise_if(unknown)
    return found
