"""The first rows of a file: its columns, as many as a window bears."""

from __future__ import annotations

from typing import Any

from frontend.pages.contact_import.preview import SHOWN_FIRST, sheet


def texts(node: Any, tag: str) -> list[str]:
    """The text of every element of a tag."""
    if not isinstance(node, dict):
        return []
    children = node.get("children", [])
    own = ["".join(map(str, children))] if node["tagName"] == tag else []
    return own + [text for child in children for text in texts(child, tag)]


def test_all_columns_that_a_program_writes_are_shown() -> None:
    headers, row = [f"c{place}" for place in range(44)], [str(place) for place in range(44)]
    shown = sheet(headers, [row], SHOWN_FIRST)
    assert texts(shown, "th") == headers
    assert texts(shown, "td") == row


def test_very_many_columns_cost_what_the_first_cost() -> None:
    headers = [f"c{place}" for place in range(800)]
    shown = sheet(headers, [headers], SHOWN_FIRST)
    assert texts(shown, "th") == texts(shown, "td") == headers[:SHOWN_FIRST]
