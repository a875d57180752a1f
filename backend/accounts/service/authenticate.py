"""From a cookie or an API token to the actor, at every request."""

from __future__ import annotations

import asyncio
import hmac
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from backend.accounts.queries.access import (
    SessionAuthority,
    TokenAuthority,
    session_authority,
    token_authority,
)
from backend.accounts.rules.codes import token_prefix
from backend.accounts.service.authority_cache import AuthorityCache
from backend.accounts.service.visitor import MAX_IP_ADDRESS, MAX_USER_AGENT
from backend.core.clock import from_micros, now_micros
from backend.core.database.failures import DATABASE_FAILURES
from backend.core.permissions import Actor
from backend.core.secrets import token_hash
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work
from backend.core.uploads.errors import DiskFull

log = structlog.get_logger(__name__)
SEEN_EVERY = timedelta(minutes=1)
SEEN_WAITS_SECONDS = 0.25
"""A request never waits longer than this behind a writer for the sake of a "last seen"."""
MAX_COOKIE = 100

_sessions: AuthorityCache[SessionAuthority] = AuthorityCache()
_tokens: AuthorityCache[TokenAuthority] = AuthorityCache()


@dataclass(frozen=True, slots=True)
class Authenticated:
    """An actor, and when their session or token ends if nothing happens (None: never)."""

    actor: Actor
    expires_at: datetime | None


async def actor_of_cookie(
    cookie: str, *, ip: str, user_agent: str, request_id: str
) -> Authenticated | None:
    """Return who a session's cookie stands for now, or None. Keeps "last seen" to the minute."""
    if not cookie or len(cookie) > MAX_COOKIE:
        return None
    mark = token_hash(cookie)
    generation = _sessions.generation()
    found = _sessions.get(mark)
    if found is None:
        found = await session_authority(mark)
        if found is None:
            return None
        _sessions.put(mark, found.account_id, found, generation)
    if found.expires_at <= now_micros():
        return None
    if _is_due(found.last_seen_at):
        # Kept as seen meanwhile: of many requests behind a long write, one waits for it.
        seen = replace(found, last_seen_at=now_micros())
        _sessions.put(mark, found.account_id, seen, generation)
        if await _see_session(found, ip, user_agent):
            _sessions.forget(mark)
    return Authenticated(_session_actor(found, request_id), from_micros(found.expires_at))


async def actor_of_token(token: str, *, request_id: str) -> Authenticated | None:
    """Return whom an API token stands for now, or None. Keeps "last used" to the minute."""
    prefix = token_prefix(token)
    if prefix is None:
        return None
    generation = _tokens.generation()
    found = _tokens.get(prefix)
    if found is None:
        found = await token_authority(prefix)
        if found is None:
            return None
        _tokens.put(prefix, found.account_id, found, generation)
    if not hmac.compare_digest(found.token_hash, token_hash(token)):
        return None
    if found.expires_at is not None and found.expires_at <= now_micros():
        return None
    if _is_due(found.last_used_at):
        used = replace(found, last_used_at=now_micros())
        _tokens.put(prefix, found.account_id, used, generation)
        if await _see_token(found):
            _tokens.forget(prefix)
    expires_at = from_micros(found.expires_at) if found.expires_at is not None else None
    return Authenticated(_token_actor(found, request_id), expires_at)


def _session_actor(found: SessionAuthority, request_id: str) -> Actor:
    return Actor(
        account_id=found.account_id,
        role=found.role,
        user_id=found.user_id,
        session_id=found.session_id,
        name=found.name,
        locale=found.locale,
        request_id=request_id,
    )


def _token_actor(found: TokenAuthority, request_id: str) -> Actor:
    return Actor(
        account_id=found.account_id,
        role=found.role,
        user_id=found.user_id,
        scopes=found.scopes,
        token_id=found.token_id,
        name=found.name,
        locale=found.locale,
        request_id=request_id,
    )


def _is_due(last: int | None) -> bool:
    return last is None or now_micros() - last >= SEEN_EVERY // timedelta(microseconds=1)


async def _see_session(found: SessionAuthority, ip: str, user_agent: str) -> bool:
    now = now_micros()
    expires_at = now + timedelta(days=settings().session_days) // timedelta(microseconds=1)
    seen = (
        "UPDATE session SET last_seen_at = ?, expires_at = ?, ip_address = ?, user_agent = ? "
        "WHERE id = ? AND last_seen_at < ?"
    )
    member = "UPDATE membership SET last_seen_at = ? WHERE account_id = ? AND user_id = ?"
    where_from = (ip[:MAX_IP_ADDRESS], user_agent[:MAX_USER_AGENT])
    return await _write_soon(
        (seen, (now, expires_at, *where_from, found.session_id, now)),
        (member, (now, found.account_id, found.user_id)),
    )


async def _see_token(found: TokenAuthority) -> bool:
    now = now_micros()
    return await _write_soon(
        ("UPDATE api_token SET last_used_at = ? WHERE id = ?", (now, found.token_id))
    )


_UNWRITTEN: tuple[type[Exception], ...] = (*DATABASE_FAILURES, DiskFull)


async def _write_soon(*statements: tuple[str, tuple[int | str, ...]]) -> bool:
    """Write now or, behind a long transaction or on a full disk, not this time; return which."""
    try:
        async with asyncio.timeout(SEEN_WAITS_SECONDS), unit_of_work(Actor.system(0)) as unit:
            for sql, params in statements:
                await unit.execute(sql, params)
    except TimeoutError:
        log.debug("last_seen_skipped")
        return False
    except _UNWRITTEN as error:
        log.warning("last_seen_failed", error=repr(error))
        return False
    return True
