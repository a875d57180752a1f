"""Signing up."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from backend.accounts.errors import EmailTaken, SignUpClosed
from backend.accounts.service.sign_up import SignUp, sign_up
from backend.accounts.service.tickets import exchange_ticket
from backend.core.database import read
from backend.core.errors import RateLimited, Refusals
from backend.core.permissions import Role
from backend.core.settings import settings
from tests.backend.accounts.log import history
from tests.factories.accounts import VISITOR, actor_of

pytestmark = pytest.mark.usefixtures("database")

ADA = SignUp(
    name="  Ada   D'Amico ",
    email="Ada@Example.org",
    password="correct horse battery",
    account_name="Atelier D'Amico",
    country="it",
    locale="it",
    time_zone="Europe/Rome",
)


async def count_people() -> int:
    return int(await read.fetch_value("SELECT COUNT(*) FROM user_account"))


async def test_makes_a_person_an_account_and_its_owner_at_once() -> None:
    actor = await actor_of(await exchange_ticket(VISITOR, await sign_up(VISITOR, ADA)))
    assert actor is not None
    assert (actor.role, actor.name, actor.locale) == (Role.OWNER, "Ada D'Amico", "it")
    row = await read.fetch_one(
        "SELECT name, country, locale, time_zone, currency FROM account WHERE id = ?",
        (actor.account_id,),
    )
    assert row == ("Atelier D'Amico", "IT", "it", "Europe/Rome", "EUR")
    changes = await history(actor.account_id)
    assert [change.kind for change in changes] == [
        "account.created",
        "member.joined",
        "session.started",
    ]
    assert {(change.actor_kind, change.actor_name) for change in changes} == {
        ("user", "Ada D'Amico")
    }


async def test_says_everything_that_is_wrong_at_once() -> None:
    with pytest.raises(Refusals) as refused:
        await sign_up(
            VISITOR, SignUp("a\x07b", "nobody@", "short", " ", "ZZ", "xx", "Mars/Olympus")
        )
    assert [(item.code, item.path) for item in refused.value.refusals] == [
        ("INVALID_CHARACTERS", ("name",)),
        ("EMAIL_INVALID", ("email",)),
        ("PASSWORD_TOO_SHORT", ("password",)),
        ("REQUIRED", ("accountName",)),
        ("LOCALE_UNKNOWN", ("locale",)),
        ("COUNTRY_UNKNOWN", ("country",)),
        ("TIME_ZONE_UNKNOWN", ("timeZone",)),
    ]
    assert await count_people() == 0


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "REQUIRED"),
        ("x" * 201, "TOO_LONG"),
        ("x" * 9, "PASSWORD_TOO_SHORT"),
        ("ADA@example.org", "PASSWORD_IS_EMAIL"),
        ("motdepasse123", "PASSWORD_TOO_COMMON"),
        ("abababababab", "PASSWORD_TOO_COMMON"),
        ("half a pair \ud800", "INVALID_CHARACTERS"),
    ],
)
async def test_refuses_a_password_that_protects_nothing(password: str, code: str) -> None:
    with pytest.raises(Refusals) as refused:
        await sign_up(VISITOR, replace(ADA, password=password))
    assert [item.code for item in refused.value.refusals] == [code]


async def test_one_address_signs_up_once_whatever_its_case() -> None:
    await sign_up(VISITOR, ADA)
    with pytest.raises(EmailTaken):
        await sign_up(VISITOR, replace(ADA, email="ADA@EXAMPLE.ORG"))


async def test_of_two_at_once_with_one_address_one_gets_in() -> None:
    answers = await asyncio.gather(
        *(sign_up(VISITOR, ADA) for _ in range(4)), return_exceptions=True
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["EmailTaken"] * 3 + ["str"]
    assert await count_people() == 1
    assert await read.fetch_value("SELECT COUNT(*) FROM account") == 1


async def test_a_closed_server_takes_its_first_person_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CARNET_SIGN_UP", "closed")
    settings.cache_clear()
    answers = await asyncio.gather(
        *(sign_up(VISITOR, replace(ADA, email=f"ada{place}@example.org")) for place in range(4)),
        return_exceptions=True,
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["SignUpClosed"] * 3 + ["str"]
    with pytest.raises(SignUpClosed):
        await sign_up(VISITOR, replace(ADA, email="eve@example.org"))
    assert await count_people() == 1


async def test_an_address_cannot_sign_up_without_end() -> None:
    for place in range(20):
        await sign_up(VISITOR, replace(ADA, email=f"ada{place}@example.org"))
    with pytest.raises(RateLimited):
        await sign_up(VISITOR, replace(ADA, email="one-more@example.org"))
