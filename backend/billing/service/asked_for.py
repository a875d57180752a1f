"""Invoices that messages ask to be paid: what is left of them, and how they stand since."""

from __future__ import annotations

from collections.abc import Collection

from backend.billing.document_rows import DocumentRow
from backend.billing.events import (
    DocumentLinkRevoked,
    DocumentSent,
    DocumentVoided,
    InvoiceCredited,
    PaymentRecorded,
)
from backend.billing.queries.deliveries import links_of
from backend.billing.queries.documents import documents_by_id
from backend.billing.rules.kinds import DocumentKind, DocumentStatus, LetterKind
from backend.billing.service.links import link_url, open_link
from backend.billing.service.sending import keep_delivery
from backend.core.errors import NotFound
from backend.core.locale import known_locale, translate
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.errors import NothingToPay, NotTheirInvoice
from backend.inbox.payable import AskedFor, Invoice
from backend.inbox.rules.kinds import PaymentState

PATH = ("paymentRequest", "invoiceId")
_STATES = {
    DocumentStatus.PARTLY_PAID: PaymentState.PARTLY_PAID,
    DocumentStatus.PAID: PaymentState.PAID,
    DocumentStatus.VOID: PaymentState.VOID,
}


class Invoices:
    """What billing tells the inbox of invoices."""

    kinds = frozenset(
        fact.kind
        for fact in (
            PaymentRecorded,
            InvoiceCredited,
            DocumentVoided,
            DocumentSent,
            DocumentLinkRevoked,
        )
    )

    async def ask(self, unit: UnitOfWork, invoice_id: int, contact_id: int | None) -> AskedFor:
        """Return what is left to pay of an invoice of a contact.

        Raises:
            NotFound, NotTheirInvoice, NothingToPay, Forbidden
        """
        unit.actor.require(Permission.WRITE_BILLING)
        found = (await documents_by_id(unit.actor, (invoice_id,))).get(invoice_id)
        if found is None:
            raise NotFound(PATH)
        if contact_id is None or found.contact_key != contact_id:
            raise NotTheirInvoice(PATH)
        if found.kind is not DocumentKind.INVOICE or found.balance_minor <= 0:
            raise NothingToPay(PATH)
        title = translate(known_locale(found.content.locale), "Invoice")
        return AskedFor(found.balance_minor, found.currency, f"{title} {found.number}")

    async def asked(
        self, unit: UnitOfWork, invoice_id: int, message_id: int, address: str, subject: str
    ) -> None:
        """Open the invoice's page to its client, and list the message as one that it went with."""
        document = (await documents_by_id(unit.actor, (invoice_id,)))[invoice_id]
        await open_link(unit, document)
        await keep_delivery(unit, document, message_id, LetterKind.INVOICE, address, subject)

    async def standing(self, actor: Actor, ids: Collection[int]) -> dict[int, Invoice]:
        """Return how invoices stand: two statements."""
        found = await documents_by_id(actor, ids)
        links = await links_of(actor, list(found))
        urls = {key: link_url(link) for key, link in links.items()}
        return {key: _standing(row, urls.get(key)) for key, row in found.items()}


def _standing(row: DocumentRow, url: str | None) -> Invoice:
    return Invoice(
        row.pk,
        row.number or "",
        _STATES.get(row.status, PaymentState.UNPAID),
        row.is_overdue,
        row.due_date,
        row.balance,
        url,
    )
