"""From cookies and tokens to actors: what counts, for how long, and how soon it stops."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.accounts.authenticator import AccountsAuthenticator
from backend.accounts.service.profile import ProfileChange, update_profile
from backend.accounts.service.sessions import revoke_session
from backend.accounts.service.team import change_member_role, remove_member
from backend.accounts.service.tokens import create_token, revoke_token
from backend.core.database import read
from backend.core.errors import Unauthenticated
from backend.core.graphql.context import Credentials
from backend.core.permissions import Actor, Permission, Role, Scope
from backend.core.unit_of_work import unit_of_work
from tests.factories.accounts import VISITOR, Person, actor_of, new_member, new_session
from tests.fixtures.clock import HeldClock
from tests.fixtures.databases import TestDatabase, unwritable

pytestmark = pytest.mark.sqlite_only  # others ask the same statements of PostgreSQL

AUTHENTICATOR = AccountsAuthenticator()
SESSION_TIMES = "SELECT last_seen_at, expires_at FROM session WHERE id = ?"


async def by_token(secret: str) -> Actor | None:
    return await AUTHENTICATOR.authenticate(Credentials(bearer=secret), request_id="r")


async def test_a_cookie_stands_for_its_person(owner: Person) -> None:
    actor = await AUTHENTICATOR.authenticate(
        Credentials(cookie=owner.cookie, ip=VISITOR.ip), request_id="r"
    )
    assert actor is not None
    assert (actor.user_id, actor.account_id, actor.request_id) == (
        owner.user_id,
        owner.account_id,
        "r",
    )


@pytest.mark.usefixtures("owner")
@pytest.mark.parametrize("cookie", ["", "nonsense", "x" * 100_000, "é", "' OR 1=1 --"])
async def test_another_cookie_stands_for_nobody(cookie: str) -> None:
    assert await AUTHENTICATOR.authenticate(Credentials(cookie=cookie), request_id="r") is None


async def test_nothing_presented_is_nobody(owner: Person) -> None:
    assert await AUTHENTICATOR.authenticate(Credentials(), request_id="r") is None


async def test_a_token_stands_for_its_maker_within_its_scopes(owner: Person) -> None:
    made = await create_token(owner.actor, "Reader", {Scope.READ})
    actor = await by_token(made.secret)
    assert actor is not None
    assert (actor.kind, actor.name, actor.account_id) == ("token", "Reader", owner.account_id)
    assert actor.permissions == {Permission.READ, Permission.EXPORT_CONTACTS}


async def test_a_token_never_manages_people_or_tokens(owner: Person) -> None:
    made = await create_token(owner.actor, "Writer", {Scope.WRITE})
    actor = await by_token(made.secret)
    assert actor is not None
    assert Permission.WRITE_CONTACTS in actor.permissions
    assert actor.permissions.isdisjoint(
        {
            Permission.MANAGE_OWN_USER,
            Permission.MANAGE_TOKENS,
            Permission.MANAGE_TEAM,
            Permission.OWN_ACCOUNT,
        }
    )


async def test_a_token_follows_its_makers_role(owner: Person) -> None:
    admin = await new_member(owner, Role.ADMIN)
    made = await create_token(admin.actor, "App", {Scope.WRITE})
    before = await by_token(made.secret)
    await change_member_role(owner.actor, admin.membership_id, Role.VIEWER)
    after = await by_token(made.secret)
    assert before is not None
    assert after is not None
    assert Permission.WRITE_CONTACTS in before.permissions
    assert after.permissions == {Permission.READ, Permission.SAVE_SEGMENTS}


async def test_wrong_tokens_are_refused(owner: Person) -> None:
    made = await create_token(owner.actor, "App", {Scope.READ})
    for secret in (
        made.secret[:-1] + ("A" if made.secret[-1] != "A" else "B"),
        made.row.prefix,
        made.row.prefix + "_",
        "carnet_",
        "",
        "é" * 50,
        "x" * 100_000,
    ):
        with pytest.raises(Unauthenticated):
            await by_token(secret)


async def test_a_token_ends_when_it_says(clock: HeldClock, owner: Person) -> None:
    made = await create_token(owner.actor, "App", {Scope.READ}, clock.now + timedelta(minutes=10))
    assert await by_token(made.secret) is not None
    clock.advance(minutes=11)
    with pytest.raises(Unauthenticated):
        await by_token(made.secret)


async def test_last_used_is_kept_to_the_minute(clock: HeldClock, owner: Person) -> None:
    made = await create_token(owner.actor, "App", {Scope.READ})
    sql = "SELECT last_used_at FROM api_token WHERE id = ?"
    await by_token(made.secret)
    first = await read.fetch_value(sql, (made.row.id,))
    clock.advance(seconds=30)
    await by_token(made.secret)
    assert first is not None
    assert await read.fetch_value(sql, (made.row.id,)) == first


async def test_a_session_lives_on_while_it_is_used(clock: HeldClock, owner: Person) -> None:
    cookie = await new_session(owner.user_id, owner.account_id)
    actor = await actor_of(cookie)
    assert actor is not None
    clock.advance(days=29)
    assert await actor_of(cookie) is not None
    seen, expires = await read.fetch_one(SESSION_TIMES, (actor.session_id,)) or (0, 0)
    clock.advance(days=29)
    assert await actor_of(cookie) is not None
    assert (expires - seen) == timedelta(days=30) // timedelta(microseconds=1)
    clock.advance(days=31)
    assert await actor_of(cookie) is None


async def test_last_seen_is_written_at_most_once_a_minute(clock: HeldClock, owner: Person) -> None:
    before = await read.fetch_one(SESSION_TIMES, (owner.actor.session_id,))
    clock.advance(seconds=59)
    await actor_of(owner.cookie)
    assert await read.fetch_one(SESSION_TIMES, (owner.actor.session_id,)) == before
    clock.advance(days=1)
    await actor_of(owner.cookie)
    assert await read.fetch_one(SESSION_TIMES, (owner.actor.session_id,)) != before


async def test_a_request_does_not_wait_behind_a_long_write_to_be_seen(
    clock: HeldClock, owner: Person
) -> None:
    clock.advance(days=1)
    async with unit_of_work(Actor.system(0)) as unit:
        await unit.execute("UPDATE session SET ip_address = '' WHERE user_id = ?", (owner.user_id,))

        async def ask() -> Actor | None:
            return await actor_of(owner.cookie)

        # In a context of its own: this task's reads belong to the unit.
        import asyncio
        import contextvars

        asking = asyncio.get_running_loop().create_task(ask(), context=contextvars.Context())
        assert await asyncio.wait_for(asking, 2) is not None


async def test_a_full_disk_keeps_nobody_from_reading(
    clock: HeldClock, owner: Person, database: TestDatabase
) -> None:
    token = await create_token(owner.actor, "Reader", {Scope.READ})
    before = await read.fetch_one(SESSION_TIMES, (owner.actor.session_id,))
    clock.advance(days=1)
    async with unwritable(database, "session"):
        assert await actor_of(owner.cookie) is not None
    async with unwritable(database, "api_token"):
        assert await by_token(token.secret) is not None
    assert await read.fetch_one(SESSION_TIMES, (owner.actor.session_id,)) == before
    clock.advance(days=1)
    assert await actor_of(owner.cookie) is not None
    assert await read.fetch_one(SESSION_TIMES, (owner.actor.session_id,)) != before


async def test_asking_again_costs_no_statement(owner: Person) -> None:
    assert await actor_of(owner.cookie) is not None
    with read.statements() as statements:
        assert await actor_of(owner.cookie) is not None
    assert len(statements) <= 1  # a commit seen by the file's watcher may empty the cache


@pytest.mark.parametrize("how", ["session", "member", "role", "name"])
async def test_what_changed_counts_from_the_next_request_on(owner: Person, how: str) -> None:
    member = await new_member(owner, Role.MEMBER)
    assert await actor_of(member.cookie) is not None
    if how == "session":
        await revoke_session(member.actor, member.actor.session_id or 0)
        assert await actor_of(member.cookie) is None
    elif how == "member":
        await remove_member(owner.actor, member.membership_id)
        assert await actor_of(member.cookie) is None
    elif how == "role":
        await change_member_role(owner.actor, member.membership_id, Role.VIEWER)
        found = await actor_of(member.cookie)
        assert found is not None
        assert found.role is Role.VIEWER
    else:
        await update_profile(member.actor, ProfileChange(name="Renamed", locale="it"))
        found = await actor_of(member.cookie)
        assert found is not None
        assert (found.name, found.locale) == ("Renamed", "it")


async def test_a_revoked_token_is_refused_at_once(owner: Person) -> None:
    made = await create_token(owner.actor, "App", {Scope.READ})
    assert await by_token(made.secret) is not None
    await revoke_token(owner.actor, made.row.id)
    with pytest.raises(Unauthenticated):
        await by_token(made.secret)


async def test_everyone_who_listens_is_asked_about_in_two_statements(owner: Person) -> None:
    member = await new_member(owner, Role.MEMBER)
    leaver = await new_member(owner, Role.MEMBER)
    token = await create_token(owner.actor, "App", {Scope.READ})
    app = await by_token(token.secret)
    assert app is not None
    await change_member_role(owner.actor, member.membership_id, Role.VIEWER)
    await remove_member(owner.actor, leaver.membership_id)
    listeners = [owner.actor, member.actor, leaver.actor, app, Actor.system(owner.account_id)]
    with read.statements() as statements:
        now = await AUTHENTICATOR.refresh_actors(listeners)
    assert len(statements) == 2
    assert now[0] == owner.actor
    assert now[1] is not None
    assert now[1].role is Role.VIEWER
    assert now[2] is None
    assert now[3] == app
    assert now[4] == listeners[4]
    await revoke_token(owner.actor, token.row.id)
    assert (await AUTHENTICATOR.refresh_actors([app])) == [None]
