"""Amounts, quantities, percents and days as people of a document's language write them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, format_percent

from backend.core.locale import known_locale, translate
from backend.core.money import currency_digits

_PLACES = {"en": "en_GB", "fr": "fr_FR", "it": "it_IT"}
_HUNDRED = Decimal(100)
_GROUP = 4
_MINUS = "\u2212"


class Formats:
    """Writes what a document shows in one language and currency; zeros of a currency are kept."""

    def __init__(self, locale: str, currency: str) -> None:
        self.language = known_locale(locale)
        self.currency = currency
        self._place = _PLACES[self.language]
        self._digits = currency_digits(currency)
        self._pattern = "#,##0" + ("." + "0" * self._digits if self._digits else "")

    def word(self, message: str, /, **parameters: object) -> str:
        """Return a message in the document's language."""
        return translate(self.language, message, **parameters)

    def money(self, minor: int) -> str:
        """Return an amount with its currency."""
        return _typographic(format_currency(self._major(minor), self.currency, locale=self._place))

    def amount(self, minor: int) -> str:
        """Return an amount as it stands in a column, without its currency."""
        return _typographic(
            format_decimal(self._major(minor), format=self._pattern, locale=self._place)
        )

    def number(self, number: Decimal) -> str:
        """Return a quantity, as exact as it is."""
        return _typographic(format_decimal(number, locale=self._place, decimal_quantization=False))

    def percent(self, percent: Decimal) -> str:
        """Return a percentage, as exact as it is."""
        return _typographic(
            format_percent(percent / _HUNDRED, locale=self._place, decimal_quantization=False)
        )

    def day(self, day: date) -> str:
        """Return a calendar day in words."""
        return str(format_date(day, "long", locale=self._place))

    def short_day(self, day: date) -> str:
        """Return a calendar day in figures."""
        return str(format_date(day, "dd/MM/yyyy", locale=self._place))

    def moment(self, moment: datetime) -> str:
        """Return a moment by the clock that it is given in, with how far that is from UTC."""
        at = format_time(moment, "HH:mm ZZZZ", locale=self._place)
        return f"{self.day(moment.date())}, {at}"

    def _major(self, minor: int) -> Decimal:
        return Decimal(minor).scaleb(-self._digits)


def iban_in_groups(iban: str) -> str:
    """Return an IBAN as it is printed. Source: ISO 13616."""
    compact = "".join(iban.split())
    return " ".join(compact[at : at + _GROUP] for at in range(0, len(compact), _GROUP))


def _typographic(text: Any) -> str:
    """Return figures with a true minus, and with spaces that can be seen in tabular figures."""
    return str(text).replace("-", _MINUS).replace("\u202f", "\u00a0")
