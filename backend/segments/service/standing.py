"""What saved filters are held against inside of a unit that writes them."""

from __future__ import annotations

import orjson

from backend.contacts.filter_input import parse_filter
from backend.contacts.filters import Saved, leaves
from backend.core.errors import Forbidden, NotFound
from backend.core.folding import fold
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork
from backend.segments.errors import SegmentNameTaken, SegmentNotShared, TooManySegments
from backend.segments.queries import segment_count, segments_by_id
from backend.segments.rows import SegmentRow
from backend.segments.rules import MAX_SEGMENTS, MAX_SHARED, SegmentVisibility


async def own_segment(actor: Actor, segment_id: int, *, deleted: bool = False) -> SegmentRow:
    """Return a saved filter that the actor may change.

    Raises:
        NotFound: none that the actor sees.
        Forbidden: somebody else's, of the team.
    """
    found = await segments_by_id(actor, (segment_id,), deleted=deleted)
    if segment_id not in found:
        raise NotFound(("id",))
    if not found[segment_id].can_edit:
        raise Forbidden(permission=Permission.MANAGE_ACCOUNT.value)
    return found[segment_id]


def shown_name(name: str, visibility: str) -> str | None:
    """Return what the account's log may say of a name."""
    return name if visibility == SegmentVisibility.TEAM else None


async def refuse_one_more(actor: Actor, visibility: SegmentVisibility) -> None:
    """Refuse a saved filter above what a person, or the team, may have.

    Raises:
        TooManySegments
    """
    most = MAX_SHARED if visibility is SegmentVisibility.TEAM else MAX_SEGMENTS
    if await segment_count(actor, visibility) >= most:
        raise TooManySegments(("name",), maximum=most)


async def refuse_taken(
    unit: UnitOfWork,
    name: str,
    owner_id: int | None,
    visibility: SegmentVisibility,
    *,
    but: int = 0,
) -> None:
    """Refuse a name that its owner has already, or that the team has when it is to be shared.

    Raises:
        SegmentNameTaken
    """
    rows = await unit.fetch(
        "SELECT id FROM segment WHERE account_id = ? AND folded_name = ? AND id <> ? "
        "AND deleted_at IS NULL AND (user_id = ? OR (visibility = ? AND visibility = ?))",
        (
            unit.actor.account_id,
            fold(name),
            but,
            owner_id or 0,
            SegmentVisibility.TEAM.value,
            visibility.value,
        ),
    )
    if rows:
        raise SegmentNameTaken(("name",), id=encode_id("Segment", rows[0][0]))


async def refuse_unshared(actor: Actor, filter_text: str) -> None:
    """Refuse to let the team use a filter that needs one that the team does not see.

    Raises:
        SegmentNotShared: at the condition's path.
    """
    named = [p for p in leaves(parse_filter(orjson.loads(filter_text))) if isinstance(p, Saved)]
    found = await segments_by_id(actor, {part.id for part in named})
    for part in named:
        if part.id in found and found[part.id].visibility != SegmentVisibility.TEAM:
            raise SegmentNotShared(part.path)
