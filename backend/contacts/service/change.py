"""One change to many contacts: at once, or by a job when they are very many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from backend.contacts.acts import ACTIVE, ActDetail, ActRow, ActState
from backend.contacts.changes import (
    Change,
    Deletion,
    Erasure,
    Restoration,
    SubscriptionChange,
    restored_change,
    stored_change,
)
from backend.contacts.errors import JobOver
from backend.contacts.limits import ACT_BATCH, AT_ONCE, BULK
from backend.contacts.selections import Selection
from backend.contacts.service.acts import (
    advance_act,
    begin_act,
    count_erased,
    finish_act,
    load_act,
    remember_trashed,
    remember_untrashed,
    tell_started,
)
from backend.contacts.service.changing import edit_contacts
from backend.contacts.service.describing import described
from backend.contacts.service.purge import erase_batch
from backend.contacts.service.selecting import selected_ids
from backend.contacts.service.trashing import new_deletion, trash_batch, untrash_batch
from backend.contacts.service.turns import RUN, ask_to_run, call_next, is_work_left_on
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work


@dataclass(frozen=True, slots=True)
class ActAsked:
    """The act as it is now: done, or, when it is on many contacts, about to be."""

    act: ActRow
    cursor: str


async def change_contacts(
    actor: Actor, selection: Selection, change: Change, *, idempotency_key: str | None = None
) -> ActAsked:
    """Change contacts, all of them in one way that can be undone as one.

    Which contacts those are is settled now: what the change does to the filter that chose them does
    not matter. Up to a thousand are changed at once; of more, a job is queued, and also for those
    that an earlier job is still to come to. Contacts in the trash are left as they are.

    Raises:
        Refusals: ids that are no contact of the account, labels or a field that it has not.
        TooMany: over ten thousand ids; a contact would have over a hundred labels.
        FilterTooComplex, TooLong, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    mark = fingerprint("change_contacts", {"selection": selection, "change": stored_change(change)})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        act_id = await earlier_result(unit, idempotency_key, "change_contacts", mark)
        if act_id is None:
            told = await described(actor, change)
            act_id = await begin_change(unit, await selected_ids(unit, selection), change, told)
            await remember_result(unit, idempotency_key, "change_contacts", mark, act_id)
        act = await load_act(unit, act_id, field="idempotencyKey")
    return ActAsked(act, unit.cursor)


async def cancel_act(actor: Actor, act_id: int) -> ActAsked:
    """Stop an act where it is. What it has done can be undone.

    Raises:
        JobOver: there is nothing to stop.
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if (await load_act(unit, act_id)).state not in ACTIVE:
            raise JobOver(("id",))
        await finish_act(unit, act_id, ActState.CANCELLED)
        await call_next(unit)
        act = await load_act(unit, act_id)
    return ActAsked(act, unit.cursor)


async def begin_change(
    unit: UnitOfWork, ids: Sequence[int], change: Change, told: ActDetail
) -> int:
    """Change contacts of the account, or queue that, and return the act; ``told`` is its story.

    The unit has the account's turn.
    """
    is_job = len(ids) > AT_ONCE or await is_work_left_on(unit, ids)
    consent = change.consent if isinstance(change, SubscriptionChange) else None
    act_id = await begin_act(
        unit,
        change.kind,
        told,
        total=len(ids),
        request=stored_change(change),
        state=ActState.QUEUED if is_job else ActState.RUNNING,
        consent=consent,
        tells=is_job,
    )
    if is_job:
        await unit.insert_rows(
            "contact_act_batch",
            ("act_id", "ids"),
            [(act_id, orjson.dumps(batch).decode()) for batch in _batches(ids)],
        )
        await ask_to_run(unit, RUN, act_id)
        return act_id
    for batch in _batches(ids):
        act = await load_act(unit, act_id)
        skipped = await _change(unit, act, change, batch, strict=True)
        await advance_act(unit, act_id, done=len(batch), skipped=skipped)
        await unit.flush()
    changed = (await load_act(unit, act_id)).changed_count > 0
    if changed:
        tell_started(unit, act_id, change.kind, len(ids), consent)
    await finish_act(unit, act_id, tells=changed)
    return act_id


async def change_batch(unit: UnitOfWork, act_id: int) -> bool:
    """Change the next contacts of an act; False when there was none left, or it was stopped.

    The unit has the account's turn.
    """
    act = await load_act(unit, act_id)
    if act.state not in ACTIVE:
        return False
    rows = await unit.fetch(
        "SELECT id, ids FROM contact_act_batch WHERE act_id = ? ORDER BY id LIMIT 1", (act_id,)
    )
    if not rows:
        await finish_act(unit, act_id)
        return False
    batch_id, stored = rows[0]
    batch: list[int] = orjson.loads(stored)
    skipped = await _change(unit, act, restored_change(act.request), batch, strict=False)
    await unit.execute("DELETE FROM contact_act_batch WHERE id = ?", (batch_id,))
    await advance_act(unit, act_id, done=len(batch), skipped=skipped)
    return True


async def _change(
    unit: UnitOfWork, act: ActRow, change: Change, ids: Sequence[int], *, strict: bool
) -> int:
    """Change some contacts of an act, and return how many could not be; see ``edit_contacts``."""
    bulk = act.total > BULK
    if isinstance(change, Erasure):
        unit.actor.require(Permission.ERASE_CONTACTS)
        await count_erased(unit, act.pk, await erase_batch(unit, ids, bulk=bulk))
        return 0
    if isinstance(change, Restoration):
        await remember_untrashed(unit, act.pk, await untrash_batch(unit, ids, bulk=bulk))
        return 0
    if not isinstance(change, Deletion):
        return await edit_contacts(unit, act.pk, change, ids, bulk=bulk, strict=strict)
    deletion_id = act.deletion_id or await new_deletion(unit)
    trashed = await trash_batch(unit, ids, deletion_id, bulk=bulk)
    if not trashed:
        return 0
    await remember_trashed(unit, act.pk, trashed)
    await unit.execute("UPDATE contact_act SET deletion_id = ? WHERE id = ?", (deletion_id, act.pk))
    return 0


def _batches(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[start : start + ACT_BATCH] for start in range(0, len(ids), ACT_BATCH)]
