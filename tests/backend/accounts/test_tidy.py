"""Forgetting what is over, and nothing else."""

from __future__ import annotations

from datetime import timedelta

from backend.accounts.service.email_change import request_email_change
from backend.accounts.service.invitations import invite_member
from backend.accounts.service.kept import save_draft, save_preference
from backend.accounts.service.passwords import request_password_reset
from backend.accounts.service.tickets import issue_ticket
from backend.accounts.service.tidy import forget_what_is_over
from backend.accounts.service.tokens import create_token
from backend.core.database import read
from backend.core.idempotency import remember_result
from backend.core.permissions import Role, Scope
from backend.core.unit_of_work import unit_of_work
from tests.backend.accounts.log import letters
from tests.factories.accounts import PASSWORD, VISITOR, Person
from tests.fixtures.clock import HeldClock

TABLES = (
    "session",
    "session_ticket",
    "password_reset",
    "email_change",
    "attempt",
    "invitation",
    "api_token",
    "draft",
    "preference",
    "idempotency_key",
)


async def counts() -> dict[str, int]:
    return {table: int(await read.fetch_value(f"SELECT COUNT(*) FROM {table}")) for table in TABLES}


async def test_keeps_what_still_counts_and_forgets_the_rest(
    clock: HeldClock, owner: Person
) -> None:
    async with unit_of_work(owner.actor) as unit:
        await issue_ticket(owner.user_id, owner.account_id)
        await remember_result(unit, "key", "createContact", "mark", 1)
    await request_email_change(owner.actor, "new@example.org", PASSWORD)
    await request_password_reset(VISITOR, owner.email)
    await letters()
    await invite_member(owner.actor, "guest@example.org", Role.VIEWER)
    await create_token(owner.actor, "For ever", {Scope.READ})
    await create_token(owner.actor, "A week", {Scope.READ}, clock.now + timedelta(days=7))
    await save_draft(owner.actor, "contact:new", {})
    await save_preference(owner.actor, "columns", [])
    before = await counts()
    assert all(before.values()), before
    await forget_what_is_over()
    assert await counts() == before

    clock.advance(days=31)
    await forget_what_is_over()
    gone = {
        "session",
        "session_ticket",
        "password_reset",
        "email_change",
        "attempt",
        "idempotency_key",
    }
    assert {table for table, count in (await counts()).items() if count == 0} == gone
    clock.advance(days=70)
    await forget_what_is_over()
    after = await counts()
    assert after["invitation"] == after["draft"] == 0
    assert after["api_token"] == after["preference"] == 1
