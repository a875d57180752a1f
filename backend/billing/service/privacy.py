"""What is held about a contact in billing, gathered and erased.

Drafts go; what is issued stays, as the law wants it (Code de commerce L123-22, Codice civile 2220:
ten years), without its link to the contact, nor where it was sent to, nor a link that opens it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import Any

import orjson

from backend.billing.delivery_rows import AnswerRow
from backend.billing.document_rows import DocumentRow
from backend.billing.queries.deliveries import answers_of, deliveries_of
from backend.billing.queries.documents import add_payments, all_documents_of
from backend.billing.queries.recurring import all_recurring_of
from backend.billing.queries.reminders import reminds_contact
from backend.billing.rules.kinds import Stage
from backend.billing.service.pdfs import document_pdf
from backend.contacts.sql import values_in
from backend.core.clock import now_micros
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held, HeldFile
from backend.core.unit_of_work import UnitOfWork

_BATCH = 100


async def gather_documents(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield a contact's quotes, invoices and credit notes with their PDFs, oldest first."""
    documents = await all_documents_of(actor, contact_id)
    for start in range(0, len(documents), _BATCH):
        some = documents[start : start + _BATCH]
        keys = [each.pk for each in some]
        sent, answered = await deliveries_of(actor, keys), await answers_of(actor, keys)
        await add_payments(actor, some)
        for each in some:
            letters = [letter.to for letter in sent.get(each.pk, ())]
            fields = _document(each, letters, answered.get(each.pk))
            issued = each.stage is not Stage.DRAFT
            yield Held("documents", fields, (_pdf(actor, each),) if issued else ())


def _document(
    document: DocumentRow, letters: Sequence[str], answer: AnswerRow | None
) -> dict[str, Any]:
    return {
        "kind": document.kind_name,
        "number": document.number,
        "stage": document.stage_name,
        "issued_on": document.issue_day,
        "due_on": document.due_day,
        "currency": document.currency,
        "total_minor": document.total_minor,
        "paid_minor": document.paid_minor,
        "content": orjson.loads(document.content_text),
        "payments": [
            {
                "paid_on": each.paid_day,
                "amount_minor": each.amount_minor,
                "method": each.method_name,
                "reference": each.reference,
            }
            for each in document.payments
        ],
        "sent_to": list(letters),
        "answer": _said(answer),
    }


def _pdf(actor: Actor, document: DocumentRow) -> HeldFile:
    name = (document.number or document.kind_name).replace("/", "-")
    return HeldFile(f"{name}.pdf", partial(_open_pdf, actor, document.pk))


async def _open_pdf(actor: Actor, document_id: int) -> AsyncIterator[bytes]:
    _, content = await document_pdf(actor, document_id)
    return _whole(content)


async def _whole(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def gather_recurring(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield a contact's recurring invoices, and that it is never reminded, if so."""
    if not await reminds_contact(actor, contact_id):
        yield Held("recurring", {"never_reminded": True}, counted=False)
    for each in await all_recurring_of(actor, contact_id):
        fields = {
            "frequency": each.frequency_name,
            "every": each.every,
            "start_date": each.start_day,
            "currency": each.currency,
            "total_minor": each.total_minor,
            "content": orjson.loads(each.content_text),
        }
        yield Held("recurring", fields)


async def erase_recurring(unit: UnitOfWork, contact_id: int) -> None:
    """Erase a contact's recurring invoices, and that it is never reminded.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await unit.execute(
        "DELETE FROM reminder_exception WHERE account_id = ? AND contact_id = ?",
        (unit.actor.account_id, contact_id),
    )
    await forget_recurring(unit, (contact_id,))


async def forget_recurring(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    """Erase the recurring invoices of contacts that are about to go."""
    chosen = values_in("contact_id", contact_ids, unit.dialect)
    await unit.execute(
        f"DELETE FROM recurring_invoice WHERE account_id = ? AND {chosen.text}",  # noqa: S608
        (unit.actor.account_id, *chosen.params),
    )


def _said(answer: AnswerRow | None) -> dict[str, Any] | None:
    if answer is None:
        return None
    return {
        "accepted": answer.accepted,
        "name": answer.name,
        "reason": answer.reason,
        "address": answer.address,
        "at": answer.answered_at.isoformat(),
    }


async def erase_documents(unit: UnitOfWork, contact_id: int) -> None:
    """Erase a contact's drafts, and let what is issued be nobody's, and nobody open it by the link
    that was sent.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await unit.execute(
        "UPDATE document_link SET revoked_at = ? WHERE account_id = ? AND revoked_at IS NULL "
        "AND document_id IN (SELECT id FROM billing_document WHERE contact_id = ?)",
        (now_micros(), unit.actor.account_id, contact_id),
    )
    await forget_documents(unit, (contact_id,))


async def forget_documents(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    """Erase the drafts of contacts that are about to go, and let what is issued be nobody's."""
    chosen = values_in("contact_id", contact_ids, unit.dialect)
    owned = (unit.actor.account_id, *chosen.params)
    await unit.execute(
        f"DELETE FROM billing_document WHERE account_id = ? AND {chosen.text} AND stage = ?",  # noqa: S608
        (*owned, Stage.DRAFT.value),
    )
    await unit.execute(
        "DELETE FROM document_delivery WHERE account_id = ? AND document_id IN "  # noqa: S608
        f"(SELECT id FROM billing_document WHERE {chosen.text})",
        (unit.actor.account_id, *chosen.params),
    )
    await unit.execute(
        f"UPDATE billing_document SET contact_id = NULL WHERE account_id = ? AND {chosen.text}",  # noqa: S608
        owned,
    )
