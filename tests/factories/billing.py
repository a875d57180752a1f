"""Sellers who may issue, and documents to issue."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from backend.billing.document_rows import DocumentRow
from backend.billing.rules.kinds import DocumentKind
from backend.billing.rules.settings import Bank, Party, Seller, SettingsChanges
from backend.billing.rules.taxes import TaxDraft
from backend.billing.service import (
    DraftChanges,
    LineDraft,
    create_document,
    create_tax,
    issue_document,
    update_settings,
)
from backend.core.permissions import Actor

SELLER = Seller(
    name="Atelier Exemple",
    street="1 rue de l'Exemple",
    postal_code="69001",
    city="Lyon",
    country="FR",
    registration_number="552008443",
    vat_number="FR83404833048",
    legal_form="EI",
)
BUYER = Party(name="Example Client", street="2 Example Street", city="Torino", country="IT")


async def new_seller(actor: Actor, **changes: Any) -> int:
    """Let an account be able to issue; return the id of its tax of 20 %."""
    said = SettingsChanges(seller=SELLER, bank=Bank(iban="FR7630006000011234567890189"), **changes)
    await update_settings(actor, 0, said)
    return (await create_tax(actor, TaxDraft("TVA 20 %", Decimal(20)))).tax.pk


def line(tax_id: int | None, quantity: str = "1", price: int = 10_000, **values: Any) -> LineDraft:
    """Return an item to sell."""
    return LineDraft(
        name=values.pop("name", "Work"),
        quantity=Decimal(quantity),
        unit_price_minor=price,
        tax_id=tax_id,
        **values,
    )


async def new_document(
    actor: Actor, tax_id: int | None, kind: DocumentKind = DocumentKind.INVOICE, **changes: Any
) -> DocumentRow:
    """Make a draft that can be issued: one line of 100.00 and 20 %, unless told otherwise."""
    said: dict[str, Any] = {"buyer": BUYER, "lines": [line(tax_id)], **changes}
    return (await create_document(actor, kind, DraftChanges(**said))).document


async def new_issued(
    actor: Actor, tax_id: int | None, kind: DocumentKind = DocumentKind.INVOICE, **changes: Any
) -> DocumentRow:
    """Make a document and issue it."""
    draft = await new_document(actor, tax_id, kind, **changes)
    return (await issue_document(actor, draft.pk, draft.version)).document
