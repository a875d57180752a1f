"""Issuing: a number, a frozen document, a link in the chain; all at once, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from backend.billing.document_rows import DocumentRow
from backend.billing.errors import CreditTooLarge, NumberTaken
from backend.billing.events import DocumentIssued, InvoiceCredited, QuoteAnswered
from backend.billing.queries.documents import last_issue_day, today_of
from backend.billing.queries.settings import billing_settings
from backend.billing.rules.content import Content, content_to_json
from backend.billing.rules.issuing import issued_content
from backend.billing.rules.kinds import DocumentKind, LedgerEvent, Restart, Stage
from backend.billing.rules.lifecycle import require_stage
from backend.billing.rules.numbering import Numbering, number_text
from backend.billing.service.drafts import DocumentWritten
from backend.billing.service.retention import keep_with_source
from backend.billing.service.standing import (
    append_link,
    content_digest,
    own_document,
    search_text,
    set_stage,
)
from backend.billing.service.sums_bound import require_room_for_document
from backend.core.clock import now_micros
from backend.core.errors import Refusal, Refusals
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work

RENDER = "render_document"


async def issue_document(actor: Actor, document_id: int, version: int) -> DocumentWritten:
    """Freeze a draft into a numbered document.

    Its days are calendar days in the seller's time zone. The account's turn is held from the number
    to the commit: numbers are in the order of commits, and what is not committed took none.

    Raises:
        Refusals: all that is missing, at once.
        NumberTaken: the pattern was changed into one that makes a number again.
        CreditTooLarge: a credit note above what is left of its invoice.
        SumTooLarge: all together would be more than can be shown.
        WrongStage, StaleVersion, NotFound, Forbidden

    Source: Directive 2006/112/EC, art. 226(2), sequential numbering.
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        draft = await own_document(actor, document_id, version)
        issued = await issue_within(unit, draft)
    return DocumentWritten(issued, unit.cursor)


async def issue_within(unit: UnitOfWork, draft: DocumentRow) -> DocumentRow:
    """Issue a draft in a unit that has the account's turn, beside what else is written there."""
    actor = unit.actor
    require_stage(draft.stage, Stage.DRAFT)
    numbering, year, content = await _prepared(actor, draft)
    if draft.kind is DocumentKind.CREDIT_NOTE:
        await _credit(unit, draft, content)
    total = content.totals.total_minor
    await require_room_for_document(actor, draft.kind, content.currency, total)
    await _freeze(unit, draft, content, numbering, year)
    issued = await own_document(actor, draft.pk)
    await append_link(unit, LedgerEvent.ISSUED, issued, content_digest(issued))
    if draft.kind is DocumentKind.QUOTE and draft.source_key is not None:
        await _revise(unit, draft.source_key)
    await keep_with_source(unit, issued)
    unit.record(_issued(issued))
    unit.enqueue(RENDER, {"account_id": actor.account_id, "document_id": draft.pk})
    return issued


async def issue_refusals(actor: Actor, document_id: int) -> Sequence[Refusal]:
    """Return all that would refuse to issue a draft now; nothing when it can be issued.

    Raises:
        WrongStage, NotFound, Forbidden
    """
    actor.require(Permission.READ)
    draft = await own_document(actor, document_id)
    require_stage(draft.stage, Stage.DRAFT)
    try:
        _, _, content = await _prepared(actor, draft)
        if draft.kind is DocumentKind.CREDIT_NOTE:
            await _creditable(actor, draft, content)
        total = content.totals.total_minor
        await require_room_for_document(actor, draft.kind, content.currency, total)
    except Refusals as refused:
        return refused.refusals
    except Refusal as refused:
        return (refused,)
    return ()


async def _prepared(actor: Actor, draft: DocumentRow) -> tuple[Numbering, int, Content]:
    """Return how a draft is numbered, in which series, and what it says once it is issued.

    Raises:
        Refusals: all that is missing, at once.
    """
    settings = (await billing_settings(actor)).settings
    numbering, today = settings.numbering_of(draft.kind), await today_of(actor)
    year = series_year(numbering, draft.content.issue_date or today)
    last = await last_issue_day(actor, draft.kind, year)
    return numbering, year, issued_content(draft.kind, draft.content, settings, today, last)


