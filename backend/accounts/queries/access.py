"""What lets somebody in: sessions of browsers, tokens of client apps."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.core.clock import from_micros, now_micros
from backend.core.database import placeholders, read
from backend.core.permissions import Role, Scope

_LIVE_SESSION = (
    "SELECT s.id, s.user_id, s.account_id, m.role, u.name, u.locale, s.last_seen_at, s.expires_at "
    "FROM session s JOIN user_account u ON u.id = s.user_id "
    "JOIN membership m ON m.account_id = s.account_id AND m.user_id = s.user_id "
    "WHERE s.expires_at > ?"
)
_LIVE_API_KEY = (
    "SELECT t.id, t.token_hash, t.user_id, t.account_id, m.role, t.scopes, t.name, u.locale, "
    "t.last_used_at, t.expires_at FROM api_token t JOIN user_account u ON u.id = t.user_id "
    "JOIN membership m ON m.account_id = t.account_id AND m.user_id = t.user_id "
    "WHERE (t.expires_at IS NULL OR t.expires_at > ?)"
)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A signed-in browser, as its owner sees it."""

    id: int
    created_at: datetime
    last_seen_at: datetime
    user_agent: str
    ip_address: str


@dataclass(frozen=True, slots=True)
class TokenRow:
    """An API token, as its maker sees it."""

    id: int
    name: str
    prefix: str
    scopes: tuple[Scope, ...]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class SessionAuthority:
    """Who a session's cookie stands for, right now. Instants in stored microseconds."""

    session_id: int
    user_id: int
    account_id: int
    role: Role
    name: str
    locale: str
    last_seen_at: int
    expires_at: int


@dataclass(frozen=True, slots=True)
class TokenAuthority:
    """Whom an API token stands for, right now. Instants in stored microseconds."""

    token_id: int
    token_hash: str
    user_id: int
    account_id: int
    role: Role
    scopes: frozenset[Scope]
    name: str
    locale: str
    last_used_at: int | None
    expires_at: int | None


def parse_scopes(stored: str) -> tuple[Scope, ...]:
    """Return the scopes of their stored text."""
    return tuple(Scope(part) for part in stored.split(","))


async def sessions_of(user_id: int) -> list[SessionRow]:
    """Return a person's live sessions, the one used last first."""
    rows = await read.fetch(
        "SELECT id, created_at, last_seen_at, user_agent, ip_address FROM session "
        "WHERE user_id = ? AND expires_at > ? ORDER BY last_seen_at DESC, id DESC",
        (user_id, now_micros()),
    )
    return [
        SessionRow(key, from_micros(created), from_micros(seen), agent, address)
        for key, created, seen, agent, address in rows
    ]


async def session_authority(token_hash: str) -> SessionAuthority | None:
    """Return who a cookie stands for, or None when its session is over or they left the account."""
    row = await read.fetch_one(f"{_LIVE_SESSION} AND s.token_hash = ?", (now_micros(), token_hash))
    return _session_authority(row) if row else None


async def current_sessions(keys: Collection[int]) -> dict[int, SessionAuthority]:
    """Return whom sessions stand for now, by primary key; those that are over are left out."""
    if not keys:
        return {}
    rows = await read.fetch(
        f"{_LIVE_SESSION} AND s.id IN ({placeholders(len(keys))})", (now_micros(), *keys)
    )
    return {row[0]: _session_authority(row) for row in rows}


async def tokens_of(account_id: int, user_id: int) -> list[TokenRow]:
    """Return the tokens that a person made in an account, the newest first."""
    rows = await read.fetch(
        "SELECT id, name, prefix, scopes, created_at, expires_at, last_used_at FROM api_token "
        "WHERE account_id = ? AND user_id = ? ORDER BY created_at DESC, id DESC",
        (account_id, user_id),
    )
    return [
        TokenRow(
            key,
            name,
            prefix,
            parse_scopes(scopes),
            from_micros(created),
            from_micros(expires) if expires is not None else None,
            from_micros(used) if used is not None else None,
        )
        for key, name, prefix, scopes, created, expires, used in rows
    ]


async def token_authority(prefix: str) -> TokenAuthority | None:
    """Return whom the token with a prefix stands for, or None when it is over.

    The role is the maker's in the account today, whatever it was when the token was made.
    """
    row = await read.fetch_one(f"{_LIVE_API_KEY} AND t.prefix = ?", (now_micros(), prefix))
    return _token_authority(row) if row else None


async def current_tokens(keys: Collection[int]) -> dict[int, TokenAuthority]:
    """Return whom API tokens stand for now, by primary key; those that are over are left out."""
    if not keys:
        return {}
    rows = await read.fetch(
        f"{_LIVE_API_KEY} AND t.id IN ({placeholders(len(keys))})", (now_micros(), *keys)
    )
    return {row[0]: _token_authority(row) for row in rows}


def _session_authority(row: tuple[Any, ...]) -> SessionAuthority:
    return SessionAuthority(row[0], row[1], row[2], Role(row[3]), *row[4:])


def _token_authority(row: tuple[Any, ...]) -> TokenAuthority:
    scopes = frozenset(parse_scopes(row[5]))
    return TokenAuthority(row[0], row[1], row[2], row[3], Role(row[4]), scopes, *row[6:])
