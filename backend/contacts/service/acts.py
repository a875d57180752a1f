"""Acts on many contacts: begun, remembered contact by contact, brought to an end.

What an act does to a contact is remembered in the unit of work that does it, so that ``undo`` can
put it back. Whoever runs an act hands its id to the verbs (``add_contacts``, ``add_to_contacts``),
tells ``advance_act`` how far it came, in the same unit, and ``finish_act`` how it ended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from backend.contacts.acts import ACT_COLUMNS, ACTIVE, ActDetail, ActKind, ActRow, ActState
from backend.contacts.events import JobFinished, JobStarted
from backend.contacts.service.edits import Edit
from backend.contacts.sql import values_in
from backend.contacts.states import Before, before_of
from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.permissions import Permission
from backend.core.unit_of_work import UnitOfWork

_ACTIVE = ", ".join(f"'{state}'" for state in sorted(ACTIVE))


async def begin_act(
    unit: UnitOfWork,
    kind: ActKind,
    detail: ActDetail,
    *,
    total: int = 0,
    request: str = "{}",
    state: ActState = ActState.RUNNING,
    consent: tuple[str, str] | None = None,
    tells: bool = True,
) -> int:
    """Begin an act and return its id. ``total`` is how many contacts, or rows, it goes through.

    ``consent`` is where and when those agreed whom it subscribes, for the account's history. Who
    does not tell that it began, since it may come to nothing, does so with ``tell_started``.

    Raises:
        Forbidden
    """
    actor = unit.actor
    actor.require(Permission.WRITE_CONTACTS)
    now = now_micros()
    rows = await unit.fetch(
        "INSERT INTO contact_act (account_id, kind, state, user_id, request, detail, "
        "total, done, changed, skipped, restored, kept, place, created_at, created_by, "
        "started_at) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, ?, ?, ?) RETURNING id",
        (
            actor.account_id,
            kind.value,
            state.value,
            actor.user_id,
            request,
            detail.stored(),
            total,
            now,
            actor.name,
            None if state is ActState.QUEUED else now,
        ),
    )
    act_id = int(rows[0][0])
    if tells:
        tell_started(unit, act_id, kind, total, consent)
    return act_id


def tell_started(
    unit: UnitOfWork, act_id: int, kind: ActKind, total: int, consent: tuple[str, str] | None
) -> None:
    """Record that an act was asked for."""
    source, day = consent or (None, None)
    unit.record(
        JobStarted(act_id, work=kind.value, total=total, consent_source=source, consent_date=day)
    )


async def load_act(unit: UnitOfWork, act_id: int, *, field: str = "id") -> ActRow:
    """Return an act as it is now; the unit has the account's turn.

    Raises:
        NotFound: no act of the account.
    """
    rows = await unit.fetch(
        f"SELECT {ACT_COLUMNS} FROM contact_act WHERE account_id = ? AND id = ?",  # noqa: S608
        (unit.actor.account_id, act_id),
    )
    if not rows:
        raise NotFound((field,))
    return ActRow(*rows[0])


async def advance_act(
    unit: UnitOfWork, act_id: int, *, done: int, skipped: int = 0, total: int | None = None
) -> bool:
    """Say that an act came further; False when it goes on no more: it was cancelled, or is over.

    Whoever gets False leaves the unit without a trace: raise, or do it before all else.
    """
    count = await unit.execute(
        "UPDATE contact_act SET state = ?, started_at = COALESCE(started_at, ?), "  # noqa: S608
        "done = done + ?, skipped = skipped + ?, total = COALESCE(?, total) "
        f"WHERE account_id = ? AND id = ? AND state IN ({_ACTIVE})",
        (
            ActState.RUNNING.value,
            now_micros(),
            done,
            skipped,
            total,
            unit.actor.account_id,
            act_id,
        ),
    )
    return count > 0


async def finish_act(
    unit: UnitOfWork,
    act_id: int,
    state: ActState = ActState.DONE,
    problem: str | None = None,
    *,
    tells: bool = True,
) -> None:
    """Say that an act is over, and how; ``problem`` is the code of what made it fail.

    An act that is over already stays as it is. One that never told that it began ``tells`` nothing.
    """
    rows = await unit.fetch(
        "UPDATE contact_act SET state = ?, problem = ?, finished_at = ? "  # noqa: S608
        f"WHERE account_id = ? AND id = ? AND state IN ({_ACTIVE}) RETURNING changed",
        (state.value, problem, now_micros(), unit.actor.account_id, act_id),
    )
    if rows:
        await unit.execute("DELETE FROM contact_act_batch WHERE act_id = ?", (act_id,))
        if tells:
            unit.record(JobFinished(act_id, state=state.value, changed=int(rows[0][0])))


async def give_up_undo(unit: UnitOfWork, act_id: int, problem: str) -> None:
    """Say that an undo went on no more, and why: what it had not put back can still be undone."""
    rows = await unit.fetch(
        "UPDATE contact_act SET state = ?, problem = ?, finished_at = ? "
        "WHERE account_id = ? AND id = ? AND state = ? RETURNING changed",
        (
            ActState.DONE.value,
            problem,
            now_micros(),
            unit.actor.account_id,
            act_id,
            ActState.UNDOING.value,
        ),
    )
    if rows:
        unit.record(JobFinished(act_id, state=ActState.DONE.value, changed=int(rows[0][0])))


async def remember_created(unit: UnitOfWork, act_id: int, ids: Sequence[int]) -> None:
    """Remember that an act made contacts."""
    await _insert(unit, act_id, [(key, 1, None) for key in ids])


async def remember_edits(unit: UnitOfWork, act_id: int, edits: Sequence[Edit]) -> None:
    """Remember what edits that are being saved change, each of another contact."""
    touched = {
        edit.stored.id: (
            edit.stored.version + 1,
            before_of(edit.stored.state, edit.after, since=edit.stored.version),
        )
        for edit in edits
        if edit.fields
    }
    await _remember(unit, act_id, touched)


async def remember_trashed(unit: UnitOfWork, act_id: int, trashed: Mapping[int, int]) -> None:
    """Remember contacts that were put into the trash, with their versions now."""
    await _remember(
        unit,
        act_id,
        {
            key: (version, Before(since=version - 1, trashed=True))
            for key, version in trashed.items()
        },
    )


async def remember_untrashed(unit: UnitOfWork, act_id: int, untrashed: Mapping[int, int]) -> None:
    """Remember contacts that were taken out of the trash, with their versions now."""
    await _remember(
        unit,
        act_id,
        {
            key: (version, Before(since=version - 1, untrashed=True))
            for key, version in untrashed.items()
        },
    )


async def count_erased(unit: UnitOfWork, act_id: int, count: int) -> None:
    """Count contacts that were erased; nothing of them is remembered."""
    await unit.execute(
        "UPDATE contact_act SET changed = changed + ? WHERE account_id = ? AND id = ?",
        (count, unit.actor.account_id, act_id),
    )


async def _remember(
    unit: UnitOfWork, act_id: int, touched: Mapping[int, tuple[int, Before]]
) -> None:
    """Remember contacts before a touch, and their versions after it.

    One that the act has touched already stays as it was before the first time. If somebody changed
    it in between, no version will do: its undo would destroy their work.
    """
    if not touched:
        return
    chosen = values_in("contact_id", touched, unit.dialect)
    rows = await unit.fetch(
        "SELECT id, contact_id, version, before FROM contact_act_entry "  # noqa: S608
        f"WHERE act_id = ? AND {chosen.text}",
        (act_id, *chosen.params),
    )
    again = {}
    for entry_id, key, version, stored in rows:
        after, before = touched[key]
        first = None if stored is None else Before.restore(stored).followed_by(before).stored()
        again[key] = (after if version == after - 1 else 0, first, entry_id)
    await unit.execute_many(
        "UPDATE contact_act_entry SET version = ?, before = ? WHERE id = ?", list(again.values())
    )
    new = [
        (key, after, before.stored())
        for key, (after, before) in touched.items()
        if key not in again
    ]
    await _insert(unit, act_id, new)


async def _insert(
    unit: UnitOfWork, act_id: int, entries: Sequence[tuple[int, int, str | None]]
) -> None:
    if not entries:
        return
    await unit.insert_rows(
        "contact_act_entry",
        ("act_id", "contact_id", "version", "before", "is_kept"),
        [(act_id, key, version, before, False) for key, version, before in entries],
    )
    await unit.execute(
        "UPDATE contact_act SET changed = changed + ? WHERE account_id = ? AND id = ?",
        (len(entries), unit.actor.account_id, act_id),
    )
