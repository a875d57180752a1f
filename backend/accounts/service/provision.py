"""What whoever runs the server may do from the command line: make people, act as one of them."""

from __future__ import annotations

from dataclasses import dataclass

from tortoise.exceptions import IntegrityError

from backend.accounts.errors import AccountAmbiguous, AccountUnknown, EmailTaken, RoleNotAllowed
from backend.accounts.hashing import hash_password
from backend.accounts.queries.accounts import AccountRow, account_to_open, accounts_called
from backend.accounts.queries.people import find_person
from backend.accounts.queries.team import member_of_user
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
from backend.accounts.service.founding import NewAccount, NewPerson, create_person, found, join
from backend.core.errors import NotFound
from backend.core.locale import DEFAULT_LOCALE
from backend.core.permissions import Actor, Role
from backend.core.unit_of_work import unit_of_work


@dataclass(frozen=True, slots=True)
class Provision:
    """A person to make. ``account`` is one to join by number or name, or the name of a new one."""

    name: str
    email: str
    password: str
    account: str | None = None
    role: Role | None = None
    locale: str = DEFAULT_LOCALE
    country: str | None = None
    time_zone: str = DEFAULT_TIME_ZONE


@dataclass(frozen=True, slots=True)
class Provisioned:
    """A person that was made, and their place."""

    user_id: int
    account_id: int
    account_name: str
    role: Role


async def provision_person(request: Provision) -> Provisioned:
    """Make a person, in an account that exists or in a new one of their own.

    Raises:
        Refusals: some values are refused.
        EmailTaken
        AccountAmbiguous: several accounts have that name.
        RoleNotAllowed: a new account's first person is its owner.
    """
    form = Form()
    name = form.check(clean_name, request.name, ("name",))
    email = form.check(parse_email, request.email)
    password = form.check(check_password, request.password, email=request.email)
    locale = form.check(check_locale, request.locale)
    country = form.check(check_country, request.country or DEFAULT_COUNTRY.get(locale, "GB"))
    time_zone = form.check(check_time_zone, request.time_zone)
    form.done()
    joined = await _existing_account(request.account)
    new_name = form.check(clean_name, request.account or name, ("account",))
    form.done()
    if joined is None and request.role not in (None, Role.OWNER):
        raise RoleNotAllowed(("role",), role=request.role.value)
    person = NewPerson(name, email, await hash_password(password), locale, time_zone)
    try:
        async with unit_of_work(Actor.system(joined.id if joined else 0)) as unit:
            if joined is not None:
                role = request.role or Role.MEMBER
                user_id = await create_person(person)
                await join(unit, joined.id, user_id, role)
                return Provisioned(user_id, joined.id, joined.name, role)
            founded = await found(unit, person, NewAccount(new_name, country, locale, time_zone))
            return Provisioned(founded.user_id, founded.account_id, new_name, Role.OWNER)
    except IntegrityError:
        raise EmailTaken(("email",)) from None


async def act_as(email: str, account: str | None = None) -> Actor:
    """Return a person as an actor, in the account they last had open or in one of theirs.

    Raises:
        NotFound: nobody signs in with this address.
        AccountUnknown: they are no member of it, or of any.
        AccountAmbiguous: several accounts have that name.
    """
    person = await find_person(parse_email(email).key)
    if person is None:
        raise NotFound(("email",))
    if account is None:
        account_id = await account_to_open(person.id)
    else:
        found_account = await _existing_account(account)
        account_id = found_account.id if found_account else None
    member = await member_of_user(account_id, person.id) if account_id is not None else None
    if member is None or account_id is None:
        raise AccountUnknown(("account",))
    return Actor(
        account_id=account_id,
        role=member.role,
        user_id=person.id,
        name=person.name,
        locale=person.locale,
    )


async def act_in(account: str) -> Actor:
    """Return the server itself, acting in an account by number or name.

    Raises:
        AccountUnknown, AccountAmbiguous
    """
    row = await _existing_account(account)
    if row is None:
        raise AccountUnknown(("account",))
    return Actor.system(row.id)


async def _existing_account(wanted: str | None) -> AccountRow | None:
    if wanted is None:
        return None
    rows = await accounts_called(wanted)
    if len(rows) > 1:
        raise AccountAmbiguous(("account",), numbers=", ".join(str(row.id) for row in rows))
    return rows[0] if rows else None
