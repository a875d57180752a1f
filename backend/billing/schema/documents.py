"""Quotes, invoices and credit notes as the schema shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

import strawberry

from backend.billing.document_rows import DocumentRow, PaymentRow, Seen, seen_of
from backend.billing.queries.deliveries import answers_of, deliveries_of, links_of
from backend.billing.queries.documents import add_payments, add_related, documents_by_id
from backend.billing.rules import content as rules
from backend.billing.rules import settings as settings_rules
from backend.billing.schema.amounts import (
    DocumentLine,
    DocumentTotals,
    shown_totals,
)
from backend.billing.schema.delivery_types import DocumentDelivery, DocumentLink, QuoteAnswer
from backend.billing.schema.kinds import DocumentKind, DocumentStatus, PaymentMethod, Supply
from backend.billing.schema.parties import BankDetails, DeliveryPlace, Seller
from backend.billing.service.links import link_url
from backend.core.graphql import Info, Node, Selection, row_type
from backend.core.graphql.money import Money
from backend.core.graphql.nodes import node_readers
from backend.core.permissions import Permission


@row_type(settings_rules.Party)
class Buyer:
    """Who buys, as the document shows it (EN 16931, BG-7)."""

    name: str | None = strawberry.field(description="The legal name (BT-44).")
    street: str | None = strawberry.field(description="Address line 1 (BT-50).")
    extended: str | None = strawberry.field(description="Address line 2 (BT-51).")
    postal_code: str | None = strawberry.field(description="Post code (BT-53).")
    city: str | None = strawberry.field(description="City (BT-52).")
    region: str | None = strawberry.field(description="Country subdivision (BT-54).")
    country: str | None = strawberry.field(description="ISO 3166-1 alpha-2 code (BT-55).")
    email: str | None = strawberry.field(description="E-mail address (BT-58).")
    phone: str | None = strawberry.field(description="Phone number (BT-57).")
    registration_number: str | None = strawberry.field(
        description="Number in the company register (BT-47)."
    )
    vat_number: str | None = strawberry.field(description="VAT number (BT-48).")
    fiscal_code: str | None = strawberry.field(description="In Italy the codice fiscale (BT-46).")
    electronic_address: str | None = strawberry.field(
        description="Where e-invoices reach it (BT-49)."
    )


@row_type(rules.HeaderField)
class DocumentHeaderField:
    """A field of the account's own, at the head of a document."""

    label: str = strawberry.field(description="What it is called.")
    value: str = strawberry.field(description="What it says.")


@row_type(PaymentRow)
class Payment(Node):
    """Money that came for an invoice."""

    amount: Money = strawberry.field(description="How much.")
    paid_on: date = strawberry.field(description="The day when it came.")
    method: PaymentMethod = strawberry.field(description="How it came.")
    reference: str | None = strawberry.field(description="What it was told by.")
    created_at: datetime = strawberry.field(description="When it was recorded.")
    created_by: str = strawberry.field(description="Who recorded it, by the name of that time.")


def _totals(root: strawberry.Parent[DocumentRow]) -> DocumentTotals:
    return shown_totals(root.content)


def _buyer(root: strawberry.Parent[DocumentRow]) -> Buyer:
    return cast(Buyer, root.head.buyer)


def _seller(root: strawberry.Parent[DocumentRow]) -> Seller | None:
    return cast(Seller | None, root.head.seller)


def _bank(root: strawberry.Parent[DocumentRow]) -> BankDetails | None:
    return cast(BankDetails | None, root.head.bank)


def _header_fields(root: strawberry.Parent[DocumentRow]) -> list[DocumentHeaderField]:
    return cast(list[DocumentHeaderField], list(root.head.header_fields))


def _title(root: strawberry.Parent[DocumentRow]) -> str | None:
    return root.head.title


def _locale(root: strawberry.Parent[DocumentRow]) -> str:
    return root.head.locale


def _payment_days(root: strawberry.Parent[DocumentRow]) -> int:
    return root.head.payment_days


def _delivered_from(root: strawberry.Parent[DocumentRow]) -> date | None:
    return root.head.delivered_from


def _delivered_until(root: strawberry.Parent[DocumentRow]) -> date | None:
    return root.head.delivered_until


def _delivery(root: strawberry.Parent[DocumentRow]) -> DeliveryPlace | None:
    return cast(DeliveryPlace | None, root.head.delivery)


def _supply(root: strawberry.Parent[DocumentRow]) -> Supply | None:
    return root.head.supply


def _discount_percent(root: strawberry.Parent[DocumentRow]) -> Decimal:
    return root.head.discount_percent


def _notes(root: strawberry.Parent[DocumentRow]) -> str | None:
    return root.head.notes


def _legal_terms(root: strawberry.Parent[DocumentRow]) -> str | None:
    return root.head.legal_terms


def _link(root: strawberry.Parent[DocumentRow], info: Info) -> DocumentLink | None:
    found = root.link
    if found is None:
        return None
    may_write = info.context.actor.can(Permission.WRITE_BILLING)
    return DocumentLink(
        url=link_url(found) if may_write else None,
        created_at=found.created_at,
        first_viewed_at=found.first_viewed_at,
        last_viewed_at=found.last_viewed_at,
        view_count=found.view_count,
    )


