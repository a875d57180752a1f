"""What a column can become: keys, words, and what the API is asked."""

from __future__ import annotations

from functools import cache

import pytest
from graphql import GraphQLEnumType, build_schema

from frontend.operations.generate import SCHEMA
from frontend.pages.contact_import import words
from frontend.pages.contact_import.column_row import letters
from frontend.pages.contact_import.targets import (
    asked_field,
    asked_target,
    field_words,
    groups,
    kinds_of,
    target_hint,
    target_key,
    target_words,
)
from tests.frontend.contact_import.columns import target


@cache
def members(name: str) -> list[str]:
    """Return the values of an enum of the API."""
    found = build_schema(SCHEMA.read_text(encoding="utf-8")).type_map[name]
    assert isinstance(found, GraphQLEnumType)
    return list(found.values)


def test_every_standard_field_is_offered_under_a_heading_and_has_its_words() -> None:
    offered = [field for _, fields in groups() for field in fields]
    assert sorted(offered) == sorted(members("ContactImportField"))
    said = [field_words(field) for field in offered]
    assert len(set(said)) == len(said)
    assert [field for field in offered if field_words(field).isupper()] == []


def test_every_kind_of_value_is_one_of_the_api() -> None:
    for field in members("ContactImportField"):
        assert set(kinds_of(field)) <= set(members("ImportValueKind"))


def test_every_state_kind_and_format_has_its_words() -> None:
    assert all(words.state_words(state) for state in members("ImportState"))
    for code in members("ImportNoticeCode"):
        assert words.notice_words({"code": code, "line": 3, "column": "Name"})
    for kind in members("ImportKind"):
        for form in members("ImportFormat"):
            assert words.format_words({"kind": kind, "format": form})


@pytest.mark.parametrize(
    ("goal", "key", "said", "hint"),
    [
        (target(), "skip", "Don’t import", ""),
        (target("EMAIL", kind="WORK"), "field:EMAIL", "E-mail", ""),
        (
            target(customField={"id": "f1", "name": "Since", "kind": "DATE"}),
            "custom:f1",
            "Since",
            "Date",
        ),
        (target(newName="Size", newKind="NUMBER"), "new", "Size", "new field, number"),
    ],
)
def test_a_target_has_a_key_and_words(
    goal: dict[str, object], key: str, said: str, hint: str
) -> None:
    assert (target_key(goal), target_words(goal), target_hint(goal)) == (key, said, hint)


def test_a_key_becomes_what_the_api_asks_for() -> None:
    assert asked_target("skip") == {"skip": True}
    assert asked_target("nonsense") == {"skip": True}
    assert asked_target("custom:f1") == {"customFieldId": "f1"}
    assert asked_target("field:COMPANY") == {"field": {"field": "COMPANY", "number": 1}}
    assert asked_target("field:EMAIL", kind="WORK", number=2) == {
        "field": {"field": "EMAIL", "kind": "WORK", "number": 2}
    }
    assert asked_field(" Since ", "DATE") == {"newCustomField": {"name": "Since", "kind": "DATE"}}


def test_columns_without_a_name_are_called_as_spreadsheets_do() -> None:
    assert [letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_an_encoding_found_under_another_name_is_called_the_same() -> None:
    assert words.encoding_words("utf-8-sig") == "Unicode (UTF-8)"
    assert words.encoding_words("utf-16-le") == "Unicode (UTF-16)"
    assert words.encoding_words("koi8-r") == "koi8-r"
