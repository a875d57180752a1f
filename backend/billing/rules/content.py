"""What a document says, whole: kept as JSON, frozen and hashed when it is issued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import orjson

from backend.billing.rules.kinds import LineKind, Supply, TaxCategory
from backend.billing.rules.look import Look, look_from
from backend.billing.rules.settings import Bank, Party, Place, Seller
from backend.billing.rules.totals import PricedLine, TaxKey, Totals, document_totals


@dataclass(frozen=True, slots=True)
class LineTax:
    """A line's tax as it was when the line was written (BG-30)."""

    tax_id: int
    name: str
    rate: Decimal
    category: TaxCategory
    exemption_reason: str | None = None
    exemption_code: str | None = None

    @property
    def key(self) -> TaxKey:
        """What the tax is reckoned by."""
        return TaxKey(self.category.value, self.rate)


@dataclass(frozen=True, slots=True)
class Line:
    """A line (BG-25), or a heading or text between lines; ``key`` is its writer's own."""

    kind: LineKind = LineKind.ITEM
    name: str | None = None
    description: str | None = None
    quantity: Decimal = Decimal(1)
    unit: str | None = None
    unit_price_minor: int = 0
    discount_percent: Decimal = Decimal(0)
    tax: LineTax | None = None
    product_id: int | None = None
    key: str | None = None

    @property
    def priced(self) -> PricedLine:
        """What the line is reckoned from."""
        return PricedLine(
            self.quantity,
            self.unit_price_minor,
            self.tax.key if self.tax else None,
            self.discount_percent,
        )


@dataclass(frozen=True, slots=True)
class HeaderField:
    """A field of the account's own, at the head of a document."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a document says. Days are the seller's; without an issue date it is the day of issue,
    without a due date that many days after it. The supply was made from ``delivered_from`` to
    ``delivered_until`` (BT-72, BG-14), and to ``delivery``, where that is not the buyer's address
    (BG-13). Seller, bank, look and ``tax_on_debits`` are there once it is issued.
    """

    currency: str
    locale: str
    payment_days: int
    title: str | None = None
    buyer: Party = field(default_factory=Party)
    issue_date: date | None = None
    due_date: date | None = None
    delivered_from: date | None = None
    delivered_until: date | None = None
    supply: Supply | None = None
    header_fields: tuple[HeaderField, ...] = ()
    lines: tuple[Line, ...] = ()
    discount_percent: Decimal = Decimal(0)
    notes: str | None = None
    legal_terms: str | None = None
    seller: Seller | None = None
    bank: Bank | None = None
    look: Look | None = None
    delivery: Place | None = None
    tax_on_debits: bool = False

    @property
    def items(self) -> tuple[Line, ...]:
        """The lines that cost something."""
        return tuple(line for line in self.lines if line.kind is LineKind.ITEM)

    @property
    def totals(self) -> Totals:
        """What they add up to."""
        return document_totals((line.priced for line in self.items), self.discount_percent)


def content_to_json(content: Content) -> str:
    """Return content as it is stored, its fields in the order of their declaration."""
    return orjson.dumps(content, default=str).decode()


def content_from_stored(said: Mapping[str, Any]) -> Content:
    """Return content that was read from its JSON, which is left as it is."""
    found = dict(said)
    for name in ("issue_date", "due_date", "delivered_from", "delivered_until"):
        day = found.get(name)
        found[name] = None if day is None else date.fromisoformat(day)
    found["supply"] = None if found.get("supply") is None else Supply(found["supply"])
    found["buyer"] = Party(**found["buyer"])
    found["seller"] = None if found["seller"] is None else Seller(**found["seller"])
    found["bank"] = None if found["bank"] is None else Bank(**found["bank"])
    found["look"] = None if found.get("look") is None else look_from(found["look"])
    found["delivery"] = Place(**found["delivery"]) if found.get("delivery") else None
    found["header_fields"] = tuple(HeaderField(**each) for each in found["header_fields"])
    found["discount_percent"] = Decimal(found["discount_percent"])
    found["lines"] = tuple(_line(each) for each in found["lines"])
    return Content(**found)


def _line(found: Mapping[str, Any]) -> Line:
    tax = found["tax"]
    return Line(
        **{
            **found,
            "kind": LineKind(found["kind"]),
            "quantity": Decimal(found["quantity"]),
            "discount_percent": Decimal(found["discount_percent"]),
            "tax": None
            if tax is None
            else LineTax(
                **{
                    **tax,
                    "rate": Decimal(tax["rate"]),
                    "category": TaxCategory(tax["category"]),
                }
            ),
        }
    )
