"""Money that came: recorded, and taken back when it was recorded by mistake."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from backend.billing.document_rows import DocumentRow
from backend.billing.errors import DateOutOfRange, NumberOutOfRange
from backend.billing.events import PaymentRecorded
from backend.billing.limits import LINE_LENGTH, MAX_PAYMENTS, MAX_TOTAL_MINOR
from backend.billing.queries.documents import add_payments, today_of
from backend.billing.rules.kinds import DocumentKind, PaymentMethod, Stage
from backend.billing.rules.lifecycle import require_kind, require_stage
from backend.billing.service.drafts import DocumentWritten
from backend.billing.service.standing import own_document, require_whole
from backend.billing.service.sums_bound import require_room_for_payment
from backend.core.clock import now_micros
from backend.core.errors import NotFound, TooMany
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work

_FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """Money that came on a day, in minor units of the invoice's currency; today without a day."""

    amount_minor: int
    paid_on: date | None = None
    method: PaymentMethod = PaymentMethod.TRANSFER
    reference: str | None = None


async def record_payment(
    actor: Actor, document_id: int, draft: PaymentDraft, *, idempotency_key: str | None = None
) -> DocumentWritten:
    """Record a payment of an issued invoice; less or more than is left to pay is taken as it came.

    Raises:
        WrongStage, NumberOutOfRange, SumTooLarge, DateOutOfRange, TooMany, NotFound, TooLong,
        InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    if not 0 < draft.amount_minor <= MAX_TOTAL_MINOR:
        raise NumberOutOfRange(("amountMinor",), minimum=1, maximum=MAX_TOTAL_MINOR)
    reference = clean_line(draft.reference, ("reference",), maximum=LINE_LENGTH)
    mark = fingerprint("record_payment", {"document": document_id, **asdict(draft)})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if await earlier_result(unit, idempotency_key, "record_payment", mark) is None:
            invoice = await own_document(actor, document_id)
            require_whole(invoice)
            require_kind(invoice.kind, DocumentKind.INVOICE)
            require_stage(invoice.stage, Stage.ISSUED)
            await _refuse_one_more(actor, invoice)
            await require_room_for_payment(actor, invoice.currency, draft.amount_minor)
            day = _check_day(draft.paid_on, await today_of(actor))
            await insert_payment(unit, invoice, draft, day, reference)
            await remember_result(unit, idempotency_key, "record_payment", mark, document_id)
            await settle(unit, invoice, draft.amount_minor)
        document = await own_document(actor, document_id)
    return DocumentWritten(document, unit.cursor)


async def delete_payment(actor: Actor, payment_id: int) -> DocumentWritten:
    """Take back a payment that was recorded by mistake.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        rows = await unit.fetch(
            "UPDATE payment SET deleted_at = ? WHERE account_id = ? AND id = ? "
            "AND deleted_at IS NULL RETURNING document_id, amount_minor",
            (now_micros(), actor.account_id, payment_id),
        )
        if not rows:
            raise NotFound(("id",))
        document_id, amount = rows[0]
        await settle(unit, await own_document(actor, document_id), -amount)
        document = await own_document(actor, document_id)
    return DocumentWritten(document, unit.cursor)


def _check_day(day: date | None, today: date) -> date:
    if day is not None and not _FIRST_DAY <= day <= today:
        raise DateOutOfRange(("paidOn",), earliest=_FIRST_DAY.isoformat(), latest=today.isoformat())
    return day or today


async def _refuse_one_more(actor: Actor, invoice: DocumentRow) -> None:
    await add_payments(actor, (invoice,))
    if len(invoice.payments) >= MAX_PAYMENTS:
        raise TooMany(("id",), maximum=MAX_PAYMENTS)


async def insert_payment(
    unit: UnitOfWork, invoice: DocumentRow, draft: PaymentDraft, day: date, reference: str | None
) -> None:
    """Write a payment that was checked; ``settle`` counts it."""
    await unit.execute(
        "INSERT INTO payment (account_id, document_id, amount_minor, currency, paid_on, method, "
        "reference, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            unit.actor.account_id,
            invoice.pk,
            draft.amount_minor,
            invoice.currency,
            day.isoformat(),
            draft.method.value,
            reference,
            now_micros(),
            unit.actor.name,
        ),
    )


async def settle(unit: UnitOfWork, invoice: DocumentRow, amount: int) -> None:
    """Count money that came for an invoice, or that was taken back, and tell of it."""
    await unit.execute(
        "UPDATE billing_document SET paid_minor = paid_minor + ?, version = version + 1 "
        "WHERE id = ?",
        (amount, invoice.pk),
    )
    unit.record(
        PaymentRecorded(
            invoice.pk,
            invoice.kind_name,
            invoice.contact_key,
            amount,
            invoice.currency,
            invoice.stage is not Stage.VOID and invoice.balance_minor - amount <= 0,
            invoice.number or "",
        )
    )
