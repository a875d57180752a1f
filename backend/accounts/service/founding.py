"""Making a person, and an account of their own."""

from __future__ import annotations

from dataclasses import dataclass

from backend.accounts.events import AccountCreated, MemberJoined
from backend.accounts.models import Account, Membership, User
from backend.accounts.rules.places import currency_of
from backend.accounts.rules.text import Email
from backend.core.clock import now
from backend.core.permissions import Actor, Role
from backend.core.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to make; every value checked before."""

    name: str
    email: Email
    password_hash: str
    locale: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account to make; every value checked before."""

    name: str
    country: str
    locale: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class Founded:
    """A person, their account, and their place in it."""

    user_id: int
    account_id: int
    membership_id: int


async def create_person(person: NewPerson) -> int:
    """Insert a person inside the open unit of work; return their primary key.

    Raises:
        tortoise.exceptions.IntegrityError: the address is taken.
    """
    made = await User.create(
        name=person.name,
        email=person.email.address,
        email_key=person.email.key,
        password_hash=person.password_hash,
        locale=person.locale,
        theme="system",
        time_zone=person.time_zone,
        created_at=now(),
    )
    return int(made.id)


async def join(unit: UnitOfWork, account_id: int, user_id: int, role: Role) -> int:
    """Insert a membership and its fact; return its primary key.

    Raises:
        tortoise.exceptions.IntegrityError: the person is a member already.
    """
    made = await Membership.create(
        account_id=account_id, user_id=user_id, role=role.value, joined_at=now()
    )
    unit.record(MemberJoined(made.id, user_id=user_id, role=role.value), account_id=account_id)
    return int(made.id)


async def create_account(unit: UnitOfWork, account: NewAccount) -> int:
    """Insert an account and its fact; return its primary key."""
    made = await Account.create(
        name=account.name,
        country=account.country,
        locale=account.locale,
        time_zone=account.time_zone,
        currency=currency_of(account.country),
        created_at=now(),
    )
    unit.record(AccountCreated(made.id), account_id=made.id)
    return int(made.id)


async def found(unit: UnitOfWork, person: NewPerson, account: NewAccount) -> Founded:
    """Make a person who owns a new account, all in the open unit of work.

    The history names the person as the actor: they did not exist when the unit was opened.

    Raises:
        tortoise.exceptions.IntegrityError: the address is taken.
    """
    user_id = await create_person(person)
    account_id = await create_account(unit, account)
    unit.actor = Actor(
        account_id=account_id,
        role=Role.OWNER,
        user_id=user_id,
        name=person.name,
        request_id=unit.actor.request_id,
    )
    membership_id = await join(unit, account_id, user_id, Role.OWNER)
    return Founded(user_id, account_id, membership_id)
