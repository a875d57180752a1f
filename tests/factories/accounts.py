"""People and accounts to test with, made through the product's own verbs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from backend.accounts.hashing import hash_password
from backend.accounts.queries.team import member_of_user
from backend.accounts.rules.text import parse_email
from backend.accounts.service.authenticate import actor_of_cookie
from backend.accounts.service.founding import NewAccount, NewPerson, create_person, found, join
from backend.accounts.service.tickets import exchange_ticket, issue_ticket
from backend.accounts.service.visitor import Visitor
from backend.core.permissions import Actor, Role
from backend.core.unit_of_work import unit_of_work

PASSWORD = "correct horse battery"
VISITOR = Visitor(ip="203.0.113.7", user_agent="Test browser")
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in person in one account."""

    user_id: int
    account_id: int
    membership_id: int
    name: str
    email: str
    cookie: str
    actor: Actor


async def new_owner(name: str = "Olga Rossi", *, account: str = "Studio Rossi") -> Person:
    """Make a person who owns an account of their own, and sign them in."""
    email = f"person{next(_numbers)}@example.org"
    person = await _new_person(name, email)
    async with unit_of_work(Actor.system(0)) as unit:
        founded = await found(unit, person, NewAccount(account, "IT", "it", "Europe/Rome"))
    return await signed_in(founded.user_id, founded.account_id, name, email)


async def new_member(owner: Person, role: Role, name: str = "Marc Petit") -> Person:
    """Make a person who is a member of ``owner``'s account, and sign them in."""
    email = f"person{next(_numbers)}@example.org"
    person = await _new_person(name, email)
    async with unit_of_work(Actor.system(owner.account_id)) as unit:
        user_id = await create_person(person)
        await join(unit, owner.account_id, user_id, role)
    return await signed_in(user_id, owner.account_id, name, email)


async def _new_person(name: str, email: str) -> NewPerson:
    password_hash = await hash_password(PASSWORD)
    return NewPerson(name, parse_email(email), password_hash, "fr", "Europe/Paris")


async def signed_in(user_id: int, account_id: int, name: str, email: str) -> Person:
    """Start a session for somebody in one of their accounts."""
    cookie = await new_session(user_id, account_id)
    member = await member_of_user(account_id, user_id)
    assert member is not None
    actor = await actor_of(cookie)
    assert actor is not None
    return Person(user_id, account_id, member.id, name, email, cookie, actor)


async def new_session(user_id: int, account_id: int) -> str:
    """Start a session and return its cookie."""
    async with unit_of_work(Actor.system(0)):
        ticket = await issue_ticket(user_id, account_id)
    return await exchange_ticket(VISITOR, ticket)


async def actor_of(cookie: str) -> Actor | None:
    """Return who a cookie stands for now."""
    found_actor = await actor_of_cookie(
        cookie, ip=VISITOR.ip, user_agent=VISITOR.user_agent, request_id="test"
    )
    return found_actor.actor if found_actor else None
