"""What a document adds up to: lines to the cent, half up; a tax once per rate, on its lines' sum.

Amounts are whole minor units of one currency, whatever that unit is worth; quantities and percents
are exact decimals. Half a unit goes away from zero.

Source: EN 16931-1:2017, BR-CO-10 to BR-CO-17 and BR-DEC.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

_EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
"""Wide enough that nothing which can be typed is rounded before it should be."""
_ONE, _HUNDRED, _NOTHING = Decimal(1), Decimal(100), Decimal(0)


@dataclass(frozen=True, slots=True)
class TaxKey:
    """What taxes are told apart by: the category (BT-151) and the rate in percent (BT-152).

    Equal rates are one rate however they are written: 20 and 20.00.
    """

    category: str
    rate: Decimal


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line that costs something (BG-25); without a tax it is taxed by nothing."""

    quantity: Decimal
    unit_price_minor: int
    tax: TaxKey | None = None
    discount_percent: Decimal = _NOTHING


@dataclass(frozen=True, slots=True)
class LineTotal:
    """A line before and after its own discount (BT-136, BT-131)."""

    gross_minor: int
    discount_minor: int

    @property
    def net_minor(self) -> int:
        """What the line adds to the document."""
        return self.gross_minor - self.discount_minor


@dataclass(frozen=True, slots=True)
class TaxTotal:
    """One rate's part of a document (BG-23), with its share of the document's discount (BG-20)."""

    tax: TaxKey | None
    lines_minor: int
    discount_minor: int
    tax_minor: int

    @property
    def base_minor(self) -> int:
        """What the tax is taken of (BT-116)."""
        return self.lines_minor - self.discount_minor


@dataclass(frozen=True, slots=True)
class Totals:
    """What a document adds up to; taxes by rate, the highest first, lines without a tax last."""

    taxes: tuple[TaxTotal, ...] = ()

    @property
    def lines_minor(self) -> int:
        """The sum of the lines' net amounts (BT-106)."""
        return sum(each.lines_minor for each in self.taxes)

    @property
    def discount_minor(self) -> int:
        """The document's discount (BT-107)."""
        return sum(each.discount_minor for each in self.taxes)

    @property
    def net_minor(self) -> int:
        """The total without tax (BT-109)."""
        return sum(each.base_minor for each in self.taxes)

    @property
    def tax_minor(self) -> int:
        """All taxes together (BT-110)."""
        return sum(each.tax_minor for each in self.taxes)

    @property
    def total_minor(self) -> int:
        """The total with tax (BT-112)."""
        return self.net_minor + self.tax_minor


def line_total(line: PricedLine) -> LineTotal:
    """Return what a line comes to, before and after its own discount."""
    gross = _rounded(_EXACT.multiply(line.quantity, Decimal(line.unit_price_minor)))
    return LineTotal(gross, percent_of(gross, line.discount_percent))


def document_totals(lines: Iterable[PricedLine], discount_percent: Decimal = _NOTHING) -> Totals:
    """Return what lines add up to under a discount on all of them; their order never matters.

    The discount is taken from each rate's lines apart, as its tax needs it.
    """
    sums: dict[TaxKey | None, int] = {}
    for line in lines:
        sums[line.tax] = sums.get(line.tax, 0) + line_total(line).net_minor
    return Totals(tuple(_tax_total(tax, sums[tax], discount_percent) for tax in _ordered([*sums])))


def percent_of(amount_minor: int, percent: Decimal) -> int:
    """Return a percentage of an amount, half a unit away from zero."""
    if not percent:
        return 0
    part = _EXACT.multiply(Decimal(amount_minor), percent)
    return _rounded(_EXACT.divide(part, _HUNDRED))


def _tax_total(tax: TaxKey | None, lines_minor: int, discount_percent: Decimal) -> TaxTotal:
    discount = percent_of(lines_minor, discount_percent)
    taxed = 0 if tax is None else percent_of(lines_minor - discount, tax.rate)
    return TaxTotal(tax, lines_minor, discount, taxed)


def _ordered(taxes: Sequence[TaxKey | None]) -> list[TaxKey | None]:
    known = sorted((tax for tax in taxes if tax), key=lambda tax: (-tax.rate, tax.category))
    return [*known, *(tax for tax in taxes if tax is None)]


def _rounded(amount: Decimal) -> int:
    return int(_EXACT.quantize(amount, _ONE))