@row_type(DocumentRow)
class BillingDocument(Node):
    """A quote, an invoice or a credit note. Days are of the seller's calendar."""

    kind: DocumentKind = strawberry.field(description="What it is (BT-3).")
    status: DocumentStatus = strawberry.field(description="How far it has come, today.")
    is_overdue: bool = strawberry.field(description="Whether money should have come by now.")
    number: str | None = strawberry.field(description="Its number (BT-1); null in a draft.")
    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )
    contact_id: strawberry.ID | None = strawberry.field(description="Whose it is.")
    source_id: strawberry.ID | None = strawberry.field(
        description="The quote of an invoice or revision, the invoice of a credit note (BT-25)."
    )
    source: BillingDocument | None = strawberry.field(
        description="The same, as a document; null too when it is gone."
    )
    derived: list[BillingDocument] = strawberry.field(
        description="What was made from it: revisions and the invoice of a quote, the credit notes "
        "of an invoice; the oldest first."
    )
    issue_date: date | None = strawberry.field(
        description="Day of issue (BT-2); in a draft, null for the day when it is issued."
    )
    due_date: date | None = strawberry.field(
        description="Until when it is to be paid (BT-9), or a quote holds; in a draft, null for "
        "`paymentDays` after the issue."
    )
    delivered_from: date | None = strawberry.field(
        resolver=_delivered_from, description="When the supply was made, or began (BT-73)."
    )
    delivered_until: date | None = strawberry.field(
        resolver=_delivered_until, description="When the supply ended (BT-74)."
    )
    delivery: DeliveryPlace | None = strawberry.field(
        resolver=_delivery, description="Where it is delivered, if not to the buyer's address."
    )
    supply: Supply | None = strawberry.field(resolver=_supply, description="What is sold.")
    payment_days: int = strawberry.field(
        resolver=_payment_days, description="Days from issue; 0 is on receipt (BT-20)."
    )
    currency: str = strawberry.field(description="ISO 4217 code (BT-5).")
    locale: str = strawberry.field(resolver=_locale, description="`en`, `fr` or `it`.")
    title: str | None = strawberry.field(resolver=_title, description="What it is about.")
    buyer: Buyer = strawberry.field(resolver=_buyer, description="Who buys.")
    seller: Seller | None = strawberry.field(
        resolver=_seller, description="Who sells, as it was on the day; null in a draft."
    )
    bank: BankDetails | None = strawberry.field(
        resolver=_bank, description="Where money goes, as it was on the day; null in a draft."
    )
    header_fields: list[DocumentHeaderField] = strawberry.field(
        resolver=_header_fields, description="Fields of the account's own."
    )
    lines: list[DocumentLine] = strawberry.field(description="In order; at most 500.")
    discount_percent: Decimal = strawberry.field(
        resolver=_discount_percent, description="Off all lines (BT-94)."
    )
    totals: DocumentTotals = strawberry.field(resolver=_totals, description="What it adds up to.")
    total: Money = strawberry.field(description="With tax (BT-112), as kept for lists.")
    paid: Money = strawberry.field(description="What came for it (BT-113).")
    credited: Money = strawberry.field(description="What credit notes took off it.")
    balance: Money = strawberry.field(
        description="What is left to pay (BT-115); below zero what was paid too much."
    )
    payments: list[Payment] = strawberry.field(description="What came, by day; at most 200.")
    deliveries: list[DocumentDelivery] = strawberry.field(
        description="The letters that it went with, the newest first."
    )
    link: DocumentLink | None = strawberry.field(
        resolver=_link, description="The link that works; null when there is none."
    )
    answer: QuoteAnswer | None = strawberry.field(
        description="What the client said to the quote on its page."
    )
    notes: str | None = strawberry.field(resolver=_notes, description="Notes (BT-22).")
    legal_terms: str | None = strawberry.field(
        resolver=_legal_terms, description="Legal terms, shown at the foot."
    )
    pdf_url: str = strawberry.field(
        description="Path of its PDF, for who is signed in or bears a token: of one that is issued "
        "always the same bytes, of a draft what it would be today. `?download` saves it."
    )
    created_at: datetime = strawberry.field(description="When it was begun.")
    updated_at: datetime = strawberry.field(description="When it was changed last.")
    updated_by: str = strawberry.field(description="Who changed it last, by the name of that time.")
    issued_at: datetime | None = strawberry.field(description="When it took its number.")
    kept_until: date | None = strawberry.field(
        description="The last day on which the law wants it kept, when its buyer was erased at "
        "their request; null for all others. It is purged after that day."
    )
    purged_at: datetime | None = strawberry.field(
        description="When it was purged: number, days, amounts and taxes are left, and no PDF."
    )


async def complete(info: Info, rows: Sequence[DocumentRow], selection: Selection) -> None:
    """Give documents what a selection asks of them beside their rows."""
    actor = info.context.actor
    if "payments" in selection:
        await add_payments(actor, rows)
    if "source" in selection or "derived" in selection:
        await add_related(actor, rows)
    keys = [row.pk for row in rows]
    if "deliveries" in selection:
        deliveries = await deliveries_of(actor, keys)
        for row in rows:
            row.deliveries = deliveries.get(row.pk, [])
    if "link" in selection:
        links = await links_of(actor, keys)
        for row in rows:
            row.link = links.get(row.pk)
    if "answer" in selection:
        answers = await answers_of(actor, keys)
        for row in rows:
            row.answer = answers.get(row.pk)


def seen_in(selection: Selection) -> Seen:
    """Return what of documents is looked at by what completes a selection, and nobody else."""
    return selection.remember(_seen_in)


def _seen_in(selection: Selection) -> Seen:
    return seen_of(selection.attributes)


async def _read(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    selection = Selection.of(info).on("BillingDocument")
    found = await documents_by_id(info.context.actor, keys, seen=seen_in(selection))
    await complete(info, list(found.values()), selection)
    return found


node_readers.register("BillingDocument", _read)
