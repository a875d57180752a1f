"""Numbers as people type them in their language, and as they are written back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontend.locale import LOCALES, in_locale
from frontend.locale.typed_numbers import read_number, show_number, write_number


@pytest.mark.parametrize(
    ("locale", "typed", "read"),
    [
        ("en", "1,250.50", "1250.50"),
        ("en", "1,250", "1250"),
        ("en", "1250,5", "1250.5"),
        ("en", "1.250", "1.250"),
        ("fr", "1 250,5", "1250.5"),
        ("fr", "1\u202f250,5", "1250.5"),
        ("fr", "1250.5", "1250.5"),
        ("fr", "1.250", "1.250"),
        ("it", "1.250,5", "1250.5"),
        ("it", "1.250", "1250"),
        ("it", "1'250", "1250"),
        ("it", "12.50", "12.50"),
        ("en", "1,250,000", "1250000"),
        ("fr", "1.250.000", "1250000"),
        ("en", "−7", "-7"),
        ("en", "+.5", "0.5"),
    ],
)
def test_a_number_is_read_as_its_writer_means_it(locale: str, typed: str, read: str) -> None:
    with in_locale(locale):
        assert read_number(typed) == Decimal(read)


@pytest.mark.parametrize("typed", ["", "ten", "1.2.3", "1,25,00", "1e5", "€5", "١٢", "--1", "1-"])
def test_what_is_no_number_is_not_guessed(typed: str) -> None:
    with in_locale("en"):
        assert read_number(typed) is None


@pytest.mark.parametrize("locale", LOCALES)
@given(
    number=st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**14), max_value=10**14
    )
)
def test_what_is_written_is_read_back(locale: str, number: Decimal) -> None:
    with in_locale(locale):
        assert read_number(write_number(number)) == number


def test_all_digits_are_shown() -> None:
    with in_locale("it"):
        assert show_number(Decimal("1234567.123456")) == "1.234.567,123456"


def test_the_largest_numbers_are_shown_whole() -> None:
    with in_locale("en"):
        assert show_number(Decimal("999999999999999.999999")) == "999,999,999,999,999.999999"
        assert show_number(Decimal("-100000000.50")) == "-100,000,000.5"
