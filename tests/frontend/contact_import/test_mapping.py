"""What is said of all columns together."""

from __future__ import annotations

import pytest

from frontend.pages.contact_import.left_out import asked_columns, worth_keeping
from frontend.pages.contact_import.mapping import (
    chosen_columns,
    doubtful_columns,
    doubts_of,
    most_of_each,
)
from tests.frontend.contact_import.columns import columns, target

CUSTOM = target(customField={"id": "f1", "name": "Since", "kind": "DATE"})
NEW = target(newName="Since", newKind="DATE")
GIVEN, EMAIL, SKIPPED = target("GIVEN_NAME"), target("EMAIL"), target()


def test_names_and_an_email_raise_no_doubt() -> None:
    assert doubts_of(columns(GIVEN, EMAIL, target("EMAIL", kind="WORK"), SKIPPED)) == []


@pytest.mark.parametrize("only", [target("CITY"), target("LABELS"), CUSTOM, SKIPPED])
def test_without_anybody_to_name_or_reach_there_is_no_going_on(only: dict[str, object]) -> None:
    (doubt,) = doubts_of(columns(only))
    assert doubt.blocks


@pytest.mark.parametrize("field", ["GIVEN_NAME", "FAMILY_NAME", "FULL_NAME", "COMPANY"])
def test_names_alone_are_warned_of(field: str) -> None:
    (doubt,) = doubts_of(columns(target(field)))
    assert not doubt.blocks
    assert "e-mail" in doubt.words


def test_our_own_number_tells_people_apart() -> None:
    assert doubts_of(columns(GIVEN, target("IDENTITY"))) == []


@pytest.mark.parametrize("twice", [target("COMPANY"), CUSTOM, NEW])
def test_two_columns_of_one_value_are_named(twice: dict[str, object]) -> None:
    found = doubts_of(columns(EMAIL, twice, SKIPPED, twice))
    assert [doubt.columns for doubt in found] == [(1, 3)]
    assert "B, D" in found[0].words
    assert doubtful_columns(found) == {1, 3}


@pytest.mark.parametrize("field", ["EMAIL", "PHONE", "STREET", "LABELS"])
def test_what_a_contact_has_several_of_may_come_from_several_columns(field: str) -> None:
    assert doubts_of(columns(EMAIL, target(field), target(field))) == []


def test_two_new_fields_of_different_names_are_two() -> None:
    assert doubts_of(columns(EMAIL, NEW, target(newName="Until", newKind="DATE"))) == []


def test_columns_are_chosen_by_what_becomes_of_them() -> None:
    given = columns(GIVEN, SKIPPED, EMAIL)
    assert [each["index"] for each in chosen_columns(given, "imported")] == [0, 2]
    assert [each["index"] for each in chosen_columns(given, "skipped")] == [1]
    assert chosen_columns(given, "anything") == given


def test_which_email_is_asked_only_where_something_depends_on_it() -> None:
    second = target("EMAIL", number=2)
    assert most_of_each(columns(EMAIL, second))["EMAIL"] == 0
    assert most_of_each(columns(EMAIL, second, target("EMAIL_KIND", number=2)))["EMAIL"] == 2
    assert most_of_each(columns(target("CITY")))["ADDRESS"] == 1


def test_columns_with_something_in_them_are_worth_a_field_of_their_own() -> None:
    given = columns(EMAIL, SKIPPED, SKIPPED, SKIPPED, SKIPPED)
    given[1] |= {"header": " Since ", "guessedKind": "DATE"}
    given[2] |= {"header": "since"}
    given[3] |= {"isEmpty": True}
    given[4] |= {"header": " "}
    assert asked_columns(worth_keeping(given)) == [
        {"index": 1, "target": {"newCustomField": {"name": "Since", "kind": "DATE"}}}
    ]
