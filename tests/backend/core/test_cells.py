"""No cell runs in a spreadsheet, and every text comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.cells import (
    format_list,
    harmless,
    harmless_row,
    harmless_row_elsewhere,
    parse_list,
    restored,
)

TEXT = st.text() | st.text("'=+-@\t\r\nA1 (").map(str)


@given(TEXT)
def test_harmless_text_comes_back_as_it_was(text: str) -> None:
    assert restored(harmless(text)) == text


@given(st.lists(TEXT))
def test_a_row_is_made_harmless_as_its_cells_are(cells: list[str]) -> None:
    assert harmless_row(cells) == [harmless(cell) for cell in cells]


@given(st.sampled_from(list("=+-@\t\r\n\0＝＋－＠")), st.text())
def test_no_cell_starts_as_a_formula(start: str, rest: str) -> None:
    assert harmless(start + rest).startswith("'")


@pytest.mark.parametrize("text", ["'=1", "''=1", "'hello", "O'Hara", "'"])
def test_apostrophes_of_the_text_are_kept(text: str) -> None:
    assert restored(harmless(text)) == text


@pytest.mark.parametrize(
    "text", ["+HYPERLINK(1)", "+33 6 cmd", "=1+1", "-2+3", "+1+1|x", "@SUM(1)", "+33 6\n=1", "'+33"]
)
def test_only_a_number_to_dial_goes_elsewhere_as_it_is(text: str) -> None:
    assert harmless_row_elsewhere([text, "+33 (0)6-12.34/56"]) == [f"'{text}", "+33 (0)6-12.34/56"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])).filter(bool)))
def test_lists_in_a_cell_come_back_as_they_were(items: list[str]) -> None:
    assert parse_list(format_list(items)) == items
