"""Text becomes rows, and a row that cannot be read costs only itself."""

from __future__ import annotations

import csv
import io
import time
import tracemalloc
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.imports.errors import (
    BrokenQuotes,
    FileEmpty,
    FileRefused,
    HeaderUnreadable,
    RowTooLong,
    SeparatorInvalid,
    TooManyCells,
    TooManyColumns,
)
from backend.imports.lines import MAX_ROW_CHARACTERS
from backend.imports.reader import MAX_COLUMNS, RefusedRow, Row, RowReader


def reader(text: str, separator: str | None = None) -> RowReader:
    return RowReader(io.StringIO(text, newline=""), separator)


def rows(text: str, separator: str | None = None) -> list[list[str]]:
    return [row.cells for row in reader(text, separator) if isinstance(row, Row)]


def refused(text: str) -> list[RefusedRow]:
    return [row for row in reader(text) if isinstance(row, RefusedRow)]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_finds_the_separator(separator: str) -> None:
    text = "Name,Phone,City\nAnna,1,Lyon\n".replace(",", separator)
    assert reader(text).separator == separator
    assert rows(text) == [["Anna", "1", "Lyon"]]


@pytest.mark.parametrize("line", ["sep=;", "SEP=;", '"sep=;"', "sep=;;;"])
def test_obeys_the_line_that_excel_writes(line: str) -> None:
    assert rows(f"{line}\r\nA,B;C\r\n1,2;3\r\n") == [["1,2", "3"]]


def test_commas_inside_cells_do_not_outvote_semicolons() -> None:
    text = "Name;Address\nA;1, rue X, Paris\nB;2, rue Y, Lyon\n"
    assert rows(text)[0] == ["A", "1, rue X, Paris"]


def test_a_file_of_one_column_is_read() -> None:
    assert rows("E-mail\na@example.org\nb@example.org\n") == [["a@example.org"], ["b@example.org"]]


@pytest.mark.parametrize("separator", ["", ";;", "a", '"', "\n", "."])
def test_refuses_what_cannot_separate(separator: str) -> None:
    with pytest.raises(SeparatorInvalid):
        reader("A,B\n1,2\n", separator)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one(end: str) -> None:
    text = end.join(["A,B", "1,2", "", '3,"x', 'y"', ""])
    assert rows(text) == [["1", "2"], ["3", f"x{end}y"]]


def test_numbers_rows_as_a_spreadsheet_and_lines_as_an_editor() -> None:
    found = list(reader('sep=,\nA,B\n1,"x\ny"\n\n3,4\n'))
    assert [(row.number, row.line) for row in found] == [(2, 3), (4, 6)]


def test_a_short_row_is_filled_up_and_empty_cells_beyond_are_dropped() -> None:
    assert rows("A,B,C\n1\n1,2,3,,\n") == [["1", "", ""], ["1", "2", "3"]]


def test_empty_rows_and_columns_without_a_name_at_the_end_do_not_count() -> None:
    assert reader("\n;;\nA;B;;\n ; ;\n1;2;;\n").header == ["A", "B"]
    assert rows("\n;;\nA;B;;\n ; ;\n1;2;;\n") == [["1", "2"]]


def test_refuses_a_row_wider_than_the_header() -> None:
    [row] = refused("A,B\n1,2,3\n4,5\n")
    assert isinstance(row.refusal, TooManyCells)
    assert row.refusal.parameters == {"cells": 3, "columns": 2}
    assert row.cells == ["1", "2", "3"]


@pytest.mark.parametrize("bad", ['1,"2"x,3', '1,"2,3', '1,"2 ""3,4', '"1"",2,3'])
def test_broken_quotes_cost_their_row_only(bad: str) -> None:
    text = f'A,B,C\n0,0,0\n{bad}\n4,5,6\n7,"8",9\n10,11,12\n'
    [row] = refused(text)
    assert isinstance(row.refusal, BrokenQuotes)
    assert (row.number, row.line, row.refusal.parameters) == (3, 3, {"lines": 1})
    expected = [["0", "0", "0"], ["4", "5", "6"], ["7", "8", "9"], ["10", "11", "12"]]
    assert rows(text) == expected


def test_a_quote_open_to_the_end_of_a_long_file_costs_its_row_only() -> None:
    text = 'A,B\n1,"2\n' + "3,4\n" * 50_000
    assert len(rows(text)) == 50_000
    assert [row.refusal.code for row in refused(text)] == ["ROW_TOO_LONG"]


