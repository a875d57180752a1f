"""Who comes first in the command palette."""

from __future__ import annotations

import pytest

from frontend.pages.contacts_grid.palette import distance


@pytest.mark.parametrize(
    ("text", "name", "company", "expected"),
    [
        ("abbott", "Aaron Abbott", None, 0),
        ("abb", "Aaron Abbott", None, 1),
        ("abb", "Gianluca Fabbri", None, 2),
        ("leo", "Léonie Martin", None, 1),
        ("martin leonie", "Léonie Martin", None, 0),
        ("pierre", "Jean-Pierre Roux", None, 0),
        ("acme", "Ada Rossi", "Acme & Sons", 0),
        ("rossi acm", "Ada Rossi", "Acme & Sons", 1),
        ("34 56", "Ada Rossi", None, 2),
        ("", "Ada Rossi", None, 0),
    ],
)
def test_words_come_before_beginnings_of_words_and_those_before_the_rest(
    text: str, name: str, company: str | None, expected: int
) -> None:
    given, _, family = name.partition(" ")
    contact = {"displayName": name, "givenName": given, "familyName": family, "company": company}
    assert distance(contact, text) == expected
