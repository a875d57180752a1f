"""Numbers and days as people of different countries write them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.custom_fields.errors import NumberInvalid
from backend.custom_fields.kinds import CustomFieldKind
from backend.imports.dates import is_month_first, read_date
from backend.imports.numbers import has_decimal_comma, read_number
from backend.imports.readings import ISO, Habits, habits_of, judge, read_value


@pytest.mark.parametrize(
    ("text", "with_point", "with_comma"),
    [
        ("12", "12", "12"),
        ("-12.5", "-12.5", "-12.5"),
        ("12,5", "12.5", "12.5"),
        ("1.234", "1.234", "1234"),
        ("1,234", "1234", "1.234"),
        ("0.125", "0.125", "0.125"),
        ("0,125", "0.125", "0.125"),
        ("1.234,56", "1234.56", "1234.56"),
        ("1,234.56", "1234.56", "1234.56"),
        ("1.234.567", "1234567", "1234567"),
        ("1 234 567,8", "1234567.8", "1234567.8"),
        ("1\u202f234,50 €", "1234.50", "1234.50"),
        ("€ 1'234.50", "1234.50", "1234.50"),
        ("CHF 12", "12", "12"),
        ("−3", "-3", "-3"),
        ("1e3", "1000", "1000"),
        ("12 34", None, None),
        ("1.2.3", None, None),
        ("1,2,3", None, None),
        ("12 %", None, None),
        ("12:30", None, None),
        ("٣", None, None),
        ("", None, None),
        (".", None, None),
        ("9" * 61, None, None),
    ],
)
def test_reads_numbers(text: str, with_point: str | None, with_comma: str | None) -> None:
    for comma, expected in ((False, with_point), (True, with_comma)):
        found = read_number(text, decimal_comma=comma)
        assert found == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("cells", "comma"),
    [
        (["1.234", "2.000"], None),
        (["1.234", "2.000,5"], True),
        (["1,234", "12.5"], False),
        (["1,234", "0,125"], True),
        (["1.234.567", "8"], True),
        (["1,5", "2.5"], None),
        (["words", "", "12"], None),
    ],
)
def test_a_column_tells_its_decimal_sign(cells: list[str], comma: bool | None) -> None:
    assert has_decimal_comma(cells) is comma


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4), st.booleans())
def test_numbers_of_our_own_export_are_read_exactly(number: Decimal, comma: bool) -> None:
    text = format(number, "f")
    assert read_number(text, decimal_comma=False) == number or len(text) > 60
    assert comma or judge([text], ISO).decimal_comma is False


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("2026-02-28", "2026-02-28", "2026-02-28"),
        ("2026/2/8", "2026-02-08", "2026-02-08"),
        ("20260228", "2026-02-28", "2026-02-28"),
        ("20260228T101500Z", "2026-02-28", "2026-02-28"),
        ("2026-02-28T23:30:00+02:00", "2026-02-28", "2026-02-28"),
        ("2026-02-28 10:15", "2026-02-28", "2026-02-28"),
        ("03/04/2026", "2026-04-03", "2026-03-04"),
        ("3.4.26", "2026-04-03", "2026-03-04"),
        ("31/12/99", "1999-12-31", None),
        ("12/31/2026 12:00:00 AM", None, "2026-12-31"),
        ("28 février 2026", "2026-02-28", "2026-02-28"),
        ("1er août 2026", "2026-08-01", "2026-08-01"),
        ("28-Feb-26", "2026-02-28", "2026-02-28"),
        ("28 febbraio 2026", "2026-02-28", "2026-02-28"),
        ("February 28th, 2026", "2026-02-28", "2026-02-28"),
        ("28. März 2026", "2026-03-28", "2026-03-28"),
        ("2026-02-30", None, None),
        ("--02-28", None, None),
        ("0000-00-00", None, None),
        ("28/02-2026", None, None),
        ("28/02", None, None),
        ("soon", None, None),
        ("12 words 2026", None, None),
        ("1" * 61, None, None),
    ],
)
def test_reads_days(text: str, day_first: str | None, month_first: str | None) -> None:
    for first, expected in ((False, day_first), (True, month_first)):
        found = read_date(text, month_first=first)
        assert found == (date.fromisoformat(expected) if expected else None)


@pytest.mark.parametrize(
    ("cells", "month_first"),
    [
        (["03/04/2026", "05/06/2026"], None),
        (["03/04/2026", "25/06/2026"], False),
        (["03/04/2026", "06/25/2026", ""], True),
        (["13/01/2026", "01/13/2026", "x"], None),
        (["2026-12-31"], None),
    ],
)
def test_a_column_tells_its_order(cells: list[str], month_first: bool | None) -> None:
    assert is_month_first(cells) is month_first


def test_where_cells_leave_it_open_the_country_decides() -> None:
    assert habits_of("US") == Habits(decimal_comma=False, month_first=True)
    assert habits_of("IT") == habits_of("FR") == Habits(decimal_comma=True)
    assert habits_of("GB") == habits_of("") == habits_of("nowhere") == ISO
    assert judge(["1.234"], habits_of("IT")).decimal_comma
    assert judge(["03/04/2026"], habits_of("US")).month_first
    assert not judge(["23/04/2026"], habits_of("US")).month_first


def test_a_text_keeps_its_lines_and_a_number_that_is_none_is_refused() -> None:
    text = read_value(1, CustomFieldKind.TEXT, "a\tb\nc", ISO, "Remark")
    day = read_value(1, CustomFieldKind.DATE, "3/4/26", ISO, "Day")
    assert [each.value for each in (text, day) if each] == ["a b\nc", "2026-04-03"]
    with pytest.raises(NumberInvalid) as refused:
        read_value(1, CustomFieldKind.NUMBER, "many", ISO, "Budget")
    assert refused.value.parameters == {"field": "Budget"}


@given(st.text(max_size=30) | st.text("0123456789.,-/ '€eE+T:", max_size=20))
def test_any_text_is_a_value_or_none(text: str) -> None:
    for flag in (False, True):
        found = read_date(text, month_first=flag)
        assert found is None or not isinstance(found, datetime)
        read_number(text, decimal_comma=flag)
    judge([text], ISO)
