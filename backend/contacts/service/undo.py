"""Acts on many contacts taken back: all that nobody changed since, in batches."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from backend.contacts.acts import ACTIVE, ActKind, ActRow, ActState, undo_days
from backend.contacts.consent import ConsentOrigin
from backend.contacts.errors import GoneForGood, JobActive, JobFinal
from backend.contacts.events import JobUndone, JobUndoStarted
from backend.contacts.kinds import ConsentSource
from backend.contacts.limits import ACT_BATCH, AT_ONCE, BULK
from backend.contacts.service.acts import load_act
from backend.contacts.service.edits import Edit, edit_of
from backend.contacts.service.loading import Stored, load_contacts
from backend.contacts.service.preparing import Known, known_of
from backend.contacts.service.saving import save_edits
from backend.contacts.service.trashing import new_deletion, trash_batch, untrash_batch
from backend.contacts.service.turns import UNDO, ask_to_run, is_work_left_on
from backend.contacts.sql import values_in
from backend.contacts.states import Before, state_before
from backend.core.clock import now, now_micros
from backend.core.permissions import Actor, Permission
from backend.core.registry import Registry
from backend.core.unit_of_work import UnitOfWork, unit_of_work

Undone = Callable[[UnitOfWork, ActRow], Awaitable[None]]
undone: Registry[Undone] = Registry()
"""What other domains do at the end of an undo, in its last transaction."""


@dataclass(frozen=True, slots=True)
class UndoStarted:
    """The act as it is now: undone, or, when it is on many contacts, about to be."""

    act: ActRow
    cursor: str


@dataclass(slots=True)
class _Batch:
    """What becomes of some contacts of an act.

    ``followers``: the version that each gets now, and the one that it had before the act.
    """

    edits: list[Edit] = field(default_factory=list)
    to_trash: list[int] = field(default_factory=list)
    from_trash: list[int] = field(default_factory=list)
    followers: list[tuple[int, int, int]] = field(default_factory=list)
    settled: list[int] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)


async def undo_act(actor: Actor, act_id: int) -> UndoStarted:
    """Put every contact of an act back as it was before, unless somebody changed it since.

    What the act made or restored goes into the trash, what it deleted comes back. Up to a thousand
    contacts at once, more of them by a job, and so do those that an earlier job is still to come
    to. An act that is undone, or about to be, stays so.

    Raises:
        JobActive: it still goes on.
        GoneForGood: it erased contacts.
        JobFinal: it is over CARNET_DELETED_CONTACT_DAYS ago.
        NotFound: no act of the account, or forgotten.
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        act = await load_act(unit, act_id)
        if act.state in ACTIVE:
            raise JobActive(("id",))
        if act.state == ActState.UNDOING:  # should its job have failed, here is another
            await ask_to_run(unit, UNDO, act_id)
        elif act.state != ActState.UNDONE:
            await start_undo(unit, act)
            act = await load_act(unit, act_id)
    return UndoStarted(act, unit.cursor)


async def start_undo(unit: UnitOfWork, act: ActRow) -> None:
    """Undo an act that is over, or queue that; the unit has the account's turn.

    Raises:
        GoneForGood: it erased contacts.
        JobFinal
    """
    if act.kind == ActKind.ERASURE:
        raise GoneForGood(("id",))
    until = act.undo_until
    if until is not None and until <= now():
        raise JobFinal(("id",), days=undo_days())
    rows = await unit.fetch("SELECT contact_id FROM contact_act_entry WHERE act_id = ?", (act.pk,))
    ids, total = [row[0] for row in rows], len(rows)
    is_job = total > AT_ONCE or await is_work_left_on(unit, ids)
    await unit.execute(
        "UPDATE contact_act SET state = ?, total = ?, done = 0, place = 0, kept = 0, "
        "problem = NULL, finished_at = NULL WHERE id = ?",
        (ActState.UNDOING.value, total, act.pk),
    )
    unit.record(JobUndoStarted(act.pk, total=total))
    if is_job:
        await ask_to_run(unit, UNDO, act.pk)
        return
    while await undo_batch(unit, act.pk):
        await unit.flush()


