"""Settings of billing and products as the fields of forms, and back."""

from __future__ import annotations

from typing import Any

import pytest

from frontend.locale import in_locale
from frontend.pages.billing_parts.amounts import read_percent, read_price, read_whole, write_price
from frontend.pages.billing_parts.places import missing_url
from frontend.pages.settings.billing.payment import in_groups, input_of, values_of
from frontend.pages.settings.billing.seller_words import identifier_names, required_names, words_of

SETTINGS: dict[str, Any] = {
    "bank": {
        "holder": None,
        "iban": "FR7630006000011234567890189",
        "bic": None,
        "instructions": None,
    },
    "currency": "EUR",
    "paymentDays": 0,
    "quoteDays": 21,
}


@pytest.mark.parametrize(
    ("typed", "currency", "minor", "code"),
    [
        ("1 234,5", "EUR", 123_450, None),
        ("", "EUR", 0, None),
        ("1500", "JPY", 1500, None),
        ("0,005", "EUR", None, "TOO_PRECISE"),
        ("1,5", "JPY", None, "TOO_PRECISE"),
        ("-1", "EUR", None, "NUMBER_OUT_OF_RANGE"),
        ("9" * 30, "EUR", None, "NUMBER_OUT_OF_RANGE"),
        ("ten", "EUR", None, "NOT_A_NUMBER"),
    ],
)
def test_prices_are_read_as_they_are_typed(typed, currency, minor, code):
    with in_locale("fr"):
        found, refused = read_price(typed, currency, ("price", "minor"))
    assert (found, [each["code"] for each in refused]) == (minor, [code] if code else [])


def test_prices_are_written_so_that_one_can_type_on():
    with in_locale("it"):
        assert write_price({"minor": 123_450, "currency": "EUR"}) == "1234,50"
        assert read_percent("5,5 %", ("rate",)) == ("5.5", [])
    assert read_whole("9" * 20, ("days",)) == (2**31 - 1, [])
    assert read_whole("1.5", ("days",))[1][0]["code"] == "NOT_A_NUMBER"


def test_terms_are_chosen_or_typed():
    values = values_of(SETTINGS)
    assert (values["paymentTerms"], values["quoteTerms"]) == ("0", "custom")
    assert values["bank"]["iban"] == in_groups(SETTINGS["bank"]["iban"])
    given, refused = input_of(values)
    assert (given["paymentDays"], given["quoteDays"], refused) == (0, 21, [])
    _, refused = input_of({**values, "quoteDays": "soon"})
    assert [each["path"] for each in refused] == [["quoteDays"]]


def test_fields_are_those_of_the_country_and_what_was_given():
    french = [name for row in identifier_names("FR", {}) for name in row]
    assert french == ["registrationNumber", "vatNumber", "electronicAddress"]
    given = [name for row in identifier_names("FR", {"fiscalCode": "x"}) for name in row]
    assert given == [*french, "fiscalCode"]
    assert "vatNumber" in required_names("IT", {})
    assert "vatNumber" not in required_names("IT", {"fiscalCode": "x"})
    assert words_of("vatNumber", "IT").label == "Partita IVA"
    assert words_of("vatNumber", "KE").label == "VAT number"


def test_what_is_missing_leads_to_its_field():
    assert missing_url("seller.city") == "/settings/billing?part=seller&field=seller.city"
    assert missing_url("taxes") == "/settings/billing?part=taxes"
