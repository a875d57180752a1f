"""Money: whole minor units of a currency, never a binary fraction.

A currency has as many decimal digits as CLDR says; the interface counts them by the same data.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.core import get_global
from babel.numbers import format_currency, get_currency_precision

from backend.core.light_rows import light_row

MAX_MINOR = 2**53 - 1
"""The largest whole number that every client of JSON reads exactly."""


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    return frozenset(get_global("all_currencies"))


def is_currency(code: str) -> bool:
    """Whether this is the ISO 4217 code of a currency, of today or of the past."""
    return code in _currencies()


@lru_cache(maxsize=512)
def currency_digits(currency: str) -> int:
    """Return how many decimal digits amounts of a currency have: 2 for EUR, 0 for JPY."""
    return int(get_currency_precision(currency))


def round_half_up(amount: Decimal) -> int:
    """Return the nearest whole number; a half goes away from zero, as invoices want it.

    Source: EN 16931-1:2017, 6.5 (commercial rounding).
    """
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


@light_row
class Money:
    """An amount in minor units of a currency: 120050 EUR is 1,200.50 €."""

    minor: int
    currency: str

    @classmethod
    def of(cls, amount: Decimal, currency: str) -> Money:
        """Return an amount given in major units, rounded half up to the currency's digits."""
        return cls(round_half_up(amount.scaleb(currency_digits(currency))), currency)

    @property
    def amount(self) -> Decimal:
        """The exact amount in major units."""
        return Decimal(self.minor).scaleb(-currency_digits(self.currency))

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._own(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._own(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def _own(self, other: Money) -> int:
        """Return the minor units of an amount of the same currency.

        Raises:
            ValueError: it is of another one.
        """
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return other.minor

    def formatted(self, locale: str) -> str:
        """Return the amount as people of a language write it."""
        return str(format_currency(self.amount, self.currency, locale=locale))


def totals(amounts: Iterable[Money]) -> list[Money]:
    """Return one sum for each currency, by its code."""
    sums: dict[str, int] = {}
    for each in amounts:
        sums[each.currency] = sums.get(each.currency, 0) + each.minor
    return [Money(minor, currency) for currency, minor in sorted(sums.items())]