async def undo_batch(unit: UnitOfWork, act_id: int) -> bool:
    """Put back the next contacts of an act; False when there was none left, or it is undone.

    The unit has the account's turn.
    """
    act = await load_act(unit, act_id)
    if act.state != ActState.UNDOING:
        return False
    rows = await unit.fetch(
        "SELECT contact_id, version, before FROM contact_act_entry "
        "WHERE act_id = ? AND contact_id > ? ORDER BY contact_id LIMIT ?",
        (act_id, act.place, ACT_BATCH),
    )
    if not rows:
        await _finish(unit, act)
        return False
    stored = await load_contacts(unit, [row[0] for row in rows])
    batch = _sorted_out(rows, stored, await known_of(unit.actor.account_id))
    await _put_back(unit, act, batch, bulk=act.total > BULK)
    await _forget(unit, act, batch, place=rows[-1][0], count=len(rows))
    return True


def _sorted_out(
    rows: list[tuple[int, int, str | None]], stored: dict[int, Stored], known: Known
) -> _Batch:
    batch = _Batch()
    for key, version, text in rows:
        contact = stored[key]
        before = None if text is None else Before.restore(text)
        if contact.version != version:
            (batch.settled if _is_so(contact, before) else batch.kept).append(key)
        elif before is None:
            batch.to_trash.append(key)
        else:
            _restore(batch, contact, before, known)
    return batch


def _is_so(contact: Stored, before: Before | None) -> bool:
    """Tell whether somebody brought a contact where the undo would: into the trash, or back."""
    if before is None or before.untrashed:
        return contact.deleted
    return before.trashed and not contact.deleted


def _restore(batch: _Batch, contact: Stored, before: Before, known: Known) -> None:
    version = contact.version + 1
    if before.trashed:
        batch.from_trash.append(contact.id)
    elif before.untrashed:
        batch.to_trash.append(contact.id)
    else:
        after = state_before(before, contact.state, known.label_ids, known.fields)
        edit = edit_of(contact, after)
        batch.edits.append(edit)
        version = version if edit.fields else contact.version
    if before.since is not None:
        batch.followers.append((version, contact.id, before.since))


async def _put_back(unit: UnitOfWork, act: ActRow, batch: _Batch, *, bulk: bool) -> None:
    origin = ConsentOrigin(ConsentSource.UNDO)
    await save_edits(unit, batch.edits, bulk=bulk, origin=origin)
    if batch.from_trash:
        await untrash_batch(unit, batch.from_trash, bulk=bulk)
    if batch.to_trash:
        deletion_id = act.deletion_id or await new_deletion(unit)
        await trash_batch(unit, batch.to_trash, deletion_id, bulk=bulk)
        await unit.execute(
            "UPDATE contact_act SET deletion_id = ? WHERE id = ?", (deletion_id, act.pk)
        )
    # Earlier acts find the contact as they left it, and can be undone after this one.
    await unit.execute_many(
        "UPDATE contact_act_entry SET version = ? WHERE contact_id = ? AND version = ?",
        batch.followers,
    )


async def _forget(unit: UnitOfWork, act: ActRow, batch: _Batch, *, place: int, count: int) -> None:
    """Let go of what undoing took: of contacts that were left alone, all but that they were."""
    kept = values_in("contact_id", batch.kept, unit.dialect)
    await unit.execute(
        f"UPDATE contact_act_entry SET is_kept = ?, before = NULL WHERE act_id = ? AND {kept.text}",  # noqa: S608
        (True, act.pk, *kept.params),
    )
    await unit.execute(
        "DELETE FROM contact_act_entry WHERE act_id = ? AND contact_id > ? AND contact_id <= ? "
        "AND NOT is_kept",
        (act.pk, act.place, place),
    )
    restored = len(batch.edits) + len(batch.to_trash) + len(batch.from_trash)
    await unit.execute(
        "UPDATE contact_act SET done = done + ?, restored = restored + ?, kept = kept + ?, "
        "place = ? WHERE id = ?",
        (count, restored, len(batch.kept), place, act.pk),
    )


async def _finish(unit: UnitOfWork, act: ActRow) -> None:
    await unit.execute(
        "UPDATE contact_act SET state = ?, finished_at = ? WHERE id = ?",
        (ActState.UNDONE.value, now_micros(), act.pk),
    )
    unit.record(JobUndone(act.pk, restored=act.restored_count, kept=act.kept_count))
    over = await load_act(unit, act.pk)
    for follow in undone.entries.values():
        await follow(unit, over)
