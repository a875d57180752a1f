"""Reminders of invoices, before and after they are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from backend.accounts.service.account import AccountChange, update_account
from backend.billing import jobs  # noqa: F401 - the handlers
from backend.billing.errors import NumberOutOfRange
from backend.billing.queries.deliveries import deliveries_of
from backend.billing.queries.reminders import payment_reminders
from backend.billing.rules.kinds import LetterKind
from backend.billing.rules.reminding import check_reminders, reminder_on
from backend.billing.service import PaymentDraft, record_payment
from backend.billing.service.reminding import (
    remind_clients_of,
    remind_everywhere,
    send_reminder,
    update_reminders,
)
from backend.core.database import read
from backend.core.errors import Forbidden, StaleVersion, TooMany
from backend.core.jobs.worker import run_due_jobs
from tests.factories.billing import BUYER, new_issued, new_seller

CLIENT = replace(BUYER, email="client@example.org")
DUE, SINCE = date(2026, 12, 10), date(2026, 11, 1)


@pytest.mark.parametrize(
    ("today", "last", "found"),
    [
        (date(2026, 12, 2), None, None),
        (date(2026, 12, 3), None, -7),
        (date(2026, 12, 6), None, -7),
        (date(2026, 12, 7), None, None),
        (date(2026, 12, 3), -7, None),
        (date(2026, 12, 10), -7, 0),
        (date(2026, 12, 20), 0, 7),
        (date(2026, 12, 21), 0, None),
        (date(2026, 12, 12), None, 0),
    ],
)
def test_a_reminder_has_its_day_and_a_few_after_it(today, last, found):
    assert reminder_on(DUE, (-7, 0, 7), today, SINCE, last) == found


def test_nothing_is_reminded_of_for_days_before_it_was_wanted():
    assert reminder_on(DUE, (7,), date(2026, 12, 18), date(2026, 12, 18), None) is None
    assert reminder_on(DUE, (8,), date(2026, 12, 18), date(2026, 12, 18), None) == 8


def test_days_are_checked():
    assert check_reminders([7, -3, 7]) == (-3, 7)
    with pytest.raises(NumberOutOfRange):
        check_reminders([181])
    with pytest.raises(TooMany):
        check_reminders(list(range(9)))


async def test_clients_are_reminded_in_the_morning_once_until_they_have_paid(owner, clock):
    clock.set(datetime(2026, 11, 10, 9, tzinfo=UTC))
    await update_account(owner.actor, AccountChange(time_zone="Europe/Paris"))
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax, buyer=CLIENT, due_date=DUE)
    unreached = await new_issued(owner.actor, tax, due_date=DUE)
    await update_reminders(owner.actor, 0, [-7, 7, 14])
    await run_due_jobs()

    async def letters(instant):
        clock.set(instant)
        await remind_everywhere()
        await remind_clients_of(owner.account_id)
        await run_due_jobs()
        found = await deliveries_of(owner.actor, (invoice.pk, unreached.pk))
        return [each.kind for each in reversed(found.get(invoice.pk, []))]

    assert await letters(datetime(2026, 12, 3, 6, 59, tzinfo=UTC)) == []
    assert await letters(datetime(2026, 12, 3, 7, 0, tzinfo=UTC)) == [LetterKind.REMINDER]
    assert await letters(datetime(2026, 12, 3, 12, tzinfo=UTC)) == [LetterKind.REMINDER]
    sent = [LetterKind.REMINDER, LetterKind.OVERDUE]
    assert await letters(datetime(2026, 12, 17, 9, tzinfo=UTC)) == sent
    await send_reminder(owner.account_id, invoice.pk, 7)
    await record_payment(owner.actor, invoice.pk, PaymentDraft(invoice.total_minor))
    assert await letters(datetime(2026, 12, 24, 9, tzinfo=UTC)) == sent
    problems = await read.fetch(
        "SELECT days, problem FROM payment_reminder WHERE document_id = ? ORDER BY days",
        (unreached.pk,),
    )
    assert problems == [(-7, "REQUIRED"), (7, "REQUIRED"), (14, "REQUIRED")]


@pytest.mark.sqlite_only
async def test_only_who_may_says_when(owner, member, stranger):
    with pytest.raises(Forbidden):
        await update_reminders(member.actor, 0, [7])
    assert (await update_reminders(owner.actor, 0, [7])).days == (7,)
    with pytest.raises(StaleVersion):
        await update_reminders(owner.actor, 0, [3])
    assert (await payment_reminders(stranger.actor)).days == ()
