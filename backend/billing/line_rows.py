"""Lines of documents as reads show them: one light object a line, decoded from what is stored."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from msgspec import Struct, field
from msgspec.json import Decoder

from backend.billing.rules.totals import LineTotal, PricedLine, line_total
from backend.core.ids import encode_id
from backend.core.money import Money


class LineTaxRow(Struct):
    """A line's tax, its fields called as ``content_to_json`` writes them."""

    tax_id: int
    name: str
    rate: Decimal
    category: str
    exemption_reason: str | None = None


class LineRow(Struct, dict=True):
    """A line, its fields called as ``content_to_json`` writes them; ``currency`` is the document's.

    What it comes to is reckoned only where it is asked for: a document has up to 500 of them.
    """

    kind: str
    name: str | None = None
    description: str | None = None
    quantity: Decimal = Decimal(1)
    unit: str | None = None
    unit_price_minor: int = 0
    discount_said: str = field(default="0", name="discount_percent")
    tax: LineTaxRow | None = None
    product_key: int | None = field(default=None, name="product_id")
    key: str | None = None
    currency: str = ""

    @property
    def unit_price(self) -> Money:
        """What one of it costs."""
        return Money(self.unit_price_minor, self.currency)

    @property
    def discount_percent(self) -> Decimal:
        """Off this line; a number only where it is asked for, as few lines have one."""
        return Decimal(self.discount_said)

    @property
    def discount(self) -> Money:
        """What is taken off this line."""
        return Money(self._total.discount_minor, self.currency)

    @property
    def total(self) -> Money:
        """What the line comes to."""
        return Money(self._total.net_minor, self.currency)

    @property
    def tax_id(self) -> str | None:
        """Its tax."""
        return None if self.tax is None else encode_id("Tax", self.tax.tax_id)

    @property
    def tax_name(self) -> str | None:
        """What the tax was called."""
        return None if self.tax is None else self.tax.name

    @property
    def tax_rate(self) -> Decimal | None:
        """Its rate in percent."""
        return None if self.tax is None else self.tax.rate

    @property
    def tax_category(self) -> str | None:
        """Its category: the value of a ``TaxCategory``."""
        return None if self.tax is None else self.tax.category

    @property
    def exemption_reason(self) -> str | None:
        """Why nothing is charged."""
        return None if self.tax is None else self.tax.exemption_reason

    @property
    def product_id(self) -> str | None:
        """The product that it was filled from."""
        return None if self.product_key is None else encode_id("Product", self.product_key)

    @cached_property
    def _total(self) -> LineTotal:
        return line_total(
            PricedLine(self.quantity, self.unit_price_minor, discount_percent=self.discount_percent)
        )


class _Lines(Struct):
    currency: str
    lines: list[LineRow]


_DECODER = Decoder(_Lines)


def line_rows(stored: str) -> list[LineRow]:
    """Return the lines of what a document says, as it is stored; the rest of it is passed over.

    The decoder makes them at once: as dicts they would take twice the time.
    """
    found = _DECODER.decode(stored)
    for line in found.lines:
        line.currency = found.currency
    return found.lines
