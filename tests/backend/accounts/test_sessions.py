"""Sessions: listed, ended, and nobody else's business."""

from __future__ import annotations

import pytest

from backend.accounts.queries.access import sessions_of
from backend.accounts.service.sessions import (
    revoke_other_sessions,
    revoke_session,
    sign_out,
    sign_out_cookie,
)
from backend.core.errors import Forbidden, NotFound
from backend.core.permissions import Actor, Scope
from tests.backend.accounts.log import history
from tests.factories.accounts import VISITOR, Person, actor_of, new_session
from tests.fixtures.clock import HeldClock

pytestmark = pytest.mark.sqlite_only  # others ask the same statements of PostgreSQL


async def test_lists_live_sessions_the_last_used_first(clock: HeldClock, owner: Person) -> None:
    clock.advance(days=20)
    await new_session(owner.user_id, owner.account_id)
    rows = await sessions_of(owner.user_id)
    assert [(row.user_agent, row.ip_address) for row in rows] == [
        (VISITOR.user_agent, VISITOR.ip),
        (VISITOR.user_agent, VISITOR.ip),
    ]
    assert rows[0].last_seen_at > rows[1].last_seen_at
    clock.advance(days=11)
    assert len(await sessions_of(owner.user_id)) == 1


async def test_ending_one_is_a_fact_of_its_account(owner: Person) -> None:
    other = await actor_of(await new_session(owner.user_id, owner.account_id))
    assert other is not None
    await revoke_session(owner.actor, other.session_id or 0)
    change = (await history(owner.account_id))[-1]
    assert (change.kind, change.subject_type, change.subject_id, change.payload) == (
        "session.revoked",
        "Session",
        other.session_id,
        {"user_id": owner.user_id},
    )
    with pytest.raises(NotFound):
        await revoke_session(owner.actor, other.session_id or 0)


async def test_a_stranger_cannot_end_it(owner: Person, stranger: Person) -> None:
    with pytest.raises(NotFound):
        await revoke_session(stranger.actor, owner.actor.session_id or 0)
    assert await actor_of(owner.cookie) is not None


async def test_ending_the_others_spares_this_one(owner: Person, stranger: Person) -> None:
    others = [await new_session(owner.user_id, owner.account_id) for _ in range(3)]
    assert await revoke_other_sessions(owner.actor) == 3
    assert [await actor_of(cookie) for cookie in others] == [None] * 3
    assert await actor_of(owner.cookie) is not None
    assert await actor_of(stranger.cookie) is not None


async def test_signing_out_ends_this_one(owner: Person) -> None:
    other = await new_session(owner.user_id, owner.account_id)
    await sign_out(owner.actor)
    await sign_out(owner.actor)
    assert await actor_of(owner.cookie) is None
    assert await actor_of(other) is not None
    await sign_out_cookie(VISITOR, other)
    await sign_out_cookie(VISITOR, "nonsense")
    assert await actor_of(other) is None


async def test_an_api_token_cannot_end_sessions(owner: Person) -> None:
    token = Actor(
        owner.account_id,
        owner.actor.role,
        user_id=owner.user_id,
        scopes=frozenset(Scope),
        token_id=1,
    )
    for attempt in (
        sign_out(token),
        revoke_session(token, owner.actor.session_id or 0),
        revoke_other_sessions(token),
    ):
        with pytest.raises(Forbidden):
            await attempt
