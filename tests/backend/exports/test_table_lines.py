"""Rows of a table are written as Python's own writer does, whatever is in their cells."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backend.exports.formats.table import Table
from backend.exports.options import CsvSeparator, ExportFormat, ExportOptions

CELLS = st.text(st.sampled_from(" ,;\t\"\r\n\x00'=é\u2028a"), max_size=6)


@pytest.mark.parametrize("separator", list(CsvSeparator))
@given(cells=st.lists(CELLS, min_size=2, max_size=6))
@example(cells=["a,b;c\td", 'say "no"', "two\r\nlines"])
@example(cells=["", ""])
def test_a_line_is_the_one_of_the_standard_writer(separator, cells) -> None:
    options = ExportOptions(ExportFormat.CARNET_CSV, separator)
    expected = io.StringIO(newline="")
    csv.writer(expected, delimiter=separator.character).writerow(cells)
    assert Table(options, cells, lambda _: []).head() == expected.getvalue().encode()
