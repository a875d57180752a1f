"""Who sees and changes saved filters, and how many there may be. Pure: no ORM, no I/O."""

from __future__ import annotations

from enum import StrEnum

from backend.core.permissions import Actor, Permission

NAME_LENGTH = 80
FILTER_LENGTH = 64 * 1024
FILTER_VERSION = 1
"""Of the shape of the kept JSON; grows when a shape is given up."""
MAX_COLUMNS = 150
COLUMN_LENGTH = 100
MAX_SEGMENTS = 200
"""Of one person."""
MAX_SHARED = 200
"""Of one team."""


class SegmentVisibility(StrEnum):
    """Who sees a saved filter."""

    PRIVATE = "private"
    TEAM = "team"


def may_change(actor: Actor, owner_id: int | None, visibility: str) -> bool:
    """Whether an actor may rename, edit or delete a saved filter.

    A private one is its owner's. One of the team is its owner's and the account's admins', as long
    as they may share at all: what many rely on does not change under their feet.
    """
    is_own = owner_id is not None and owner_id == actor.user_id
    if visibility == SegmentVisibility.PRIVATE:
        return is_own and actor.can(Permission.SAVE_SEGMENTS)
    return actor.can(Permission.SHARE_SEGMENTS) and (is_own or actor.can(Permission.MANAGE_ACCOUNT))
