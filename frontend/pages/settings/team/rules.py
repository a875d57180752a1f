"""What the viewer may do with a member, so that nothing is offered that would be refused.

The API decides; this only mirrors it: owners may touch everybody, admins all but owners, and an
account keeps an owner.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.pages.settings.words import ROLES


def assignable_roles(viewer_role: str) -> tuple[str, ...]:
    """Return the roles that somebody may give."""
    if viewer_role == "OWNER":
        return ROLES
    return ROLES[1:] if viewer_role == "ADMIN" else ()


def may_change_role(viewer_role: str, member: Mapping[str, Any], owners: int) -> bool:
    """Tell whether the member's role may be changed."""
    last_owner = member["role"] == "OWNER" and owners == 1
    return member["role"] in assignable_roles(viewer_role) and not last_owner


def may_remove(viewer_role: str, member: Mapping[str, Any], owners: int) -> bool:
    """Tell whether the member may be removed; everybody may leave, but the last owner."""
    if member["role"] == "OWNER" and owners == 1:
        return False
    return bool(member["isViewer"]) or member["role"] in assignable_roles(viewer_role)


def may_hand_over(viewer_role: str, member: Mapping[str, Any]) -> bool:
    """Tell whether the viewer may make the member owner in their own stead."""
    return viewer_role == "OWNER" and not member["isViewer"] and member["role"] != "OWNER"
