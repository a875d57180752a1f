"""The user's columns: what is kept, and what makes no sense in it."""

from __future__ import annotations

import pytest

from frontend.pages.contacts_grid.columns import (
    NARROWEST,
    WIDEST,
    ColumnChoice,
)


@pytest.mark.parametrize("value", [None, 7, "company", [], {"order": 3, "widths": "wide"}])
def test_a_preference_that_makes_no_sense_gives_the_usual_columns(value: object) -> None:
    assert ColumnChoice.parse(value) == ColumnChoice()


def test_what_is_kept_is_read_back() -> None:
    choice = ColumnChoice().toggled("city").with_width("company", 222.4).moved("phone", -1)
    assert ColumnChoice.parse(choice.stored()) == choice


def test_unknown_and_repeated_columns_are_left_out_and_the_name_comes_first() -> None:
    kept = {"order": ["phone", "tail", "name", "phone"], "widths": {"tail": 9, "phone": 10**9}}
    choice = ColumnChoice.parse(kept)
    assert choice.shown == ("name", "phone")
    assert choice.width("phone") == WIDEST


def test_a_column_is_never_narrower_than_can_be_used() -> None:
    assert ColumnChoice().with_width("email", 1).width("email") == NARROWEST


def test_a_column_moves_by_places_and_never_before_the_name() -> None:
    choice = ColumnChoice(("name", "company", "email", "phone"))
    assert choice.moved("phone", -1).shown == ("name", "company", "phone", "email")
    assert choice.moved("company", -5).shown == choice.shown
    assert choice.moved("company", 99).shown == ("name", "email", "phone", "company")
    assert choice.moved("name", 2) == choice
    assert choice.moved("city", 1) == choice


def test_the_column_of_a_field_that_comes_back_stands_where_it_was() -> None:
    lost: dict[str, int] = {}
    choice = ColumnChoice(("name", "custom:a", "email", "custom:b", "phone"))
    without = choice.following({"name", "email", "phone"}, lost)
    assert without.shown == ("name", "email", "phone")
    moved = without.moved("phone", -1)
    assert moved.following({"name", "email", "phone"}, lost) == moved
    back = without.following({"name", "custom:a", "custom:b", "email", "phone"}, lost)
    assert (back.shown, lost) == (choice.shown, {})


def test_only_what_the_columns_need_is_read() -> None:
    assert ColumnChoice(("name", "company")).relations == {
        "values": False,
        "fields": [],
        "emails": False,
        "phones": False,
        "labels": False,
        "addresses": False,
        "trash": False,
    }
    assert ColumnChoice(("name", "subscription", "city")).relations["emails"]
    assert ColumnChoice(("name", "subscription", "city")).relations["addresses"]


def test_the_template_has_a_track_for_each_column() -> None:
    choice = ColumnChoice(("name", "phone")).with_width("phone", 200)
    assert choice.template == "44px 248px 200px minmax(0, 1fr)"
