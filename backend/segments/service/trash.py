"""Deleting saved filters, bringing them back, and erasing them when their time is over."""

from __future__ import annotations

from datetime import timedelta

from backend.core.clock import now, now_micros, to_micros
from backend.core.permissions import Actor, Permission
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work
from backend.segments.events import SegmentDeleted, SegmentRestored
from backend.segments.queries import segments_to_purge
from backend.segments.rules import SegmentVisibility
from backend.segments.service.standing import (
    own_segment,
    refuse_one_more,
    refuse_taken,
    shown_name,
)
from backend.segments.service.write import SegmentWritten


async def delete_segment(actor: Actor, segment_id: int) -> SegmentWritten:
    """Delete a saved filter; filters that name it choose nobody by it until it is back.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.SAVE_SEGMENTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        row = await own_segment(actor, segment_id)
        await unit.execute(
            "UPDATE segment SET deleted_at = ?, version = version + 1 WHERE id = ?",
            (now_micros(), segment_id),
        )
        name = shown_name(row.name, row.visibility)
        unit.record(SegmentDeleted(segment_id, row.version + 1, row.visibility, name))
    return SegmentWritten(row, unit.cursor)


async def restore_segment(actor: Actor, segment_id: int) -> SegmentWritten:
    """Bring back a saved filter that was deleted.

    Raises:
        SegmentNameTaken: another one got its name meanwhile.
        TooManySegments, NotFound, Forbidden
    """
    actor.require(Permission.SAVE_SEGMENTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        row = await own_segment(actor, segment_id, deleted=True)
        visibility = SegmentVisibility(row.visibility)
        await refuse_one_more(actor, visibility)
        await refuse_taken(unit, row.name, row.user_id, visibility)
        await unit.execute(
            "UPDATE segment SET deleted_at = NULL, version = version + 1 WHERE id = ?",
            (segment_id,),
        )
        name = shown_name(row.name, row.visibility)
        unit.record(SegmentRestored(segment_id, row.version + 1, row.visibility, name))
        row = await own_segment(actor, segment_id)
    return SegmentWritten(row, unit.cursor)


async def purge_deleted_segments() -> int:
    """Erase, in every account, the saved filters that were deleted CARNET_DELETED_CONTACT_DAYS ago;
    return how many.
    """
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    doomed = await segments_to_purge(limit)
    for account_id, segment_id in doomed:
        async with unit_of_work(Actor.system(account_id)) as unit:
            await unit.execute(
                "DELETE FROM segment WHERE account_id = ? AND id = ? AND deleted_at <= ?",
                (account_id, segment_id, limit),
            )
    return len(doomed)
