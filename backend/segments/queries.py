"""Every SELECT of saved filters, scoped to what the actor may see: their own, and the team's."""

from __future__ import annotations

from collections.abc import Collection

from backend.core.database import placeholders, read
from backend.core.folding import fold
from backend.core.permissions import Actor, Permission
from backend.segments.rows import SEGMENT_COLUMNS, SegmentRow
from backend.segments.rules import SegmentVisibility, may_change

_FROM = (
    f"SELECT {SEGMENT_COLUMNS} FROM segment "
    "LEFT JOIN user_account ON user_account.id = segment.user_id WHERE segment.account_id = ?"
)
_SEEN = "(segment.user_id = ? OR segment.visibility = ?)"


async def list_segments(actor: Actor) -> list[SegmentRow]:
    """Return the actor's saved filters and the team's, by name."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"{_FROM} AND segment.deleted_at IS NULL AND {_SEEN}", (actor.account_id, *_seen_by(actor))
    )
    found = [_row(actor, row) for row in rows]
    return sorted(found, key=lambda each: (fold(each.name), each.pk))


async def segments_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, SegmentRow]:
    """Return those of some saved filters that the actor sees; or saw, of those deleted."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    is_deleted = "NOT NULL" if deleted else "NULL"
    rows = await read.fetch(
        f"{_FROM} AND segment.deleted_at IS {is_deleted} AND {_SEEN} "
        f"AND segment.id IN ({placeholders(len(ids))})",
        (actor.account_id, *_seen_by(actor), *ids),
    )
    return {row[0]: _row(actor, row) for row in rows}


async def segment_count(actor: Actor, visibility: SegmentVisibility) -> int:
    """Return how many saved filters the team has, or the actor alone."""
    shared = visibility is SegmentVisibility.TEAM
    own = "visibility = ?" if shared else "visibility = ? AND user_id = ?"
    params = (visibility.value,) if shared else (visibility.value, actor.user_id)
    statement = (
        f"SELECT COUNT(*) FROM segment WHERE account_id = ? AND deleted_at IS NULL AND {own}"
    )
    return int(await read.fetch_value(statement, (actor.account_id, *params)))


async def segments_to_purge(before_micros: int) -> list[tuple[int, int]]:
    """Return the accounts and ids of the saved filters that were deleted before an instant."""
    rows = await read.fetch(
        "SELECT account_id, id FROM segment WHERE deleted_at <= ?", (before_micros,)
    )
    return [(account_id, key) for account_id, key in rows]


def _seen_by(actor: Actor) -> tuple[int, str]:
    # The server itself has no filters of its own, and no person has this number.
    return actor.user_id or 0, SegmentVisibility.TEAM.value


def _row(actor: Actor, values: tuple[object, ...]) -> SegmentRow:
    row = SegmentRow(*values)  # type: ignore[arg-type]
    row.is_mine = row.user_id is not None and row.user_id == actor.user_id
    row.can_edit = may_change(actor, row.user_id, row.visibility)
    return row
