"""Who may give, take or touch which role."""

from __future__ import annotations

from backend.core.permissions import Role


def may_touch(actor: Role, target: Role) -> bool:
    """Whether one role may change, remove, invite as or make somebody another role.

    Owners may do all; admins all but what concerns owners; the others nothing.
    """
    if actor is Role.OWNER:
        return True
    return actor is Role.ADMIN and target is not Role.OWNER


def leaves_no_owner(*, owners: int, before: Role, after: Role | None) -> bool:
    """Whether a change (``after`` is None for a removal) would leave an account without owner."""
    return before is Role.OWNER and after is not Role.OWNER and owners <= 1
