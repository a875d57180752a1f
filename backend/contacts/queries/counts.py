"""How many contacts a list has, counted once for each state of the account.

The common counts are kept by the writes; any other is remembered until the account's history moves
on, so that a hundred open grids count once.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine
from typing import Any
from weakref import WeakKeyDictionary

from backend.contacts.compiling import Compiled
from backend.contacts.filters import (
    And,
    ContactFilter,
    CustomRange,
    Deleted,
    LabelsAny,
    LabelsNone,
    Not,
)
from backend.contacts.queries.resolving import resolve_list
from backend.contacts.queries.walking import count_list
from backend.core.change_log import current_sequence
from backend.core.database import read
from backend.core.database.pools import ReadPool
from backend.core.database.reading import current_unit
from backend.core.permissions import Actor, Permission

REMEMBERED = 500
_Key = tuple[int, int, ContactFilter]
_counts: WeakKeyDictionary[ReadPool, OrderedDict[_Key, asyncio.Task[int]]] = WeakKeyDictionary()


async def count_contacts(actor: Actor, chosen: ContactFilter) -> int:
    """Return how many contacts the list has."""
    actor.require(Permission.READ)
    chosen = await resolve_list(actor, chosen)
    compiled = Compiled.of(actor.account_id, chosen, read.dialect)
    kept = await _kept_count(compiled)
    if kept is not None:
        return kept
    if current_unit.get() is not None:  # what this unit wrote has no place in the history yet
        return await _count(compiled)
    sequence = await current_sequence(actor.account_id)
    return await _shared((actor.account_id, sequence, compiled.chosen), _count(compiled))


async def live_total(account_id: int) -> int:
    """Return how many contacts an account has, the trash aside."""
    return int(
        await read.fetch_value("SELECT live FROM contact_total WHERE account_id = ?", (account_id,))
        or 0
    )


async def _kept_count(compiled: Compiled) -> int | None:
    if compiled.is_plain:
        return await live_total(compiled.account_id)
    match compiled.asking:
        case [LabelsAny(ids)] if compiled.deleted is False and len(ids) == 1:
            return int(
                await read.fetch_value(
                    "SELECT contact_count FROM label WHERE account_id = ? AND id = ?",
                    (compiled.account_id, *ids),
                )
                or 0
            )
        case [CustomRange(field_id, low=None, high=None)] if compiled.deleted is False:
            kept = "SELECT contact_count FROM custom_field WHERE account_id = ? AND id = ?"
            return int(await read.fetch_value(kept, (compiled.account_id, field_id)) or 0)
    return None


async def _count(compiled: Compiled) -> int:
    left_out = _left_out(compiled)
    if left_out is not None:
        return await live_total(compiled.account_id) - await _kept_or_counted(left_out)
    whole = compiled.whole()
    if whole is None:
        return await count_list(compiled)
    # The index knows which contacts are deleted: no row has to be looked at.
    counting = f"SELECT COUNT(*) FROM ({whole.text}) AS found"
    return int(await read.fetch_value(counting, whole.params))


def _left_out(compiled: Compiled) -> Compiled | None:
    """Return whom a list that only excludes leaves out: they are fewer, or counted already."""
    match compiled.asking:
        case [Not(inner)] if compiled.deleted is False:
            excluded: ContactFilter = inner
        case [LabelsNone(ids)] if compiled.deleted is False:
            excluded = LabelsAny(ids)
        case _:
            return None
    return Compiled(compiled.account_id, And((Deleted(False), excluded)), compiled.dialect)


async def _kept_or_counted(compiled: Compiled) -> int:
    kept = await _kept_count(compiled)
    return await _count(compiled) if kept is None else kept


async def _shared(key: _Key, counting: Coroutine[Any, Any, int]) -> int:
    remembered = _counts.setdefault(read.pool, OrderedDict())
    task = remembered.get(key)
    if task is None or task.cancelled():
        task = asyncio.create_task(counting)
        remembered[key] = task
        if len(remembered) > REMEMBERED:
            remembered.popitem(last=False)
    else:
        counting.close()
        remembered.move_to_end(key)
    try:
        # A caller that goes away must not take the others' answer with it.
        return await asyncio.shield(task)
    except Exception:
        remembered.pop(key, None)
        raise
