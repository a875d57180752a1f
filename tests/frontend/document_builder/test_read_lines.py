"""Lines as they are typed, and what of them is saved."""

from __future__ import annotations

import pytest

from frontend.locale import in_locale
from frontend.pages.document_builder.lines import Line, filled, read_line, read_percent, typed_line

EURO = "EUR"


def test_numbers_are_read_in_the_reader_s_language() -> None:
    line = Line("a", name=" Work ", quantity="1,5", price="1 250,50", discount="12,5", tax_id="t")
    with in_locale("fr"):
        values, problems = read_line(line, EURO)
    assert problems == {}
    assert values == {
        "key": "a",
        "kind": "ITEM",
        "name": "Work",
        "description": None,
        "quantity": "1.5",
        "unit": None,
        "unitPriceMinor": 125_050,
        "discountPercent": "12.5",
        "taxId": "t",
        "productId": None,
    }


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("quantity", "-1", "Between 0 and 1,000,000."),
        ("quantity", "1000001", "Between 0 and 1,000,000."),
        ("quantity", "1.23456", "At most 4 digits after the decimal sign."),
        ("quantity", "two", "This is no number."),
        ("price", "9" * 30, "Between 0 and 1,000,000,000."),
        ("price", "1.005", "At most 2 digits after the decimal sign."),
        ("price", "1e9", "This is no number."),
        ("discount", "100.1", "Between 0 and 100."),
    ],
)
def test_what_cannot_be_kept_is_said_and_counts_as_nought(
    field: str, typed: str, words: str
) -> None:
    given = {"quantity": "2", "price": "3", field: typed}
    values, problems = read_line(Line("a", **given), EURO)  # type: ignore[arg-type]
    assert problems == {field: words}
    name = {"price": "unitPriceMinor", "discount": "discountPercent"}.get(field, field)
    assert int(values[name]) == 0
    assert read_percent("101")[1] == "Between 0 and 100."


def test_prices_have_the_digits_of_their_currency() -> None:
    assert read_line(Line("a", price="1250"), "JPY").values["unitPriceMinor"] == 1250
    assert set(read_line(Line("a", price="12.5"), "JPY").problems) == {"price"}
    assert read_line(Line("a", price="1.255"), "TND").values["unitPriceMinor"] == 1255


@pytest.mark.parametrize("kind", ["ITEM", "HEADING", "TEXT"])
def test_what_is_saved_is_typed_again_as_the_same(kind: str) -> None:
    line = Line("a", kind, "Work", "More", "2,25", "h", "10,50", "5", "t", "p")
    with in_locale("it"):
        values = read_line(line, EURO).values
        assert read_line(typed_line(values, EURO), EURO).values == values


def test_a_line_counts_as_blank_until_something_is_written_in_it() -> None:
    assert Line("a", tax_id="t").is_blank
    assert Line("a", quantity="").is_blank
    assert not Line("a", quantity="2").is_blank
    assert not Line("a", price="0").is_blank


def test_a_product_fills_a_line_but_for_a_price_in_another_currency() -> None:
    tax = {"id": "old", "isArchived": True}
    product = {"id": "p", "name": "Hosting", "description": None, "unit": "year", "tax": tax}
    price = {"minor": 12_000, "currency": EURO}
    line = filled(Line("a", quantity="3", tax_id="t"), {**product, "price": price}, EURO)
    assert (line.name, line.unit, line.price, line.quantity) == ("Hosting", "year", "120.00", "3")
    assert (line.tax_id, line.product_id) == ("t", "p")
    assert filled(Line("a"), {**product, "price": price}, "USD").price == ""
