"""What each type takes, keeps, refuses, and how keys sort."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contacts.sorting import EMPTY_KEY
from backend.core.errors import Refusal
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import (
    FieldValue,
    Given,
    clean_value,
    greatest_number_key,
    is_safe_url,
    key_of,
    least_number_key,
    number_key,
    searched_texts,
    text_key,
)

PATH = ("customValues", "0", "value")
KEPT = st.decimals(
    min_value=-(10**15) + 1, max_value=10**15 - 1, places=6, allow_nan=False, allow_infinity=False
)


def clean(kind: CustomFieldKind, value: Given) -> FieldValue | None:
    return clean_value(1, kind, value, PATH, "Budget")


def kept(kind: CustomFieldKind, value: Given) -> str | None:
    found = clean(kind, value)
    return found.value if found else None


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        ("12,5", None),
        ("12.50", "12.5"),
        (" -0 ", "0"),
        ("1e3", "1000"),
        ("+.5", "0.5"),
        (Decimal("1E+2"), "100"),
        ("999999999999999.999999", "999999999999999.999999"),
    ],
)
def test_a_number_is_kept_exactly(given_value, expected):
    if expected is None:
        with pytest.raises(Refusal) as refused:
            clean(CustomFieldKind.NUMBER, given_value)
        assert refused.value.code == "CUSTOM_NUMBER_INVALID"
        assert refused.value.parameters == {"field": "Budget"}
    else:
        assert kept(CustomFieldKind.NUMBER, given_value) == expected


@pytest.mark.parametrize("value", ["1000000000000000", "0.0000001", "1e300", "1e-300"])
def test_a_number_of_more_digits_than_are_kept_is_refused(value):
    with pytest.raises(Refusal) as refused:
        clean(CustomFieldKind.NUMBER, value)
    assert refused.value.code == "CUSTOM_NUMBER_TOO_PRECISE"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "twelve", "1_000", "١٢", "--1", "1e9999"])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(Refusal) as refused:
        clean(CustomFieldKind.NUMBER, value)
    assert refused.value.code == "CUSTOM_NUMBER_INVALID"
    assert refused.value.path == PATH


@given(KEPT, KEPT)
def test_keys_of_numbers_sort_as_the_numbers_do(one, other):
    assert (number_key(one) < number_key(other)) is (one < other)
    assert (number_key(one) == number_key(other)) is (one == other)


@given(
    KEPT,
    st.decimals(allow_nan=False, allow_infinity=False)
    | st.sampled_from([Decimal("1e-40"), -Decimal("1e-40")]),
)
def test_bounds_of_numbers_hold_exactly_what_lies_within(number, bound):
    assert (number_key(number) >= least_number_key(bound)) is (number >= bound)
    assert (number_key(number) <= greatest_number_key(bound)) is (number <= bound)


@pytest.mark.parametrize("value", ["2026-02-30", "22/11/2026", "2026-1-1", "0000-01-01", "today"])
def test_what_is_no_day_is_refused(value):
    with pytest.raises(Refusal) as refused:
        clean(CustomFieldKind.DATE, value)
    assert refused.value.code == "CUSTOM_DATE_INVALID"


def test_a_day_is_kept_as_such():
    assert kept(CustomFieldKind.DATE, date(1, 1, 1)) == "0001-01-01"
    assert kept(CustomFieldKind.DATE, " 2024-02-29 ") == "2024-02-29"


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "https:javascript.example",
        "https:\\\\example.org",
        "//example.org",
        "https://",
        "https://exa mple.org",
        "https://example.org:99999",
        "https://example.org/<b>",
        'https://example.org/"onclick="x',
        "mailto:nobody",
        "just words",
        "localhost",
    ],
)
def test_what_a_click_must_not_follow_is_refused(value):
    with pytest.raises(Refusal) as refused:
        clean(CustomFieldKind.URL, value)
    assert refused.value.code in {"CUSTOM_URL_INVALID", "CUSTOM_VALUE_INVALID_CHARACTERS"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://example.org/à?b=c#d", "https://example.org/à?b=c#d"),
        ("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"),
        ("mailto:marie@example.org?subject=x", "mailto:marie@example.org?subject=x"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("example.org:8080", "https://example.org:8080"),
        ("  ", None),
    ],
)
def test_an_address_is_kept(value, expected):
    assert kept(CustomFieldKind.URL, value) == expected


@given(st.text(max_size=60))
def test_whatever_is_kept_as_an_address_is_safe(text):
    try:
        found = kept(CustomFieldKind.URL, text)
    except Refusal:
        return
    if found is not None:
        assert is_safe_url(found)
        assert found.lower().startswith(("http://", "https://", "mailto:"))


@given(st.text(max_size=300), st.sampled_from([CustomFieldKind.TEXT, CustomFieldKind.URL]))
def test_no_key_stands_among_what_is_empty(text, kind):
    assert key_of(kind, text) < EMPTY_KEY
    assert len(key_of(kind, text)) <= 160


def test_texts_are_compared_without_accents_and_case():
    assert text_key("  Éclair\nau  Chocolat ") == "eclair au chocolat"


@pytest.mark.parametrize(
    ("value", "code"),
    [("x" * 2001, "CUSTOM_VALUE_TOO_LONG"), ("a\0b", "CUSTOM_VALUE_INVALID_CHARACTERS")],
)
def test_a_text_that_cannot_be_kept_names_its_field(value, code):
    with pytest.raises(Refusal) as refused:
        clean(CustomFieldKind.TEXT, value)
    assert refused.value.code == code
    assert refused.value.parameters["field"] == "Budget"


def test_the_search_takes_the_beginnings_of_texts_only():
    values = [clean(CustomFieldKind.TEXT, "x" * 200) for _ in range(20)]
    values.append(clean(CustomFieldKind.URL, "https://example.org"))
    found = searched_texts([each for each in values if each])
    assert max(map(len, found)) == 60
    assert sum(map(len, found)) == 300