@pytest.mark.parametrize(
    "cell", ["x" * 10_000_000, '"' + "one of many lines in a note\n" * 350_000 + '"']
)
def test_a_cell_of_ten_million_characters_costs_its_row_only(cell: str) -> None:
    text = f"A,B\n1,2\n3,{cell}\n4,5\n"
    before, row, after = reader(text)
    assert isinstance(row, RefusedRow)
    assert isinstance(row.refusal, RowTooLong)
    assert row.refusal.parameters["maximum"] == MAX_ROW_CHARACTERS
    assert sum(map(len, row.cells)) < 10_000
    assert (before.cells, after.cells) == (["1", "2"], ["4", "5"])


def test_reading_takes_no_more_memory_for_a_longer_file() -> None:
    class LongText(io.StringIO):
        left = 50_000

        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            del size  # no line here is longer than what is asked for
            self.left -= 1
            return 'Anna,"a@example.org",+33 1 99 00 00 00\n' if self.left > 0 else ""

    tracemalloc.start()
    try:
        count = len([None for _ in RowReader(LongText())])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 49_999
    assert peak < 1_500_000


def test_a_file_made_to_be_read_again_and_again_still_ends_soon() -> None:
    text = "A,B\n" + 'x",",\nok,ok\n' * 300_000
    started = time.process_time()
    found = list(reader(text))
    assert time.process_time() - started < 20
    assert found


@pytest.mark.parametrize("text", ["", "\n\n", ",,,\n", "sep=;\n", "\n" * 20_000 + "Name\nAnna\n"])
def test_refuses_a_file_without_a_header(text: str) -> None:
    with pytest.raises(FileEmpty):
        reader(text)


def test_refuses_a_header_that_cannot_be_read() -> None:
    with pytest.raises(HeaderUnreadable):
        reader('Name,"E-mail\nAnna,a@example.org\n')
    with pytest.raises(HeaderUnreadable):
        reader("N" * 200_000 + "\n")


def test_refuses_too_many_columns() -> None:
    with pytest.raises(TooManyColumns) as error:
        reader(",".join(f"Column {number}" for number in range(900)) + "\n")
    assert error.value.parameters == {"columns": 900, "maximum": MAX_COLUMNS, "row": 1}


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(
    st.integers(2, 6).flatmap(
        lambda width: st.lists(
            st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8
        )
    ),
    st.sampled_from([",", ";", "\t", "|"]),
    # With "\n" alone, csv.writer leaves a carriage return in a cell without quotes.
    st.sampled_from([("\n", csv.QUOTE_ALL), ("\r\n", csv.QUOTE_ALL), ("\r\n", csv.QUOTE_MINIMAL)]),
)
def test_any_table_written_as_csv_reads_back(
    table: list[list[str]], separator: str, style: tuple[str, Literal[0, 1]]
) -> None:
    end, quoting = style
    header = [f"Column {number}" for number in range(len(table[0]))]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator=end, quoting=quoting)
    writer.writerows([header, *table])
    expected = [cells for cells in table if any(map(str.strip, cells))]
    assert rows(text.getvalue(), separator) == expected


@given(st.text(st.sampled_from('ab,;"\r\n\t\0 =')))
def test_any_text_becomes_rows_or_a_coded_refusal(text: str) -> None:
    try:
        for row in reader(text):
            assert isinstance(row, RefusedRow) or row.cells
    except FileRefused:
        pass


@pytest.mark.parametrize("line", ["", ",,", " \t", '"",""', "\r"])
def test_a_million_blank_rows_are_passed_over_at_once(line: str) -> None:
    blank = f"{line}\n" * 300_000
    started = time.perf_counter()
    found = list(reader(f"Name,E-mail\n{blank},ann@example.org\n\n\nBob,\n{line}\n"))
    assert time.perf_counter() - started < 2
    assert [(row.number, row.line, row.cells) for row in found] == [
        (300_002, 300_002, ["", "ann@example.org"]),
        (300_005, 300_005, ["Bob", ""]),
    ]


def test_rows_behind_a_gap_are_not_among_the_first_but_come() -> None:
    gap = '" ",""\n' * 10_000  # blank to whoever looks at each cell only
    read = reader(f"Name,E-mail\nAnn,\n{gap}Bob,\n")
    assert [row.cells[0] for row in read.first_rows()] == ["Ann"]
    assert [row.cells[0] for row in read] == ["Bob"]
