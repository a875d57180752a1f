"""Custom values between the API, the form and the reader."""

from __future__ import annotations

from typing import Any

import pytest

from frontend.locale import in_locale
from frontend.pages.contact_form.values import (
    create_input,
    edits_of,
    errors_by_row,
    unreadable_values,
    values_for_new,
    values_of,
)
from frontend.pages.contact_parts.field_values import ValueEdit, kept_values, link_of, shown_value
from frontend.pages.contact_parts.saving import _inputs
from frontend.pages.contacts_grid.columns import ColumnChoice
from frontend.pages.contacts_grid.listing import Listing

BUDGET = {"id": "b=", "name": "Budget", "kind": "NUMBER", "version": 1, "contactCount": 0}
STAGE = {"id": "s=", "name": "Stage", "kind": "TEXT", "version": 1, "contactCount": 0}
FIELDS = (BUDGET, STAGE)
CONTACT: dict[str, Any] = {
    **dict.fromkeys(("givenName", "familyName", "company", "position")),
    **{name: [] for name in ("emails", "phones", "addresses", "labels")},
    "customValues": [{"fieldId": "b=", "number": "12.5"}],
}


def test_the_form_of_a_contact_says_only_what_was_changed() -> None:
    with in_locale("fr"):
        values = values_of(CONTACT)
        assert values["customValues"] == {"b=": "12,5"}
        assert edits_of(values, FIELDS) == []
        values["customValues"] = {"b=": "", "s=": "won"}
        edits = edits_of(values, FIELDS)
    assert edits == [ValueEdit(BUDGET, "12.5", ""), ValueEdit(STAGE, "", "won")]
    assert _inputs(edits, CONTACT) == {
        "customValues": [
            {"fieldId": "b=", "value": None},
            {"fieldId": "s=", "value": {"text": "won"}},
        ]
    }


def test_a_field_that_is_gone_is_not_sent() -> None:
    values = {**values_of(CONTACT), "customValues": {"gone": "x"}}
    assert edits_of(values, FIELDS) == []


def test_an_edit_is_disputed_when_its_start_no_longer_stands() -> None:
    edit = ValueEdit(BUDGET, "12.5", "13")
    assert edit.is_free(CONTACT)
    other = {**CONTACT, "customValues": [{"fieldId": "b=", "number": "99"}]}
    assert not edit.is_free(other)
    assert edit.rebased(other).before == "99"
    assert edit.theirs(other) == "99"
    assert kept_values({}) == {}


def test_a_new_contact_sends_what_was_typed_and_says_what_cannot_be_read() -> None:
    values = {**values_for_new(), "customValues": {"b=": " 1 000 ", "s=": ""}}
    assert create_input(values, FIELDS)["customValues"] == [
        {"fieldId": "b=", "value": {"number": "1000"}}
    ]
    values["customValues"] = {"b=": "ten"}
    [refused] = unreadable_values(values, FIELDS)
    assert refused["path"] == ["customValues", "b="]


def test_a_refused_value_is_said_beside_its_field() -> None:
    parameters = [{"name": "field", "value": "Stage"}]
    error: Any = {"code": "X", "path": ["customValues", "0", "value"], "parameters": parameters}
    assert errors_by_row([error], values_of(CONTACT), FIELDS)[0]["path"] == ["customValues", "s="]


@pytest.mark.parametrize("url", ["javascript:alert(1)", " https://example.org", "data:x", ""])
def test_no_click_follows_an_unsafe_address(url: str) -> None:
    assert link_of(url) is None


def test_values_are_shown_as_the_reader_writes_them() -> None:
    with in_locale("it"):
        assert shown_value("NUMBER", "1234.5") == "1.234,5"
        assert shown_value("DATE", "2000-02-01") == "1 feb 2000"
        assert shown_value("URL", "https://example.org/a") == "example.org/a"


def test_columns_of_fields_read_just_these_and_go_with_them() -> None:
    choice = ColumnChoice.parse({"order": ["company", "custom:b=", "nonsense", "custom:gone"]})
    assert choice.shown == ("name", "company", "custom:b=", "custom:gone")
    assert choice.known(FIELDS).shown == ("name", "company", "custom:b=")
    assert choice.known(FIELDS).relations["fields"] == ["b="]
    assert choice.known(FIELDS).relations["values"]
    assert choice.template.count("168px") == 2


def test_the_url_sorts_by_a_field() -> None:
    listing = Listing.parse({"sort": "-custom:b="})
    assert listing.is_custom
    assert listing.variables()["sort"] == {"customFieldId": "b=", "direction": "DESC"}
    assert listing.query()["sort"] == "-custom:b="
