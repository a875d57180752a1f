"""Whom a question about the ticked contacts is about."""

from __future__ import annotations

import pytest

from frontend.pages.contacts_grid.naming import named
from frontend.pages.contacts_grid.selection import Selection

NAMES = {"a": "Anna", "b": "Bea", "c": "Carla", "d": "Dora"}


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(frozenset("a")), "Anna."),
        (Selection(frozenset("ab")), "Anna, Bea."),
        (Selection(frozenset("abcd")), "Anna, Bea, Carla and 1 other."),
        (Selection(frozenset("axyz")), "Anna and 3 others."),
        (Selection(frozenset("xyz")), ""),
        (Selection(frozenset("a"), everything=True), ""),
    ],
)
def test_names_who_is_ticked_and_counts_the_others(selection: Selection, words: str) -> None:
    assert named(selection, NAMES.get) == words
