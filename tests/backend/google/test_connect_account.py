"""Connecting a Google account: by whoever began it, once, and for as long as Google lets us."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest

from backend.accounts.service.team import remove_member
from backend.core import clock
from backend.core.database import read
from backend.core.errors import Forbidden, NotFound, Refusal
from backend.core.jobs.worker import run_due_jobs
from backend.core.permissions import Role
from backend.domains import load_jobs
from backend.google.errors import (
    GoogleContactsNotAllowed,
    GoogleDenied,
    GoogleNotConfigured,
    GoogleRevoked,
    GoogleSignInOver,
)
from backend.google.queries import own_accounts
from backend.google.service.connect import begin_sign_in, end_sign_in
from backend.google.service.disconnect import disconnect_account
from backend.google.service.read_labels import read_labels
from tests.factories.accounts import Person, new_member, new_owner, signed_in
from tests.factories.google import agree, connect
from tests.fixtures.databases import TestDatabase
from tests.fixtures.google_stand_in import CLIENT_ID, GoogleStandIn

load_jobs()


@pytest.fixture
async def owner(database: TestDatabase) -> Person:
    return await new_owner()


async def test_a_sign_in_asks_to_read_contacts_and_keeps_what_it_gets_sealed(
    google: GoogleStandIn, owner: Person
) -> None:
    url = await begin_sign_in(owner.actor)
    asked = dict(parse_qsl(urlsplit(url).query))
    assert asked["scope"].split() == [
        "openid", "email", "https://www.googleapis.com/auth/contacts.readonly",
    ]  # fmt: skip
    assert (asked["client_id"], asked["code_challenge_method"]) == (CLIENT_ID, "S256")
    assert asked["access_type"] == "offline"
    assert "select_account" in asked["prompt"]
    state, code = agree(google, url)
    await end_sign_in(owner.actor, state, code=code)
    [account] = await own_accounts(owner.actor)
    assert (account.email, account.is_connected) == ("ann@example.org", True)
    [(refresh, grant)] = google.grants.items()
    assert account.refresh_token == refresh
    kept = str(await read.fetch("SELECT * FROM google_account"))
    assert refresh not in kept
    assert not any(token in kept for token in grant.access)


async def test_only_who_began_it_ends_it_and_once(google: GoogleStandIn, owner: Person) -> None:
    other = await new_member(owner, Role.ADMIN)
    elsewhere = await signed_in(owner.user_id, owner.account_id, owner.name, owner.email)
    state, code = agree(google, await begin_sign_in(owner.actor))
    for actor in (other.actor, elsewhere.actor, (await new_owner()).actor):
        with pytest.raises(GoogleSignInOver):
            await end_sign_in(actor, state, code=code)
    with pytest.raises(GoogleSignInOver):
        await end_sign_in(owner.actor, f"{state}x", code=code)
    await end_sign_in(owner.actor, state, code=code)
    with pytest.raises(GoogleSignInOver):
        await end_sign_in(owner.actor, state, code=code)
    again, _ = agree(google, await begin_sign_in(owner.actor))
    with pytest.raises(GoogleSignInOver):  # a code of before, which Google takes no second time
        await end_sign_in(owner.actor, again, code=code)
    late, code = agree(google, await begin_sign_in(owner.actor))
    with (
        clock.frozen(clock.now() + timedelta(minutes=11)),
        pytest.raises(GoogleSignInOver),
    ):
        await end_sign_in(owner.actor, late, code=code)
    assert [row.email for row in await own_accounts(owner.actor)] == ["ann@example.org"]
    assert await own_accounts(other.actor) == []


async def test_who_does_not_agree_connects_nothing(google: GoogleStandIn, owner: Person) -> None:
    state, _ = agree(google, await begin_sign_in(owner.actor))
    with pytest.raises(GoogleDenied):
        await end_sign_in(owner.actor, state, error="access_denied")
    state, code = agree(google, await begin_sign_in(owner.actor), scope="openid email")
    with pytest.raises(GoogleContactsNotAllowed):
        await end_sign_in(owner.actor, state, code=code)
    assert await own_accounts(owner.actor) == []


@pytest.mark.sqlite_only
async def test_two_windows_connect_two_accounts_at_once(
    google: GoogleStandIn, owner: Person
) -> None:
    urls = [await begin_sign_in(owner.actor) for _ in range(3)]
    emails = ("ann@example.org", "studio@example.org", "ann@example.org")
    came = [agree(google, url, email) for url, email in zip(urls, emails, strict=True)]
    await asyncio.gather(*(end_sign_in(owner.actor, state, code=code) for state, code in came))
    assert {row.email for row in await own_accounts(owner.actor)} == set(emails)
    assert len(await own_accounts(owner.actor)) == 2


async def test_a_consent_taken_back_is_said_and_can_be_given_again(
    google: GoogleStandIn, owner: Person
) -> None:
    key = await connect(google, owner.actor)
    google.end_access()
    await read_labels(owner.actor, key)
    assert google.refreshes == 1
    google.revoke_all()
    with pytest.raises(GoogleRevoked):
        await read_labels(owner.actor, key)
    [account] = await own_accounts(owner.actor)
    assert (account.is_connected, account.refresh_token, account.access_token) == (
        False, None, None,
    )  # fmt: skip
    url = await begin_sign_in(owner.actor, key)
    assert "login_hint=ann%40example.org" in url
    state, code = agree(google, url)
    assert await end_sign_in(owner.actor, state, code=code) == key
    await read_labels(owner.actor, key)
    [account] = await own_accounts(owner.actor)
    titles = {label.title: label.count for label in account.labels}
    assert titles == {
        "Clients": 6, "Newsletter": 3, "Ateliers & cafés": 0, "starred": 0, "friends": 0,
    }  # fmt: skip
    assert account.people == 24


async def test_disconnecting_forgets_here_and_there(google: GoogleStandIn, owner: Person) -> None:
    key = await connect(google, owner.actor)
    [refresh] = google.grants
    with pytest.raises(NotFound):
        await disconnect_account((await new_member(owner, Role.ADMIN)).actor, key)
    other = (await new_owner()).actor
    theirs = await connect(google, other)
    await disconnect_account(other, theirs)
    await run_due_jobs()
    assert google.revoked == []  # it would end the owner's too
    await disconnect_account(owner.actor, key)
    assert await own_accounts(owner.actor) == []
    await run_due_jobs()
    assert google.revoked == [refresh]
    assert refresh not in google.grants


async def test_who_leaves_the_account_takes_their_google_account_along(
    google: GoogleStandIn, owner: Person
) -> None:
    member = await new_member(owner, Role.MEMBER)
    await connect(google, member.actor)
    await remove_member(owner.actor, member.membership_id)
    await run_due_jobs()
    assert await read.fetch("SELECT id FROM google_account") == []
    assert google.grants == {}


async def test_viewers_tokens_and_servers_without_a_client_connect_nothing(
    google: GoogleStandIn, owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewer = await new_member(owner, Role.VIEWER)
    token = type(owner.actor)(owner.account_id, Role.OWNER, owner.user_id, token_id=1)
    for actor in (viewer.actor, token):
        with pytest.raises(Forbidden):
            await begin_sign_in(actor)
    from backend.core.settings import settings

    monkeypatch.setattr(settings(), "google_client_id", "")
    with pytest.raises(GoogleNotConfigured):
        await begin_sign_in(owner.actor)


async def test_a_wrong_secret_and_a_google_that_is_away_are_told_apart(
    google: GoogleStandIn, owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.core.settings import settings

    async def refused(**wrong: str) -> str:
        for name, value in wrong.items():
            monkeypatch.setattr(settings(), name, value)
        state, code = agree(google, await begin_sign_in(owner.actor))
        with pytest.raises(Refusal) as caught:
            await end_sign_in(owner.actor, state, code=code)
        return caught.value.code

    assert await refused(google_client_secret="another") == "GOOGLE_CLIENT_WRONG"
    assert await refused(google_oauth_url="http://127.0.0.1:9") == "GOOGLE_UNREACHABLE"
