"""API tokens: made, shown once, listed to their maker, ended."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.accounts.errors import ExpiryInPast
from backend.accounts.queries.access import tokens_of
from backend.accounts.service.tokens import MAX_TOKENS, create_token, revoke_token
from backend.core.clock import now
from backend.core.database import read
from backend.core.errors import Forbidden, InvalidCharacters, NotFound, Required, TooLong, TooMany
from backend.core.permissions import Actor, Role, Scope
from tests.backend.accounts.log import history
from tests.factories.accounts import Person, new_member

pytestmark = pytest.mark.sqlite_only  # others ask the same statements of PostgreSQL


async def test_the_secret_is_shown_once_and_kept_as_a_hash(owner: Person) -> None:
    made = await create_token(owner.actor, " My  app ", {Scope.WRITE})
    assert made.secret.startswith(made.row.prefix + "_")
    assert made.row.prefix.startswith("carnet_")
    [row] = await tokens_of(owner.account_id, owner.user_id)
    assert (row.name, row.scopes, row.expires_at, row.last_used_at) == (
        "My app",
        (Scope.READ, Scope.WRITE),
        None,
        None,
    )
    stored = await read.fetch_one("SELECT prefix, token_hash FROM api_token")
    assert stored is not None
    assert made.secret not in "".join(stored)
    assert (await history(owner.account_id))[-1].payload == {
        "user_id": owner.user_id,
        "scopes": ["read", "write"],
    }


async def test_each_maker_sees_their_own_in_this_account(owner: Person, stranger: Person) -> None:
    member = await new_member(owner, Role.MEMBER)
    for person in (owner, member, stranger):
        await create_token(person.actor, person.name, {Scope.READ})
    for person in (owner, member, stranger):
        names = [row.name for row in await tokens_of(person.account_id, person.user_id)]
        assert names == [person.name]


async def test_ending_one_is_a_fact_of_its_account(owner: Person) -> None:
    made = await create_token(owner.actor, "App", {Scope.READ})
    await revoke_token(owner.actor, made.row.id)
    change = (await history(owner.account_id))[-1]
    assert (change.kind, change.subject_type, change.subject_id, change.payload) == (
        "token.revoked",
        "ApiToken",
        made.row.id,
        {"user_id": owner.user_id},
    )
    with pytest.raises(NotFound):
        await revoke_token(owner.actor, made.row.id)


async def test_nobody_ends_anothers(owner: Person, stranger: Person) -> None:
    made = await create_token(owner.actor, "App", {Scope.READ})
    admin = await new_member(owner, Role.ADMIN)
    for other in (stranger, admin):
        with pytest.raises(NotFound):
            await revoke_token(other.actor, made.row.id)
    assert len(await tokens_of(owner.account_id, owner.user_id)) == 1


async def test_refuses_bad_names_no_scopes_and_ends_in_the_past(owner: Person) -> None:
    for name, refusal in (
        ("", Required),
        (" ", Required),
        ("x" * 101, TooLong),
        ("x" * 10_000_000, TooLong),
        ("a\x00b", InvalidCharacters),
    ):
        with pytest.raises(refusal):
            await create_token(owner.actor, name, {Scope.READ})
    with pytest.raises(Required) as refused:
        await create_token(owner.actor, "App", set())
    assert refused.value.path == ("scopes",)
    with pytest.raises(ExpiryInPast):
        await create_token(owner.actor, "App", {Scope.READ}, now() - timedelta(seconds=1))
    assert await tokens_of(owner.account_id, owner.user_id) == []


async def test_viewers_and_tokens_make_none(owner: Person) -> None:
    viewer = await new_member(owner, Role.VIEWER)
    token = Actor(
        owner.account_id,
        Role.OWNER,
        user_id=owner.user_id,
        scopes=frozenset(Scope),
        token_id=1,
    )
    for actor in (viewer.actor, token):
        with pytest.raises(Forbidden):
            await create_token(actor, "App", {Scope.READ})
    with pytest.raises(Forbidden):
        await revoke_token(token, 1)


async def test_nobody_makes_them_without_end(owner: Person) -> None:
    for _ in range(MAX_TOKENS):
        await create_token(owner.actor, "App", {Scope.READ})
    with pytest.raises(TooMany):
        await create_token(owner.actor, "App", {Scope.READ})
