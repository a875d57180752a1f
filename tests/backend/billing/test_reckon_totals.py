"""What documents add up to: golden cases, and what holds for every document."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.billing.rules.totals import (
    PricedLine,
    TaxKey,
    Totals,
    document_totals,
    line_total,
    percent_of,
)

TWENTY = TaxKey("S", Decimal(20))
TEN = TaxKey("S", Decimal(10))
FREE = TaxKey("E", Decimal(0))


def line(quantity, price, tax=TWENTY, discount="0"):
    return PricedLine(Decimal(quantity), price, tax, Decimal(discount))


def test_the_tax_is_taken_once_of_the_sum_and_not_of_each_line():
    found = document_totals([line(1, 13)] * 7)
    assert (found.net_minor, found.tax_minor, found.total_minor) == (91, 18, 109)
    assert document_totals([line(7, 13)]) == found


@pytest.mark.parametrize(
    ("quantity", "price", "discount", "net"),
    [
        ("0.5", 1, "0", 1),
        ("1.5", 33, "0", 50),
        ("0.3333", 10000, "0", 3333),
        ("3", 1999, "10", 5397),  # 59.97 less 6.00, not 53.973
        ("1", 1, "50", 0),
        ("2", 5000, "100", 0),
        ("0", 5000, "0", 0),
    ],
)
def test_a_line_is_rounded_half_up_to_the_cent(quantity, price, discount, net):
    assert line_total(line(quantity, price, discount=discount)).net_minor == net


def test_a_discount_is_shared_by_the_rates():
    lines = [line(1, 10001, TWENTY), line(1, 5003, TEN), line(2, 333, FREE), line(1, 100, None)]
    found = document_totals(lines, Decimal("12.5"))
    shown = [
        (each.tax, each.lines_minor, each.discount_minor, each.tax_minor) for each in found.taxes
    ]
    assert shown == [
        (TWENTY, 10001, 1250, 1750),
        (TEN, 5003, 625, 438),
        (FREE, 666, 83, 0),
        (None, 100, 13, 0),
    ]
    assert (found.lines_minor, found.discount_minor) == (15770, 1971)
    assert (found.net_minor, found.tax_minor, found.total_minor) == (13799, 2188, 15987)


def test_one_rate_written_in_two_ways_is_one():
    found = document_totals([line(1, 100), line(1, 100, TaxKey("S", Decimal("20.00")))])
    assert [each.lines_minor for each in found.taxes] == [200]


def test_nothing_adds_up_to_nothing():
    assert document_totals([]) == Totals()
    assert Totals().total_minor == 0


def test_halves_go_away_from_zero():
    assert [percent_of(amount, Decimal(50)) for amount in (1, -1, 3, -3)] == [1, -1, 2, -2]


def test_numbers_of_thirty_digits_are_exact():
    found = line_total(line("999999.9999", 10**30))
    assert found.gross_minor == 9_999_999_999 * 10**26


PERCENTS = st.decimals(0, 100, places=3)
TAXES = st.sampled_from([TWENTY, TEN, FREE, TaxKey("S", Decimal("5.5")), None])
LINES = st.lists(
    st.builds(
        PricedLine, st.decimals(0, 999_999, places=4), st.integers(0, 10**11), TAXES, PERCENTS
    ),
    max_size=12,
)


@given(LINES, PERCENTS)
def test_totals_are_sums_and_never_negative(lines, discount):
    found = document_totals(lines, discount)
    assert found.lines_minor == sum(line_total(each).net_minor for each in lines)
    assert found.net_minor == found.lines_minor - found.discount_minor
    assert found.total_minor == found.net_minor + found.tax_minor
    for each in found.taxes:
        assert 0 <= each.base_minor <= each.lines_minor
        assert each.tax_minor >= 0
    assert 0 <= found.net_minor <= found.total_minor


@given(LINES, PERCENTS, st.randoms(use_true_random=False))
def test_the_order_of_lines_never_matters(lines, discount, random):
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert document_totals(shuffled, discount) == document_totals(lines, discount)


@given(LINES, PERCENTS)
def test_a_tax_is_within_half_a_cent_of_its_exact_amount(lines, discount):
    for each in document_totals(lines, discount).taxes:
        exact = Decimal(each.base_minor) * (each.tax.rate if each.tax else 0) / 100
        assert abs(Decimal(each.tax_minor) - exact) <= Decimal("0.5")


@given(st.decimals(0, 999_999, places=4), st.integers(0, 10**11))
def test_a_line_is_within_half_a_cent_of_its_exact_amount(quantity, price):
    gross = line_total(PricedLine(quantity, price)).gross_minor
    assert abs(Decimal(gross) - quantity * price) <= Decimal("0.5")
