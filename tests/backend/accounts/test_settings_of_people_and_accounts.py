"""Profile, account, and going on in another account."""

from __future__ import annotations

import asyncio

import pytest

from backend.accounts.queries.access import sessions_of
from backend.accounts.service.account import AccountChange, switch_account, update_account
from backend.accounts.service.founding import join
from backend.accounts.service.profile import ProfileChange, update_profile
from backend.core.errors import Forbidden, NotFound, Refusals
from backend.core.permissions import Actor, Role, Scope
from backend.core.unit_of_work import unit_of_work
from tests.backend.accounts.log import history, kinds
from tests.factories.accounts import Person, actor_of, new_member

pytestmark = pytest.mark.sqlite_only  # others ask the same statements of PostgreSQL


async def test_a_profile_changes_in_every_account_of_the_person(
    owner: Person, stranger: Person
) -> None:
    async with unit_of_work(Actor.system(stranger.account_id)) as unit:
        await join(unit, stranger.account_id, owner.user_id, Role.VIEWER)
    row = await update_profile(
        owner.actor,
        ProfileChange(name=" Ólga  O'Rossi ", locale="en", theme="dark", time_zone="UTC"),
    )
    assert (row.name, row.locale, row.theme, row.time_zone) == ("Ólga O'Rossi", "en", "dark", "UTC")
    for account_id in (owner.account_id, stranger.account_id):
        change = (await history(account_id))[-1]
        assert change.kind == "member.updated"
        assert change.payload == {
            "user_id": owner.user_id,
            "fields": ["locale", "name", "theme", "time_zone"],
        }


async def test_what_is_left_out_or_the_same_stays(owner: Person) -> None:
    before = await kinds(owner.account_id)
    row = await update_profile(owner.actor, ProfileChange(name=owner.name))
    assert (row.name, row.locale) == (owner.name, "fr")
    assert await kinds(owner.account_id) == before


async def test_of_two_changes_at_once_the_later_is_kept(owner: Person) -> None:
    there_and_back = (ProfileChange(theme="dark"), ProfileChange(theme="system"))
    rows = await asyncio.gather(*(update_profile(owner.actor, change) for change in there_and_back))
    assert [row.theme for row in rows] == ["dark", "system"]
    assert (await update_profile(owner.actor, ProfileChange())).theme == "system"


async def test_a_profile_says_everything_that_is_wrong(owner: Person) -> None:
    with pytest.raises(Refusals) as refused:
        await update_profile(
            owner.actor, ProfileChange(name="", locale="de", time_zone="../../etc/passwd")
        )
    assert [(item.code, item.path) for item in refused.value.refusals] == [
        ("REQUIRED", ("name",)),
        ("LOCALE_UNKNOWN", ("locale",)),
        ("TIME_ZONE_UNKNOWN", ("timeZone",)),
    ]


async def test_an_api_token_changes_no_profile(owner: Person) -> None:
    token = Actor(
        owner.account_id,
        Role.OWNER,
        user_id=owner.user_id,
        scopes=frozenset(Scope),
        token_id=1,
    )
    with pytest.raises(Forbidden):
        await update_profile(token, ProfileChange(name="Other"))


async def test_an_account_changes_for_all(owner: Person) -> None:
    admin = await new_member(owner, Role.ADMIN)
    row = await update_account(
        admin.actor,
        AccountChange("Atelier", "fr", "fr", "Europe/Paris", "chf"),
    )
    assert (row.name, row.country, row.locale, row.time_zone, row.currency) == (
        "Atelier",
        "FR",
        "fr",
        "Europe/Paris",
        "CHF",
    )
    change = (await history(owner.account_id))[-1]
    assert (change.kind, change.actor_name) == ("account.updated", admin.name)
    assert change.payload == {"fields": ["country", "currency", "locale", "name", "time_zone"]}


async def test_an_account_says_everything_that_is_wrong(owner: Person) -> None:
    with pytest.raises(Refusals) as refused:
        await update_account(owner.actor, AccountChange("x" * 101, "XX", "de", "Mars", "BTC"))
    assert [item.code for item in refused.value.refusals] == [
        "TOO_LONG",
        "COUNTRY_UNKNOWN",
        "LOCALE_UNKNOWN",
        "TIME_ZONE_UNKNOWN",
        "CURRENCY_UNKNOWN",
    ]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.VIEWER])
async def test_members_and_viewers_set_no_account(owner: Person, role: Role) -> None:
    member = await new_member(owner, role)
    with pytest.raises(Forbidden):
        await update_account(member.actor, AccountChange(name="Mine now"))


async def test_a_session_goes_on_in_another_account(owner: Person, stranger: Person) -> None:
    async with unit_of_work(Actor.system(stranger.account_id)) as unit:
        await join(unit, stranger.account_id, owner.user_id, Role.VIEWER)
    assert (await switch_account(owner.actor, stranger.account_id)).name == "Elsewhere"
    actor = await actor_of(owner.cookie)
    assert actor is not None
    assert (actor.account_id, actor.role) == (stranger.account_id, Role.VIEWER)
    assert len(await sessions_of(owner.user_id)) == 1
    left = (await history(owner.account_id))[-1]
    assert (left.kind, left.subject_id) == ("session.left", owner.actor.session_id)


async def test_nobody_goes_on_where_they_do_not_belong(owner: Person, stranger: Person) -> None:
    for account_id in (stranger.account_id, 2**62):
        with pytest.raises(NotFound) as refused:
            await switch_account(owner.actor, account_id)
        assert refused.value.path == ("accountId",)
    actor = await actor_of(owner.cookie)
    assert actor is not None
    assert actor.account_id == owner.account_id
