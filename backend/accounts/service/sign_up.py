"""Signing up: a person, an account, and their place in it as its owner."""

from __future__ import annotations

from dataclasses import dataclass

from tortoise.exceptions import IntegrityError

from backend.accounts.errors import EmailTaken, SignUpClosed
from backend.accounts.hashing import hash_password
from backend.accounts.queries.people import anybody_exists, find_person
from backend.accounts.rate_limits import SIGN_UP_BY_ADDRESS, count_try
from backend.accounts.rules.form import Form
from backend.accounts.rules.passwords import check_password
from backend.accounts.rules.places import (
    DEFAULT_COUNTRY,
    DEFAULT_TIME_ZONE,
    check_country,
    check_locale,
    check_time_zone,
)
from backend.accounts.rules.text import clean_name, parse_email
from backend.accounts.service.founding import NewAccount, NewPerson, found
from backend.accounts.service.tickets import issue_ticket
from backend.accounts.service.visitor import Visitor
from backend.core.locale import DEFAULT_LOCALE
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work


@dataclass(frozen=True, slots=True)
class SignUp:
    """What a person types to sign up. Country and time zone have defaults by language."""

    name: str
    email: str
    password: str
    account_name: str
    country: str | None = None
    locale: str | None = None
    time_zone: str | None = None


async def sign_up(visitor: Visitor, request: SignUp) -> str:
    """Make a person and their account; return a ticket for their first session.

    Raises:
        Refusals: some fields are refused.
        EmailTaken: somebody signs in with this address.
        SignUpClosed: the server takes people by invitation only, and has somebody already.
        RateLimited
    """
    form = Form()
    name = form.check(clean_name, request.name, ("name",))
    email = form.check(parse_email, request.email)
    password = form.check(check_password, request.password, email=request.email[:1000])
    account_name = form.check(clean_name, request.account_name, ("accountName",))
    locale = form.check(check_locale, request.locale or DEFAULT_LOCALE)
    country = form.check(check_country, request.country or DEFAULT_COUNTRY.get(locale, "GB"))
    time_zone = form.check(check_time_zone, request.time_zone or DEFAULT_TIME_ZONE)
    form.done()
    if settings().sign_up == "closed" and await anybody_exists():
        raise SignUpClosed
    await count_try((SIGN_UP_BY_ADDRESS, visitor.ip))
    if await find_person(email.key) is not None:
        raise EmailTaken(("email",))
    person = NewPerson(name, email, await hash_password(password), locale, time_zone)
    account = NewAccount(account_name, country, locale, time_zone)
    try:
        async with unit_of_work(visitor.server) as unit:
            await _refuse_when_closed(unit)
            founded = await found(unit, person, account)
            return await issue_ticket(founded.user_id, founded.account_id)
    except IntegrityError:  # somebody signed up with the same address at the same moment
        raise EmailTaken(("email",)) from None


async def _refuse_when_closed(unit: UnitOfWork) -> None:
    """Let only one first person in, also when two come at once."""
    if settings().sign_up != "closed":
        return
    if unit.dialect == "postgres":  # SQLite has one writer at a time anyway
        await unit.execute("LOCK TABLE user_account IN SHARE ROW EXCLUSIVE MODE")
    if await anybody_exists():
        raise SignUpClosed
