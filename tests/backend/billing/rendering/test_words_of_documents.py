"""Every word of documents has its French and Italian; amounts are as people write them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from backend.billing.rendering.formats import Formats, iban_in_groups
from backend.core.locale import catalog
from tests.backend.billing.rendering.words import words

PLACEHOLDER = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("locale", ["fr", "it"])
def test_every_word_is_translated_with_its_parameters(locale: str) -> None:
    assert len(words()) > 60
    known = catalog(locale)._catalog  # type: ignore[attr-defined]
    assert {word for word in words() if not known.get(word)} == set()
    for word in words():
        assert sorted(PLACEHOLDER.findall(word)) == sorted(PLACEHOLDER.findall(known[word])), word


@pytest.mark.parametrize(
    ("locale", "money", "amount", "number", "percent", "day"),
    [
        ("en", "−€1,234.50", "−1,234.50", "1,800.125", "5.5%", "1 December 2026"),
        ("fr", "−1 234,50 €", "−1 234,50", "1 800,125", "5,5 %", "1 décembre 2026"),
        ("it", "−1.234,50 €", "−1.234,50", "1.800,125", "5,5%", "1 dicembre 2026"),
    ],
)
def test_amounts_are_written_as_the_language_does(locale, money, amount, number, percent, day):
    formats = Formats(locale, "EUR")
    assert formats.money(-123450).replace("\u00a0", " ") == money
    assert formats.amount(-123450).replace("\u00a0", " ") == amount
    assert formats.number(Decimal("1800.125")).replace("\u00a0", " ") == number
    assert formats.percent(Decimal("5.5")).replace("\u00a0", " ") == percent
    assert formats.day(date(2026, 12, 1)) == day


def test_a_currency_has_its_own_digits() -> None:
    assert Formats("en", "JPY").amount(1234) == "1,234"
    assert Formats("en", "TND").amount(1234) == "1.234"
    assert Formats("en-CA", "EUR").language == "en"


def test_an_iban_is_read_in_groups() -> None:
    assert iban_in_groups("IT60X0542811101000000123456") == "IT60 X054 2811 1010 0000 0123 456"
