"""What the account sells, and its quotes and invoices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from backend.billing.logos import keep_upload, logo_ticket
from backend.billing.queries.deliveries import links_of
from backend.billing.queries.documents import add_payments
from backend.billing.rules.kinds import DocumentKind
from backend.billing.rules.recurring import Frequency, RecurringMode, Schedule
from backend.billing.rules.settings import SettingsChanges
from backend.billing.rules.taxes import TaxDraft
from backend.billing.service import (
    PaymentDraft,
    ProductDraft,
    answer_quote,
    archive_tax,
    create_product,
    create_tax,
    delete_draft,
    delete_product,
    record_payment,
    update_settings,
)
from backend.billing.service.links import create_link
from backend.billing.service.recurring import create_recurring
from backend.billing.service.recurring_days import (
    delete_recurring,
    pause_recurring,
    skip_recurring,
)
from backend.billing.service.sending_many import DocumentSelection, ManyDraft, send_documents
from backend.billing.service.viewing import record_view
from backend.core.ids import decode_id
from backend.core.money import Money
from backend.core.permissions import Actor
from tests.factories.billing import BUYER, SELLER, new_document, new_issued

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="3">
<path d="M0 0h9v3z"/></svg>"""


async def add_billing(actor: Actor, mark: str, contact: str) -> dict[str, Any]:
    """Make settings, taxes, products and documents, all marked; return their ids."""
    seller = replace(SELLER, name=f"{mark} SARL")
    await update_settings(actor, 0, SettingsChanges(seller=seller))
    tax = (await create_tax(actor, TaxDraft(f"{mark} tax", Decimal(10)))).tax
    archived = (await create_tax(actor, TaxDraft(f"{mark} old tax", Decimal(5)))).tax
    await archive_tax(actor, archived.pk)
    price = Money(1000, "EUR")
    product = (await create_product(actor, ProductDraft(f"{mark} product", price))).product
    deleted = (await create_product(actor, ProductDraft(f"{mark} old product", price))).product
    await delete_product(actor, deleted.pk)
    return {
        "tax": tax.id,
        "archived_tax": archived.id,
        "product": product.id,
        "deleted_product": deleted.id,
        "logo_upload": await keep_upload(logo_ticket(actor), DRAWING),
        **await _documents(actor, mark, contact, tax.pk),
    }


async def _documents(actor: Actor, mark: str, contact: str, tax_id: int) -> dict[str, Any]:
    said: dict[str, Any] = {
        "buyer": replace(BUYER, name=f"{mark} buyer", email=f"{mark}@example.org"),
        "title": f"{mark} title",
        "contact_id": decode_id(contact, "Contact"),
    }
    draft = await new_document(actor, tax_id, **said)
    unready = await new_document(actor, tax_id, **said, lines=[])
    gone = await new_document(actor, tax_id, **said)
    await delete_draft(actor, gone.pk)
    invoice = await new_issued(actor, tax_id, **said)
    paid = (await record_payment(actor, invoice.pk, PaymentDraft(100))).document
    await add_payments(actor, (paid,))
    await create_link(actor, invoice.pk)
    await record_view((await links_of(actor, (invoice.pk,)))[invoice.pk])
    other = await new_issued(actor, tax_id, **said)
    await create_link(actor, other.pk)
    sending = await send_documents(actor, DocumentSelection(ids=(other.pk,)), ManyDraft())
    quote = await new_issued(actor, tax_id, DocumentKind.QUOTE, **said)
    accepted = await new_issued(actor, tax_id, DocumentKind.QUOTE, **said)
    await answer_quote(actor, accepted.pk, accepted.version, accepted=True)
    return {
        **await _recurring(actor, invoice.pk),
        "sending": sending.id,
        "draft": draft.id,
        "unready_draft": unready.id,
        "deleted_draft": gone.id,
        "invoice": invoice.id,
        "payment": paid.payments[0].id,
        "other_invoice": other.id,
        "quote": quote.id,
        "accepted_quote": accepted.id,
    }


async def _recurring(actor: Actor, invoice_id: int) -> dict[str, Any]:
    schedule = Schedule(Frequency.MONTHLY, date(2190, 1, 31))
    made = [
        (await create_recurring(actor, invoice_id, schedule, RecurringMode.REVIEW)).recurring
        for _ in range(3)
    ]
    plain, paused, deleted = made
    await skip_recurring(actor, paused.pk, schedule.start)
    await pause_recurring(actor, paused.pk)
    await delete_recurring(actor, deleted.pk)
    return {
        "recurring": plain.id,
        "paused_recurring": paused.id,
        "deleted_recurring": deleted.id,
    }
