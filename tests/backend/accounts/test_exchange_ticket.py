"""A ticket becomes one session, once, within a minute."""

from __future__ import annotations

import asyncio

import pytest

from backend.accounts.errors import TicketInvalid
from backend.accounts.service.team import remove_member
from backend.accounts.service.tickets import exchange_ticket, issue_ticket
from backend.core.database import read
from backend.core.permissions import Actor, Role
from backend.core.unit_of_work import unit_of_work
from tests.backend.accounts.log import kinds
from tests.factories.accounts import VISITOR, Person, actor_of, new_member
from tests.fixtures.clock import HeldClock


async def ticket_for(person: Person) -> str:
    async with unit_of_work(Actor.system(0)):
        return await issue_ticket(person.user_id, person.account_id)


async def test_works_once(owner: Person) -> None:
    ticket = await ticket_for(owner)
    assert await actor_of(await exchange_ticket(VISITOR, ticket)) is not None
    with pytest.raises(TicketInvalid):
        await exchange_ticket(VISITOR, ticket)


async def test_of_two_uses_at_once_one_opens_a_session(owner: Person) -> None:
    ticket = await ticket_for(owner)
    answers = await asyncio.gather(
        *(exchange_ticket(VISITOR, ticket) for _ in range(5)), return_exceptions=True
    )
    assert [type(answer).__name__ for answer in answers].count("str") == 1
    sessions = await read.fetch_value(
        "SELECT COUNT(*) FROM session WHERE user_id = ?", (owner.user_id,)
    )
    assert sessions == 2  # the one the person had, and one more


async def test_is_over_after_a_minute(clock: HeldClock, owner: Person) -> None:
    ticket = await ticket_for(owner)
    clock.advance(seconds=61)
    with pytest.raises(TicketInvalid):
        await exchange_ticket(VISITOR, ticket)


@pytest.mark.usefixtures("owner")
@pytest.mark.parametrize("ticket", ["", "nonsense", "x" * 100_000, "\x00"])
async def test_refuses_what_is_no_ticket(ticket: str) -> None:
    with pytest.raises(TicketInvalid):
        await exchange_ticket(VISITOR, ticket)


async def test_opens_nothing_for_who_was_removed_meanwhile(owner: Person) -> None:
    member = await new_member(owner, Role.MEMBER)
    ticket = await ticket_for(member)
    await remove_member(owner.actor, member.membership_id)
    with pytest.raises(TicketInvalid):
        await exchange_ticket(VISITOR, ticket)


async def test_ends_the_session_that_the_browser_had(owner: Person) -> None:
    ticket = await ticket_for(owner)
    await exchange_ticket(VISITOR, ticket, replaces=owner.cookie)
    assert await actor_of(owner.cookie) is None
    assert (await kinds(owner.account_id))[-2:] == ["session.revoked", "session.started"]


async def test_neither_ticket_nor_cookie_lies_in_the_database_in_clear(owner: Person) -> None:
    ticket = await ticket_for(owner)
    stored = {row[0] for row in await read.fetch("SELECT token_hash FROM session_ticket")}
    stored |= {row[0] for row in await read.fetch("SELECT token_hash FROM session")}
    assert stored.isdisjoint({ticket, owner.cookie})
    assert all(len(value) == 64 for value in stored)
