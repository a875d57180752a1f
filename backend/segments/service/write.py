"""Saving filters, and changing those that are saved."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from backend.core.clock import now_micros
from backend.core.errors import Forbidden, StaleVersion
from backend.core.folding import fold
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.segments.events import SegmentCreated, SegmentUpdated
from backend.segments.rows import SegmentRow
from backend.segments.rules import FILTER_VERSION, SegmentVisibility
from backend.segments.service.drafts import (
    SegmentChanges,
    SegmentDraft,
    Unset,
    clean_name,
    kept_columns,
    kept_filter,
    kept_sort,
)
from backend.segments.service.standing import (
    own_segment,
    refuse_one_more,
    refuse_taken,
    refuse_unshared,
    shown_name,
)


@dataclass(frozen=True, slots=True)
class SegmentWritten:
    """A saved filter as it is now, and the account's place in its history."""

    segment: SegmentRow
    cursor: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """The columns of a saved filter that somebody may change."""

    name: str
    filter: str
    sort: str | None
    columns: str | None
    visibility: SegmentVisibility


async def create_segment(
    actor: Actor, draft: SegmentDraft, *, idempotency_key: str | None = None
) -> SegmentWritten:
    """Save a filter under a name.

    Raises:
        SegmentNameTaken: the actor has one of this name, or the team, accents and case aside.
        TooManySegments, SegmentNotShared, IdempotencyKeyReused, Forbidden
        As ``drafts.kept_filter``, ``kept_sort``, ``kept_columns`` and ``clean_name``.
    """
    _require(actor, draft.visibility)
    if actor.user_id is None:
        raise ValueError("a saved filter is a person's")
    mark = fingerprint("create_segment", asdict(draft))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_segment", mark)
        if key is None:
            kept = _Kept(
                clean_name(draft.name),
                await kept_filter(actor, draft.filter),
                await kept_sort(actor, draft.sort),
                kept_columns(draft.columns),
                draft.visibility,
            )
            key = await _insert(unit, kept)
            await remember_result(unit, idempotency_key, "create_segment", mark, key)
        segment = await own_segment(actor, key)
    return SegmentWritten(segment, unit.cursor)


async def _insert(unit: UnitOfWork, kept: _Kept) -> int:
    actor, now = unit.actor, now_micros()
    await refuse_one_more(actor, kept.visibility)
    await refuse_taken(unit, kept.name, actor.user_id, kept.visibility)
    await _refuse_unshared(actor, kept)
    rows = await unit.fetch(
        "INSERT INTO segment (account_id, user_id, name, folded_name, definition, "
        "definition_version, sort, columns, visibility, version, created_at, updated_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?) RETURNING id",
        (
            actor.account_id,
            actor.user_id,
            kept.name,
            fold(kept.name),
            kept.filter,
            FILTER_VERSION,
            kept.sort,
            kept.columns,
            kept.visibility.value,
            now,
            now,
        ),
    )
    key, visibility = int(rows[0][0]), kept.visibility.value
    unit.record(SegmentCreated(key, visibility, shown_name(kept.name, visibility)))
    return key


async def update_segment(
    actor: Actor, segment_id: int, version: int, changes: SegmentChanges
) -> SegmentWritten:
    """Rename, edit, share or unshare a saved filter.

    Raises:
        StaleVersion: somebody changed it meanwhile.
        SegmentCycle: it would need itself.
        NotFound: none that the actor sees; or what the filter names.
        Forbidden: it is somebody else's, or may not be shared.
        SegmentNameTaken, TooManySegments, SegmentNotShared
        As ``drafts.kept_filter``, ``kept_sort``, ``kept_columns`` and ``clean_name``.
    """
    actor.require(Permission.SAVE_SEGMENTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await own_segment(actor, segment_id)
        if before.version != version:
            raise StaleVersion(("version",), current_version=before.version)
        old = _kept_of(before)
        new = await _changed(actor, segment_id, old, changes)
        changed = [name for name, value in asdict(new).items() if value != getattr(old, name)]
        if changed:
            await _update(unit, before, old, new, changed)
        after = await own_segment(actor, segment_id)
    return SegmentWritten(after, unit.cursor)


async def _changed(actor: Actor, segment_id: int, old: _Kept, changes: SegmentChanges) -> _Kept:
    name, plain, sort, columns = changes.name, changes.filter, changes.sort, changes.columns
    visibility = changes.visibility
    return _Kept(
        old.name if isinstance(name, Unset) else clean_name(name),
        old.filter if isinstance(plain, Unset) else await kept_filter(actor, plain, segment_id),
        old.sort if isinstance(sort, Unset) else await kept_sort(actor, sort),
        old.columns if isinstance(columns, Unset) else kept_columns(columns),
        old.visibility if isinstance(visibility, Unset) else visibility,
    )


async def _update(
    unit: UnitOfWork, before: SegmentRow, old: _Kept, new: _Kept, changed: list[str]
) -> None:
    actor = unit.actor
    _require(actor, new.visibility)
    if new.visibility is not old.visibility:
        if not before.is_mine:  # it would vanish from those who use it, and from whoever does this
            raise Forbidden(permission=Permission.SHARE_SEGMENTS.value)
        await refuse_one_more(actor, new.visibility)
    if "name" in changed or "visibility" in changed:
        await refuse_taken(unit, new.name, before.user_id, new.visibility, but=before.pk)
    if "filter" in changed or "visibility" in changed:
        await _refuse_unshared(actor, new)
    await unit.execute(
        "UPDATE segment SET name = ?, folded_name = ?, definition = ?, definition_version = ?, "
        "sort = ?, columns = ?, visibility = ?, version = version + 1, updated_at = ? WHERE id = ?",
        (
            new.name,
            fold(new.name),
            new.filter,
            FILTER_VERSION,
            new.sort,
            new.columns,
            new.visibility.value,
            now_micros(),
            before.pk,
        ),
    )
    visibility = new.visibility.value
    unit.record(
        SegmentUpdated(
            before.pk, before.version + 1, visibility, shown_name(new.name, visibility), changed
        )
    )


def _kept_of(row: SegmentRow) -> _Kept:
    return _Kept(
        row.name,
        row.filter_text,
        row.sort_text,
        row.columns_text,
        SegmentVisibility(row.visibility),
    )


async def _refuse_unshared(actor: Actor, kept: _Kept) -> None:
    if kept.visibility is SegmentVisibility.TEAM:
        await refuse_unshared(actor, kept.filter)


def _require(actor: Actor, visibility: SegmentVisibility) -> None:
    is_shared = visibility is SegmentVisibility.TEAM
    actor.require(Permission.SHARE_SEGMENTS if is_shared else Permission.SAVE_SEGMENTS)