def _issued(document: DocumentRow) -> DocumentIssued:
    return DocumentIssued(
        document.pk,
        document.kind_name,
        document.contact_key,
        document.number or "",
        document.total_minor,
        document.currency,
    )


def series_year(numbering: Numbering, on: date) -> int:
    """Return the year of the series that a document of a day is numbered in; 0 for ever."""
    return on.year if numbering.restart is Restart.YEARLY else 0


async def _freeze(
    unit: UnitOfWork, draft: DocumentRow, content: Content, numbering: Numbering, year: int
) -> None:
    taken = await _take_number(unit, numbering, year)
    on, due = content.issue_date, content.due_date
    number = number_text(numbering.pattern, on.year if on else year, taken)
    rows = await unit.fetch(
        "SELECT 1 FROM billing_document WHERE account_id = ? AND kind = ? AND number = ?",
        (unit.actor.account_id, draft.kind_name, number),
    )
    if rows:
        raise NumberTaken(number=number)
    now = now_micros()
    await unit.execute(
        "UPDATE billing_document SET stage = ?, content = ?, number = ?, series_year = ?, "
        "series_number = ?, issue_date = ?, due_date = ?, search_text = ?, issued_at = ?, "
        "updated_at = ?, updated_by = ?, version = version + 1 WHERE id = ?",
        (
            Stage.ISSUED.value,
            content_to_json(content),
            number,
            year,
            taken,
            on and on.isoformat(),
            due and due.isoformat(),
            search_text(content, number),
            now,
            now,
            unit.actor.name,
            draft.pk,
        ),
    )


async def _take_number(unit: UnitOfWork, numbering: Numbering, year: int) -> int:
    """Return the next number of a series; a kind's first series begins where it was told to."""
    key = (unit.actor.account_id, numbering.kind.value)
    rows = await unit.fetch(
        "UPDATE number_series SET last_number = last_number + 1 WHERE account_id = ? "
        "AND kind = ? AND year = ? RETURNING last_number",
        (*key, year),
    )
    if rows:
        return int(rows[0][0])
    known = await unit.fetch(
        "SELECT 1 FROM number_series WHERE account_id = ? AND kind = ? LIMIT 1", key
    )
    first = 1 if known else numbering.start_at
    await unit.execute(
        "INSERT INTO number_series (account_id, kind, year, first_number, last_number) "
        "VALUES (?, ?, ?, ?, ?)",
        (*key, year, first, first),
    )
    return first


async def _credit(unit: UnitOfWork, draft: DocumentRow, content: Content) -> None:
    """Take a credit note off its invoice.

    Raises:
        CreditTooLarge
    """
    invoice = await _creditable(unit.actor, draft, content)
    amount = content.totals.total_minor
    await unit.execute(
        "UPDATE billing_document SET credited_minor = credited_minor + ?, version = version + 1 "
        "WHERE id = ?",
        (amount, invoice.pk),
    )
    unit.record(
        InvoiceCredited(
            invoice.pk, invoice.kind_name, invoice.contact_key, invoice.number or "", amount
        )
    )


async def _creditable(actor: Actor, draft: DocumentRow, content: Content) -> DocumentRow:
    """Return the invoice of a credit note that is not above what is left of it.

    Raises:
        CreditTooLarge, WrongStage, NotFound
    """
    invoice = await own_document(actor, draft.source_key or 0)
    require_stage(invoice.stage, Stage.ISSUED)
    left = invoice.total_minor - invoice.credited_minor
    if content.totals.total_minor > left or content.currency != invoice.currency:
        raise CreditTooLarge(("lines",), maximum_minor=left, currency=invoice.currency)
    return invoice


async def _revise(unit: UnitOfWork, quote_id: int) -> None:
    """Let a revision take the place of the quote that it was made from."""
    quote = await own_document(unit.actor, quote_id)
    if quote.stage in (Stage.ISSUED, Stage.REJECTED):
        await set_stage(unit, quote_id, Stage.REVISED)
        unit.record(
            QuoteAnswered(
                quote_id,
                quote.kind_name,
                quote.contact_key,
                Stage.REVISED.value,
                number=quote.number or "",
            )
        )
