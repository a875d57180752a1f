"""Lines of documents as reads show them: one light object a line, on what is stored of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from backend.billing.rules.totals import LineTotal, PricedLine, line_total
from backend.core.ids import encode_id
from backend.core.money import Money


@dataclass(slots=True)
class LineRow:
    """A line, as ``content_to_json`` writes it, in a currency.

    What it says is read, and what it comes to is reckoned, only where it is asked for: a document
    has up to 500 of them.
    """

    said: Mapping[str, Any]
    currency: str
    _reckoned: LineTotal | None = field(default=None, init=False, repr=False)

    @property
    def kind(self) -> str:
        """What it is: the value of a ``LineKind``."""
        kind: str = self.said["kind"]
        return kind

    @property
    def name(self) -> str | None:
        """What is sold, or the heading."""
        return self.said.get("name")

    @property
    def description(self) -> str | None:
        """More of it, or the text."""
        return self.said.get("description")

    @property
    def quantity(self) -> Decimal:
        """How much."""
        return Decimal(self.said["quantity"])

    @property
    def unit(self) -> str | None:
        """What it is counted in."""
        return self.said.get("unit")

    @property
    def unit_price(self) -> Money:
        """What one of it costs."""
        return Money(self.said.get("unit_price_minor", 0), self.currency)

    @property
    def discount_percent(self) -> Decimal:
        """Off this line."""
        return Decimal(self.said["discount_percent"])

    @property
    def discount(self) -> Money:
        """The same, as money."""
        return Money(self._total().discount_minor, self.currency)

    @property
    def total(self) -> Money:
        """What the line comes to."""
        return Money(self._total().net_minor, self.currency)

    @property
    def tax_id(self) -> str | None:
        """Its tax."""
        tax = self.said["tax"]
        return None if tax is None else encode_id("Tax", tax["tax_id"])

    @property
    def tax_name(self) -> str | None:
        """What the tax was called."""
        tax = self.said["tax"]
        return None if tax is None else tax["name"]

    @property
    def tax_rate(self) -> Decimal | None:
        """Its rate in percent."""
        tax = self.said["tax"]
        return None if tax is None else Decimal(tax["rate"])

    @property
    def tax_category(self) -> str | None:
        """Its category: the value of a ``TaxCategory``."""
        tax = self.said["tax"]
        return None if tax is None else tax["category"]

    @property
    def exemption_reason(self) -> str | None:
        """Why nothing is charged."""
        tax = self.said["tax"]
        return None if tax is None else tax.get("exemption_reason")

    @property
    def product_id(self) -> str | None:
        """The product that it was filled from."""
        key = self.said.get("product_id")
        return None if key is None else encode_id("Product", key)

    @property
    def key(self) -> str | None:
        """What its writer knows it by."""
        return self.said.get("key")

    def _total(self) -> LineTotal:
        if self._reckoned is None:
            price = self.said.get("unit_price_minor", 0)
            priced = PricedLine(self.quantity, price, discount_percent=self.discount_percent)
            self._reckoned = line_total(priced)
        return self._reckoned


def line_rows(said: Mapping[str, Any]) -> list[LineRow]:
    """Return the lines of what a document says, as it is stored."""
    lines: Sequence[Mapping[str, Any]] = said["lines"]
    currency: str = said["currency"]
    return [LineRow(each, currency) for each in lines]
