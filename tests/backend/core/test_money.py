"""Amounts: exact, of one currency, written as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from graphql import GraphQLError
from hypothesis import given
from hypothesis import strategies as st

from backend.core.graphql.scalars import parse_big_int
from backend.core.money import MAX_MINOR, Money, currency_digits, round_half_up, totals

AMOUNTS = st.builds(
    Money, st.integers(-(10**12), 10**12), st.sampled_from(["EUR", "JPY", "TND", "CHF"])
)


@pytest.mark.parametrize(("code", "digits"), [("EUR", 2), ("JPY", 0), ("TND", 3)])
def test_a_currency_has_its_own_digits(code: str, digits: int) -> None:
    assert currency_digits(code) == digits


@pytest.mark.parametrize(
    ("amount", "rounded"), [("0.5", 1), ("-0.5", -1), ("2.5", 3), ("18.2", 18), ("1.4999", 1)]
)
def test_a_half_goes_away_from_zero(amount: str, rounded: int) -> None:
    assert round_half_up(Decimal(amount)) == rounded


def test_an_amount_is_written_in_the_readers_language() -> None:
    assert Money(120050, "EUR").formatted("en") == "€1,200.50"
    assert Money(120050, "EUR").formatted("fr") == "1\u202f200,50\xa0€"
    assert Money(120050, "JPY").formatted("en") == "¥120,050"


def test_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="do not add up"):
        Money(1, "EUR") + Money(1, "USD")


@given(AMOUNTS)
def test_an_amount_survives_its_major_units(amount: Money) -> None:
    assert Money.of(amount.amount, amount.currency) == amount


@given(st.lists(AMOUNTS), st.randoms())
def test_totals_are_the_sums_whatever_the_order(amounts: list[Money], random: object) -> None:
    shuffled = list(amounts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = totals(shuffled)
    assert found == totals(amounts)
    assert sum(each.minor for each in found) == sum(each.minor for each in amounts)
    assert len({each.currency for each in found}) == len(found)


@pytest.mark.parametrize("value", [MAX_MINOR + 1, -MAX_MINOR - 1, 1.0, "1", True, None])
def test_what_is_no_whole_number_that_clients_read_exactly_is_refused(value: object) -> None:
    with pytest.raises(GraphQLError, match="cannot represent"):
        parse_big_int(value)


def test_whole_numbers_beyond_32_bits_are_taken() -> None:
    assert parse_big_int(MAX_MINOR) == MAX_MINOR
