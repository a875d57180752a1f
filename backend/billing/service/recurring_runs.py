"""Making what is due: each day of each recurring invoice once, the earliest first.

Whatever happens on the way, a day's invoice, what became of the day and the day after it are one
transaction under the account's turn: done whole by one worker, or not at all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import structlog

from backend.billing.document_rows import DocumentRow
from backend.billing.events import DocumentDrafted, RecurringInvoiceMade
from backend.billing.queries.documents import last_issue_day, today_of
from backend.billing.queries.recurring import accounts_with_due_invoices, first_due
from backend.billing.queries.settings import billing_settings
from backend.billing.recurring_rows import RecurringRow
from backend.billing.rules.kinds import DocumentKind
from backend.billing.rules.periods_said import said_of_period
from backend.billing.rules.recurring import Outcome, RecurringMode, next_day, period_of
from backend.billing.service.issue import issue_within, series_year
from backend.billing.service.recurring_sending import queue_sending
from backend.billing.service.recurring_telling import tell
from backend.billing.service.standing import insert_draft, own_document
from backend.core.clock import now_micros
from backend.core.errors import Refusal, Refusals
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.notifications.rules import NotificationKind

log = structlog.get_logger(__name__)
_TOLD = {
    Outcome.DRAFTED: NotificationKind.INVOICE_TO_REVIEW,
    Outcome.HELD: NotificationKind.INVOICE_HELD,
}


async def make_due_invoices() -> int:
    """Make all that is due in every account; return how many. One that fails stops no other."""
    made = 0
    for account_id in await accounts_with_due_invoices():
        try:
            made += await make_invoices_of(account_id)
        except Exception:
            log.exception("recurring_invoices_failed", account_id=account_id)
    return made


async def make_invoices_of(account_id: int) -> int:
    """Make all that is due in an account, also after days of downtime; return how many.

    They are dated and numbered in the order of their days, whichever invoice they are of. What
    cannot be issued stays a draft, with the code of what is missing.
    """
    actor, made = Actor.system(account_id), 0
    while await _make_first(actor):
        made += 1
    return made


async def _make_first(actor: Actor) -> bool:
    """Make what is due first; return whether there was anything."""
    due: RecurringRow | None = None
    try:
        async with unit_of_work(actor) as unit:
            await unit.take_turn()
            due = await first_due(actor, await today_of(actor))
            if due is not None:
                await _make(unit, due, None)
    except (Refusal, Refusals) as refused:
        first = refused.refusals[0] if isinstance(refused, Refusals) else refused
        if due is not None:
            await _hold(actor, due, first.code)
    return due is not None


async def _hold(actor: Actor, due: RecurringRow, problem: str) -> None:
    """Keep as a draft what could not be issued, unless somebody else made it meanwhile."""
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        again = await first_due(actor, await today_of(actor))
        if again is not None and (again.pk, again.next_iso) == (due.pk, due.next_iso):
            await _make(unit, again, problem)


async def _make(unit: UnitOfWork, due: RecurringRow, problem: str | None) -> None:
    day = date.fromisoformat(due.next_iso)
    issues = due.mode is not RecurringMode.REVIEW and problem is None
    content = said_of_period(due.content, *period_of(due.schedule, day))
    if issues:
        content = replace(content, issue_date=await _issue_day(unit.actor, day))
    key = await insert_draft(unit, DocumentKind.INVOICE, content, due.contact_key)
    unit.record(DocumentDrafted(key, DocumentKind.INVOICE.value, due.contact_key))
    document = await own_document(unit.actor, key)
    outcome = Outcome.DRAFTED if problem is None else Outcome.HELD
    if issues:
        document = await issue_within(unit, document)
        outcome = Outcome.ISSUED
    await _move_on(unit, due, day, outcome, document, problem)
    if outcome is Outcome.ISSUED:
        queue_sending(unit, due, day, key)
    else:
        await tell(unit, due, document, _TOLD[outcome])


async def _issue_day(actor: Actor, day: date) -> date:
    """Return the day that an invoice is dated: its own, but not before the last one's.

    Numbers and days go together: whatever was issued while nothing ran here came first.
    """
    numbering = (await billing_settings(actor)).settings.numbering_of(DocumentKind.INVOICE)
    last = await last_issue_day(actor, DocumentKind.INVOICE, series_year(numbering, day))
    return day if last is None else max(day, last)


async def _move_on(
    unit: UnitOfWork,
    due: RecurringRow,
    day: date,
    outcome: Outcome,
    document: DocumentRow,
    problem: str | None,
) -> None:
    await unit.execute(
        "INSERT INTO recurring_day (recurring_id, day, outcome, document_id, problem, at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (due.pk, day.isoformat(), outcome.value, document.pk, problem, now_micros()),
    )
    passed = {each.day for each in due.passed}
    after = next_day(due.schedule, day + timedelta(days=1), passed, due.made + 1)
    await unit.execute(
        "UPDATE recurring_invoice SET made = made + 1, next_date = ?, version = version + 1 "
        "WHERE id = ?",
        (after.isoformat(), due.pk),
    )
    unit.record(
        RecurringInvoiceMade(due.pk, due.contact_key, day.isoformat(), outcome.value, problem)
    )
