"""Finding duplicates as the book changes: step by step along the account's history.

A step looks at the contacts of the next changes, a first search at the next contacts of the book.
It holds the account's turn, so that nothing changes under it, and moves the place that it came to
in the same transaction: it can be stopped and begun again anywhere.
"""

from __future__ import annotations

import asyncio
from time import monotonic

from backend.contacts.service.finding import ids_after
from backend.core.change_log import Change, changes_after, current_sequence
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.duplicates.limits import BATCH
from backend.duplicates.queries.searching import Progress, accounts_behind, search_progress
from backend.duplicates.service.pairing import refresh_pairs

_PAUSE_SECONDS = 0.01
"""Between two steps, so that whoever waits to write is let through."""
_STRIDE = 1_000
"""Changes of the history read at once: most of a bulk change are of no matter."""
_COMPARED = frozenset({"givenName", "familyName", "company", "emails", "phones", "addresses"})
"""What two contacts are compared by."""
_NOT_COMPARED = frozenset({"contact.labelled", "contact.touched", "contact.part_changed"})
"""What happens to contacts without changing any of that."""


async def search_everywhere() -> None:
    """Bring the search of every account up to its present."""
    for account_id in await accounts_behind():
        await catch_up(account_id)


async def catch_up(account_id: int, *, seconds: float | None = None) -> bool:
    """Bring the search of an account up to its present; return whether it came there in time."""
    until = None if seconds is None else monotonic() + seconds
    while await take_step(account_id):
        if until is not None and monotonic() >= until:
            return False
        await asyncio.sleep(_PAUSE_SECONDS)
    return True


async def take_step(account_id: int) -> bool:
    """Look at the next contacts; return whether there may be more."""
    async with unit_of_work(Actor.system(account_id)) as unit:
        await unit.take_turn()
        progress = await search_progress(account_id)
        if progress is None:
            progress = await _begin(unit)
        if progress.filled_to is not None:
            return await _fill(unit, progress)
        return await _follow(unit, progress)


async def _begin(unit: UnitOfWork) -> Progress:
    account_id = unit.actor.account_id
    progress = Progress(0, await current_sequence(account_id))
    await unit.execute(
        "INSERT INTO duplicate_search (account_id, filled_to, sequence) VALUES (?, ?, ?)",
        (account_id, progress.filled_to, progress.sequence),
    )
    return progress


async def _fill(unit: UnitOfWork, progress: Progress) -> bool:
    ids = await ids_after(unit.actor, progress.filled_to or 0, limit=BATCH)
    await refresh_pairs(unit, ids)
    # What changed since the search began is in the history, which is read next.
    await unit.execute(
        "UPDATE duplicate_search SET filled_to = ? WHERE account_id = ?",
        (ids[-1] if len(ids) == BATCH else None, unit.actor.account_id),
    )
    return True


async def _follow(unit: UnitOfWork, progress: Progress) -> bool:
    account_id = unit.actor.account_id
    changes = await changes_after(account_id, progress.sequence, limit=_STRIDE)
    if not changes:
        return False
    changed: set[int] = set()
    sequence = progress.sequence
    for each in changes:
        if _matters(each):
            changed.add(each.subject_id)
        sequence = each.sequence
        if len(changed) == BATCH:
            break
    await refresh_pairs(unit, sorted(changed))
    await unit.execute(
        "UPDATE duplicate_search SET sequence = ? WHERE account_id = ?", (sequence, account_id)
    )
    return len(changes) == _STRIDE or sequence < changes[-1].sequence


def _matters(change: Change) -> bool:
    """Tell whether a change can make or end a pair."""
    if change.subject_type != "Contact" or change.kind in _NOT_COMPARED:
        return False
    fields = change.payload.get("fields")
    return change.kind != "contact.updated" or fields is None or not _COMPARED.isdisjoint(fields)
