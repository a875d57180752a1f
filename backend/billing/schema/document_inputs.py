"""What mutations of documents take, and answer."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

import strawberry

from backend.billing.rules.content import HeaderField
from backend.billing.rules.settings import Party, Place
from backend.billing.schema.documents import BillingDocument
from backend.billing.schema.kinds import DocumentKind, LineKind, PaymentMethod, Supply
from backend.billing.schema.parties import DeliveryPlaceInput, taken
from backend.billing.service import UNSET, DraftChanges, LineDraft
from backend.core.graphql import Payload
from backend.core.graphql.optional import given
from backend.core.graphql.scalars import BigInt
from backend.core.ids import decode_id


@strawberry.input
class BuyerInput:
    """Who buys, whole: what is left out is empty."""

    name: str | None = strawberry.field(
        default=strawberry.UNSET, description="The legal name (BT-44)."
    )
    street: str | None = strawberry.field(
        default=strawberry.UNSET, description="Address line 1 (BT-50)."
    )
    extended: str | None = strawberry.field(
        default=strawberry.UNSET, description="Address line 2 (BT-51)."
    )
    postal_code: str | None = strawberry.field(
        default=strawberry.UNSET, description="Post code (BT-53)."
    )
    city: str | None = strawberry.field(default=strawberry.UNSET, description="City (BT-52).")
    region: str | None = strawberry.field(
        default=strawberry.UNSET, description="Country subdivision (BT-54)."
    )
    country: str | None = strawberry.field(
        default=strawberry.UNSET, description="ISO 3166-1 alpha-2 code (BT-55)."
    )
    email: str | None = strawberry.field(
        default=strawberry.UNSET, description="E-mail address (BT-58)."
    )
    phone: str | None = strawberry.field(
        default=strawberry.UNSET, description="Phone number (BT-57)."
    )
    registration_number: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Number in the company register (BT-47); in France a checked SIREN or SIRET.",
    )
    vat_number: str | None = strawberry.field(
        default=strawberry.UNSET, description="VAT number (BT-48), checked."
    )
    fiscal_code: str | None = strawberry.field(
        default=strawberry.UNSET, description="In Italy a checked codice fiscale (BT-46)."
    )
    electronic_address: str | None = strawberry.field(
        default=strawberry.UNSET, description="Where e-invoices reach it (BT-49)."
    )


@strawberry.input
class DocumentHeaderFieldInput:
    """A field of the account's own; an empty one is left out."""

    label: str = strawberry.field(description="What it is called; at most 200 characters.")
    value: str = strawberry.field(description="What it says; at most 300 characters.")


@strawberry.input
class DocumentLineInput:
    """A line; of headings and texts only `name` and `description` count."""

    kind: LineKind = strawberry.field(default=LineKind.ITEM, description="What it is.")
    name: str | None = strawberry.field(
        default=strawberry.UNSET, description="What is sold, at most 200 characters."
    )
    description: str | None = strawberry.field(
        default=strawberry.UNSET, description="More of it, at most 4,000 characters."
    )
    quantity: Decimal = strawberry.field(
        default=Decimal(1), description="0 to 1,000,000, with four digits after the point."
    )
    unit: str | None = strawberry.field(
        default=strawberry.UNSET, description="What it is counted in, at most 30 characters."
    )
    unit_price_minor: BigInt = strawberry.field(
        default=0,
        description="What one of it costs, in minor units; 0 to 100,000,000,000.",
    )
    discount_percent: Decimal = strawberry.field(
        default=Decimal(0), description="Off this line, 0 to 100."
    )
    tax_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="Its tax; the line keeps it as it is now."
    )
    product_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The product that it was filled from."
    )
    key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="What you know it by, at most 40 characters; kept, and never shown.",
    )

    def to_draft(self, place: int) -> LineDraft:
        """Return the domain's line."""
        tax, product = given(self.tax_id), given(self.product_id)
        path = ("lines", str(place))
        return LineDraft(
            self.kind,
            given(self.name),
            given(self.description),
            self.quantity,
            given(self.unit),
            self.unit_price_minor,
            self.discount_percent,
            None if tax is None else decode_id(tax, "Tax", (*path, "taxId")),
            None if product is None else decode_id(product, "Product", (*path, "productId")),
            given(self.key),
        )


