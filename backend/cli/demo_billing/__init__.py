"""What the demo account sells: products, and quotes, invoices and credit notes in every state.

Texts are in one file per language; what becomes of each document is the same in all of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from backend.billing.document_rows import DocumentRow
from backend.billing.rules.kinds import DocumentKind, LineKind, PaymentMethod, TaxPreset
from backend.billing.rules.settings import Bank, Seller, SettingsChanges
from backend.billing.rules.taxes import TaxDraft
from backend.billing.service import (
    DraftChanges,
    LineDraft,
    PaymentDraft,
    ProductDraft,
    add_preset,
    answer_quote,
    create_credit_note,
    create_document,
    create_product,
    create_tax,
    invoice_quote,
    issue_document,
    record_payment,
    update_document,
    update_settings,
    void_document,
)
from backend.billing.service.finding import (
    billing_currency,
    has_documents,
    settings_version,
    standard_tax,
)
from backend.cli.demo_people import demo_contact
from backend.contacts.emails import normalize_email
from backend.contacts.service.finding import contacts_by_email
from backend.core.clock import now
from backend.core.money import Money
from backend.core.permissions import Actor

PEOPLE = 24
_PRESETS = {"fr": TaxPreset.FRANCE, "it": TaxPreset.ITALY}


class _Past(NamedTuple):
    """A document that was issued some days ago; ``fate`` is what became of it."""

    days: int
    kind: DocumentKind
    fate: str
    due_days: int = 30


_INVOICE, _QUOTE = DocumentKind.INVOICE, DocumentKind.QUOTE
_HISTORY = (
    _Past(352, _INVOICE, "paid"),
    _Past(330, _INVOICE, "paid"),
    _Past(301, _INVOICE, "paid"),
    _Past(288, _QUOTE, "accepted and invoiced", 365),
    _Past(262, _INVOICE, "paid"),
    _Past(241, _INVOICE, "paid"),
    _Past(224, _INVOICE, "paid twice"),
    _Past(198, _INVOICE, "paid"),
    _Past(171, _QUOTE, "rejected"),
    _Past(166, _INVOICE, "paid"),
    _Past(143, _INVOICE, "void"),
    _Past(142, _INVOICE, "paid"),
    _Past(118, _INVOICE, "credited"),
    _Past(104, _QUOTE, "expired"),
    _Past(96, _INVOICE, "paid"),
    _Past(80, _INVOICE, "half paid"),
    _Past(64, _INVOICE, "paid"),
    _Past(52, _INVOICE, "open"),
    _Past(45, _QUOTE, "accepted and invoiced", 60),
    _Past(37, _INVOICE, "paid"),
    _Past(33, _INVOICE, "open"),
    _Past(24, _INVOICE, "half paid"),
    _Past(21, _QUOTE, "accepted", 60),
    _Past(15, _INVOICE, "paid"),
    _Past(12, _QUOTE, "open"),
    _Past(9, _INVOICE, "open"),
    _Past(6, _QUOTE, "open"),
    _Past(4, _INVOICE, "open"),
    _Past(2, _QUOTE, "draft"),
    _Past(1, _INVOICE, "draft"),
)
_DAYS_TO_PAY = 18


async def fill_demo_billing(actor: Actor, language: str) -> bool:
    """Make them, unless the account has a document or settings; tell whether they were made."""
    if await has_documents(actor) or await settings_version(actor):
        return False
    texts = tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))
    await update_settings(
        actor, 0, SettingsChanges(seller=Seller(**texts["seller"]), bank=Bank(**texts["bank"]))
    )
    if language in _PRESETS:
        await add_preset(actor, _PRESETS[language])
    else:
        await create_tax(actor, TaxDraft(texts["tax"], Decimal(20)))
    tax_id, people = await standard_tax(actor), await _people(actor)
    currency = await billing_currency(actor)
    book = _Book(actor, texts, tax_id, people, now().date(), currency)
    await book.add_products()
    for number, past in enumerate(_HISTORY):
        await book.add(number, past)
    return True


async def _people(actor: Actor) -> list[int]:
    """Return clients whom an invoice can be issued to: with a whole address."""
    drafts = [demo_contact(number, now()) for number in range(PEOPLE)]
    addresses = [
        normalize_email(draft.emails[0].address)
        for draft in drafts
        if draft.emails
        and any(each.street and each.city and each.country_code for each in draft.addresses)
    ]
    found = await contacts_by_email(actor, [address for address in addresses if address])
    return [found[address][0] for address in addresses if address and found.get(address)]


@dataclass(frozen=True, slots=True)
class _Book:
    """Writes documents one after the other, as they were issued."""

    actor: Actor
    texts: Mapping[str, Any]
    tax_id: int | None
    people: Sequence[int]
    today: date
    currency: str

    async def add_products(self) -> None:
        """Make the catalogue."""
        for name, text, unit, euros in self.texts["products"]:
            price = Money.of(Decimal(str(euros)), self.currency)
            await create_product(self.actor, ProductDraft(name, price, text, unit, self.tax_id))

    async def add(self, number: int, past: _Past) -> None:
        """Write a document, and what became of it."""
        on = self.today - timedelta(days=past.days)
        title = self.texts["titles"][number % len(self.texts["titles"])]
        changes = DraftChanges(
            contact_id=self.people[number * 5 % len(self.people)] if self.people else None,
            title=title,
            lines=self._lines(number),
            payment_days=past.due_days,
            issue_date=None if past.fate == "draft" else on,
            discount_percent=Decimal(5) if number % 11 == 3 else Decimal(0),
        )
        draft = (await create_document(self.actor, past.kind, changes)).document
        if past.fate == "draft" or not self.people:
            return
        document = (await issue_document(self.actor, draft.pk, draft.version)).document
        if past.kind is _QUOTE:
            await self._answer(document, past.fate, on)
        else:
            await self._settle(document, past.fate, on)

    def _lines(self, number: int) -> list[LineDraft]:
        products = self.texts["products"]
        lines = []
        if number % 4 == 1:
            lines.append(LineDraft(LineKind.HEADING, self.texts["heading"]))
        for place in range(1 + number % 4):
            name, text, unit, euros = products[(number * 3 + place * 5) % len(products)]
            quantity = Decimal(1 + (number + place) % 3) if unit else Decimal(1)
            lines.append(
                LineDraft(
                    name=name,
                    description=text,
                    quantity=quantity,
                    unit=unit or None,
                    unit_price_minor=Money.of(Decimal(str(euros)), self.currency).minor,
                    tax_id=self.tax_id,
                )
            )
        return lines

    async def _settle(self, invoice: DocumentRow, fate: str, on: date) -> None:
        total, paid_on = invoice.total_minor, min(on + timedelta(days=_DAYS_TO_PAY), self.today)
        if fate == "void":
            await void_document(self.actor, invoice.pk, invoice.version)
        elif fate == "credited":
            note = (await create_credit_note(self.actor, invoice.pk)).document
            changes = DraftChanges(issue_date=on + timedelta(days=3))
            dated = (await update_document(self.actor, note.pk, note.version, changes)).document
            await issue_document(self.actor, dated.pk, dated.version)
        elif fate == "half paid":
            await self._pay(invoice, total // 2, paid_on, PaymentMethod.TRANSFER)
        elif fate == "paid twice":
            await self._pay(invoice, total // 3, on + timedelta(days=5), PaymentMethod.CARD)
            await self._pay(invoice, total - total // 3, paid_on, PaymentMethod.TRANSFER)
        elif fate == "paid":
            way = PaymentMethod.CARD if total % 3 == 0 else PaymentMethod.TRANSFER
            await self._pay(invoice, total, paid_on, way)

    async def _answer(self, quote: DocumentRow, fate: str, on: date) -> None:
        if fate in ("open", "expired"):
            return
        accepted = fate != "rejected"
        answered = await answer_quote(self.actor, quote.pk, quote.version, accepted=accepted)
        if fate == "accepted and invoiced":
            key, version = quote.pk, answered.document.version
            draft = (await invoice_quote(self.actor, key, version)).document
            changes = DraftChanges(issue_date=on + timedelta(days=3))
            dated = (await update_document(self.actor, draft.pk, draft.version, changes)).document
            invoice = (await issue_document(self.actor, dated.pk, dated.version)).document
            await self._settle(invoice, "paid", on)

    async def _pay(
        self, invoice: DocumentRow, amount: int, on: date, method: PaymentMethod
    ) -> None:
        await record_payment(self.actor, invoice.pk, PaymentDraft(amount, on, method))
