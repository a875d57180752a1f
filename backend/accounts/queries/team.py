"""The people of an account, and those invited to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.core.clock import from_micros, now_micros
from backend.core.database import read
from backend.core.permissions import Role

_MEMBER = (
    "SELECT m.id, m.user_id, u.name, u.email, m.role, m.joined_at, m.last_seen_at "
    "FROM membership m JOIN user_account u ON u.id = m.user_id WHERE m.account_id = ?"
)
_INVITATION = (
    "SELECT i.id, i.account_id, i.email, i.email_key, i.role, u.name, i.created_at, i.expires_at "
    "FROM invitation i LEFT JOIN user_account u ON u.id = i.invited_by_id"
)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member of an account. ``id`` is the membership's."""

    id: int
    user_id: int
    name: str
    email: str
    role: Role
    joined_at: datetime
    last_seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An open invitation; it may be past its time and wait to be sent again."""

    id: int
    account_id: int
    email: str
    email_key: str
    role: Role
    invited_by: str | None
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class InvitationPreviewRow:
    """What the reader of an invitation's link may know."""

    account_name: str
    email: str
    role: Role
    invited_by: str | None
    registered: bool


async def members(account_id: int) -> list[MemberRow]:
    """Return the members of an account, the oldest first."""
    rows = await read.fetch(f"{_MEMBER} ORDER BY m.joined_at, m.id", (account_id,))
    return [_member(row) for row in rows]


async def get_member(account_id: int, membership_id: int) -> MemberRow | None:
    """Return a member of an account, or None."""
    row = await read.fetch_one(f"{_MEMBER} AND m.id = ?", (account_id, membership_id))
    return _member(row) if row else None


async def member_of_user(account_id: int, user_id: int) -> MemberRow | None:
    """Return a person's place in an account, or None."""
    row = await read.fetch_one(f"{_MEMBER} AND m.user_id = ?", (account_id, user_id))
    return _member(row) if row else None


async def count_owners(account_id: int) -> int:
    """Return how many owners an account has."""
    return int(
        await read.fetch_value(
            "SELECT COUNT(*) FROM membership WHERE account_id = ? AND role = 'owner'",
            (account_id,),
        )
    )


async def invitations(account_id: int) -> list[InvitationRow]:
    """Return the open invitations of an account, the newest first."""
    rows = await read.fetch(
        f"{_INVITATION} WHERE i.account_id = ? ORDER BY i.created_at DESC, i.id DESC",
        (account_id,),
    )
    return [_invitation(row) for row in rows]


async def get_invitation(account_id: int, invitation_id: int) -> InvitationRow | None:
    """Return an open invitation of an account, or None."""
    row = await read.fetch_one(
        f"{_INVITATION} WHERE i.account_id = ? AND i.id = ?", (account_id, invitation_id)
    )
    return _invitation(row) if row else None


async def find_invitation(account_id: int, email_key: str) -> InvitationRow | None:
    """Return the open invitation of an account to an address, or None."""
    row = await read.fetch_one(
        f"{_INVITATION} WHERE i.account_id = ? AND i.email_key = ?", (account_id, email_key)
    )
    return _invitation(row) if row else None


async def invitation_of_token(token_hash: str) -> InvitationRow | None:
    """Return the invitation that a link opens, or None when it opens none any more."""
    row = await read.fetch_one(
        f"{_INVITATION} WHERE i.token_hash = ? AND i.expires_at > ?", (token_hash, now_micros())
    )
    return _invitation(row) if row else None


async def preview_invitation(token_hash: str) -> InvitationPreviewRow | None:
    """Return what the reader of a link is shown, or None when it opens nothing any more."""
    row = await read.fetch_one(
        "SELECT a.name, i.email, i.role, u.name, "
        "EXISTS (SELECT 1 FROM user_account p WHERE p.email_key = i.email_key) "
        "FROM invitation i JOIN account a ON a.id = i.account_id "
        "LEFT JOIN user_account u ON u.id = i.invited_by_id "
        "WHERE i.token_hash = ? AND i.expires_at > ?",
        (token_hash, now_micros()),
    )
    if row is None:
        return None
    return InvitationPreviewRow(row[0], row[1], Role(row[2]), row[3], bool(row[4]))


def _member(row: tuple[Any, ...]) -> MemberRow:
    key, user_id, name, email, role, joined_at, last_seen_at = row
    seen = from_micros(last_seen_at) if last_seen_at is not None else None
    return MemberRow(key, user_id, name, email, Role(role), from_micros(joined_at), seen)


def _invitation(row: tuple[Any, ...]) -> InvitationRow:
    key, account_id, email, email_key, role, invited_by, created_at, expires_at = row
    return InvitationRow(
        key,
        account_id,
        email,
        email_key,
        Role(role),
        invited_by,
        from_micros(created_at),
        from_micros(expires_at),
    )