@strawberry.input
class DocumentContentInput:
    """What a draft says. What is left out stays, or is what the settings say; null clears."""

    contact_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="Whose it is; a new document takes its buyer from there.",
    )
    buyer: BuyerInput | None = strawberry.field(
        default=strawberry.UNSET, description="Who buys, whole."
    )
    currency: str | None = strawberry.field(default=strawberry.UNSET, description="ISO 4217 code.")
    locale: str | None = strawberry.field(
        default=strawberry.UNSET, description="`en`, `fr` or `it`."
    )
    title: str | None = strawberry.field(
        default=strawberry.UNSET, description="What it is about; at most 300 characters."
    )
    issue_date: date | None = strawberry.field(
        default=strawberry.UNSET,
        description="Day of issue; null for the day when it is issued. Not after that day, and "
        "not before the last document of its kind.",
    )
    due_date: date | None = strawberry.field(
        default=strawberry.UNSET,
        description="Until when it is to be paid, or holds; null for `paymentDays` after issue.",
    )
    delivered_from: date | None = strawberry.field(
        default=strawberry.UNSET, description="When the supply was made, or began (BT-73)."
    )
    delivered_until: date | None = strawberry.field(
        default=strawberry.UNSET, description="When the supply ended (BT-74)."
    )
    delivery: DeliveryPlaceInput | None = strawberry.field(
        default=strawberry.UNSET,
        description="Where it is delivered, whole, if not to the buyer's address.",
    )
    supply: Supply | None = strawberry.field(
        default=strawberry.UNSET, description="What is sold; French documents must say so."
    )
    payment_days: int | None = strawberry.field(
        default=strawberry.UNSET, description="Days from issue, 0 to 3,650; 0 is on receipt."
    )
    header_fields: list[DocumentHeaderFieldInput] | None = strawberry.field(
        default=strawberry.UNSET, description="All of them; at most 10."
    )
    lines: list[DocumentLineInput] | None = strawberry.field(
        default=strawberry.UNSET,
        description="All of them, in order; at most 500, with descriptions of 300,000 characters "
        "together, or 3,000 rows.",
    )
    discount_percent: Decimal | None = strawberry.field(
        default=strawberry.UNSET, description="Off all lines, 0 to 100."
    )
    notes: str | None = strawberry.field(
        default=strawberry.UNSET, description="Notes, at most 4,000 characters."
    )
    legal_terms: str | None = strawberry.field(
        default=strawberry.UNSET, description="Legal terms, at most 4,000 characters."
    )

    def to_changes(self) -> DraftChanges:
        """Return the domain's changes. Null clears where there may be nothing, else it stays."""
        values: dict[str, Any] = {
            each.name: getattr(self, each.name) for each in fields(DraftChanges)
        }
        for name, value in values.items():
            if value is strawberry.UNSET or (value is None and name not in _CLEARED):
                values[name] = UNSET
        if self.contact_id:
            values["contact_id"] = decode_id(self.contact_id, "Contact", ("contactId",))
        if self.buyer:
            values["buyer"] = taken(Party, self.buyer)
        if self.delivery:
            values["delivery"] = taken(Place, self.delivery)
        if self.header_fields:
            values["header_fields"] = [taken(HeaderField, each) for each in self.header_fields]
        if self.lines:
            values["lines"] = [line.to_draft(place) for place, line in enumerate(self.lines)]
        return DraftChanges(**values)


_CLEARED = frozenset(
    {
        "contact_id",
        "title",
        "issue_date",
        "due_date",
        "delivered_from",
        "delivered_until",
        "delivery",
        "supply",
        "notes",
        "legal_terms",
    }
)


@strawberry.input
class CreateBillingDocumentInput:
    """A quote or invoice to begin."""

    kind: DocumentKind = strawberry.field(
        description="QUOTE or INVOICE; `createCreditNote` begins the others."
    )
    content: DocumentContentInput | None = strawberry.field(
        default=strawberry.UNSET, description="What it says."
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first document. Not blank, at "
        "most 200 characters.",
    )


@strawberry.input
class UpdateBillingDocumentInput:
    """A change of a draft."""

    id: strawberry.ID = strawberry.field(description="Which document.")
    version: int = strawberry.field(description="The version that the change started from.")
    content: DocumentContentInput = strawberry.field(description="What it says from now on.")


@strawberry.input
class DeleteBillingDraftInput:
    """The draft to delete."""

    id: strawberry.ID = strawberry.field(description="Which document.")


@strawberry.input
class RestoreBillingDraftInput:
    """The deleted draft to bring back."""

    id: strawberry.ID = strawberry.field(description="Which document.")


@strawberry.input
class IssueBillingDocumentInput:
    """The draft to issue."""

    id: strawberry.ID = strawberry.field(description="Which document.")
    version: int = strawberry.field(description="The version that was seen.")


@strawberry.input
class VoidBillingDocumentInput:
    """The issued invoice or quote to declare void."""

    id: strawberry.ID = strawberry.field(description="Which document.")
    version: int = strawberry.field(description="The version that was seen.")


@strawberry.input
class CreateCreditNoteInput:
    """The invoice to credit."""

    invoice_id: strawberry.ID = strawberry.field(description="Which invoice.")


@strawberry.input
class AnswerQuoteInput:
    """What the client said to a quote."""

    id: strawberry.ID = strawberry.field(description="Which quote.")
    version: int = strawberry.field(description="The version that was seen.")
    accepted: bool = strawberry.field(description="Whether it was accepted, or else rejected.")


@strawberry.input
class ReviseQuoteInput:
    """The quote to make a new version of."""

    id: strawberry.ID = strawberry.field(description="Which quote.")


@strawberry.input
class InvoiceQuoteInput:
    """The accepted quote to make an invoice of."""

    id: strawberry.ID = strawberry.field(description="Which quote.")
    version: int = strawberry.field(description="The version that was seen.")


@strawberry.input
class RecordPaymentInput:
    """Money that came for an invoice."""

    invoice_id: strawberry.ID = strawberry.field(description="Which invoice.")
    amount_minor: BigInt = strawberry.field(
        description="How much, in minor units of its currency; above zero."
    )
    paid_on: date | None = strawberry.field(
        default=strawberry.UNSET, description="The day when it came; today unless told."
    )
    method: PaymentMethod = strawberry.field(
        default=PaymentMethod.TRANSFER, description="How it came."
    )
    reference: str | None = strawberry.field(
        default=strawberry.UNSET, description="What it was told by; at most 300 characters."
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again record one payment. Not blank, at most 200 "
        "characters.",
    )


@strawberry.input
class DeletePaymentInput:
    """The payment that was recorded by mistake."""

    id: strawberry.ID = strawberry.field(description="Which payment.")


@strawberry.type
class BillingDocumentPayload(Payload):
    """What a verb on a document answers."""

    document: BillingDocument | None = strawberry.field(
        default=None, description="The document as it is now."
    )
    conflict: BillingDocument | None = strawberry.field(
        default=None, description="What somebody else saved meanwhile, beside STALE_VERSION."
    )


@strawberry.type
class DeleteBillingDraftPayload(Payload):
    """What deleting a draft answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The draft that is gone; `restoreBillingDraft` brings it back."
    )
