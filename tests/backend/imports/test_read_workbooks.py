"""Excel workbooks are read as rows of text, and those that are none are refused."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.imports import conversion
from backend.imports.conversion import convert
from backend.imports.errors import FileBroken, FileEmpty, FileNotText, FileTooComplex, SheetUnknown
from backend.imports.service import ImportOptions, import_file
from backend.imports.signatures import SourceKind
from backend.imports.source import Source, SourceOptions, open_source
from backend.imports.workbooks import cell_text, check_archive, convert_workbook
from tests.backend.imports.conftest import Book
from tests.backend.imports.workbooks import NAMESPACE, Cell, Sheet, moment, write_workbook

PEOPLE = Sheet(
    [
        ["Nom", "Téléphone", "Renouvellement", "Budget"],
        ["Hélène\nD’Été", 33612345678, moment("2026-02-28"), 12.5],
        [None, None, None, None],
        ["=1+1", "'01 99 00 00 00", moment("2026-02-28 14:30"), 0.1 + 0.2],
    ]
)


def opened(path: Path, **options: object) -> tuple[Source, list[tuple[int, list[str]]]]:
    with open_source(path, SourceOptions(**options)) as source:  # type: ignore[arg-type]
        return source, [(row.number, row.cells) for row in source.rows]


def test_days_and_numbers_are_texts_without_what_nobody_typed(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "people.csv", {"Feuille 1": PEOPLE})
    source, rows = opened(path)
    assert (source.kind, source.encoding, source.separator) == (SourceKind.XLSX, "", "")
    assert (source.sheets, source.sheet) == (("Feuille 1",), "Feuille 1")
    assert source.plan.header == ("Nom", "Téléphone", "Renouvellement", "Budget")
    assert [column.value_kind for column in source.plan.columns[2:]] == ["date", "number"]
    assert rows == [
        (2, ["Hélène\nD’Été", "33612345678", "2026-02-28", "12.5"]),
        (4, ["=1+1", "'01 99 00 00 00", "2026-02-28 14:30:00", "0.3"]),
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (True, "true"),
        (1e15, "1000000000000000"),
        (123456789012345.0, "123456789012345"),
        (-0.0000125, "-0.0000125"),
        (1.23e21, "1230000000000000000000"),
        (None, ""),
        ("x", "x"),
    ],
)
def test_a_cell_is_written_as_it_would_be_typed(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_one_of_several_sheets_is_read(tmp_path: Path) -> None:
    sheets = {
        "Empty": Sheet([]),
        "Secret": Sheet([["Name"], ["Nobody"]], is_hidden=True),
        "People": Sheet([["Name"], ["Anna"]], first=3),
        "Others": Sheet([["Name"], ["Ugo"]]),
    }
    path = write_workbook(tmp_path / "people.xlsx", sheets)
    source, rows = opened(path)
    assert (source.sheets, source.sheet) == (("Empty", "People", "Others"), "People")
    assert rows == [(4, ["Anna"])]
    assert opened(path, sheet="Others")[1] == [(2, ["Ugo"])]
    for name, refusal in (("Empty", FileEmpty), ("Secret", SheetUnknown), ("?", SheetUnknown)):
        with pytest.raises(refusal):
            opened(path, sheet=name)


def test_what_was_converted_is_kept_for_the_next_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_workbook(tmp_path / "people.xlsx", {"A": PEOPLE, "B": Sheet([["Name"], ["B"]])})
    spool = tmp_path / "tables"
    with open_source(path, spool=spool) as source:
        first = source.preview()
    monkeypatch.setattr(conversion, "_run", None)
    with open_source(path, spool=spool) as source:
        assert (source.preview(), source.sheets) == (first, ("A", "B"))
    with pytest.raises(TypeError), open_source(path, SourceOptions(sheet="B"), spool=spool):
        pass


async def test_a_workbook_is_imported_with_its_custom_fields(book: Book) -> None:
    rows: list[list[Cell]] = [
        ["Name", "Custom field (date): Renewal", "Custom field (number): Budget"],
        ["Anna", moment("2026-02-28"), 1234.5],
        ["Ugo", "28/02/2026", "many"],
    ]
    path = write_workbook(book.folder / "people.xlsx", {"People": Sheet(rows)})
    report = await import_file(book.actor, path, ImportOptions(rejects=book.rejects))
    assert (report.created, report.left_out, report.sheet) == (2, 1, "People")
    assert await book.values() == [
        {"Renewal": "2026-02-28", "Budget": "1234.5"},
        {"Renewal": "2026-02-28"},
    ]
    assert [row["Import row"] for row in book.rejected()] == ["3"]


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("content.xml", "ods"),
        ("xl/workbook.bin", "xlsb"),
        ("word/document.xml", "docx"),
        ("Index/Document.iwa", "numbers"),
        ("people.csv", "zip"),
    ],
)
def test_refuses_archives_that_are_no_workbooks(tmp_path: Path, part: str, kind: str) -> None:
    path = tmp_path / "people.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(FileNotText) as refused:
        check_archive(path)
    assert refused.value.parameters == {"kind": kind}


def test_refuses_a_bomb_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.xlsx"
    with (
        ZipFile(bomb, "w", ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w") as part,
    ):
        for _ in range(60):
            part.write(bytes(1024 * 1024))
    with pytest.raises(FileTooComplex):
        opened(bomb)


def test_a_reader_beyond_its_limits_is_a_refusal(tmp_path: Path) -> None:
    # Two cells as far apart as a sheet allows: seventeen thousand million in between.
    sheet = (
        f'<worksheet xmlns="{NAMESPACE}"><sheetData><row r="1"><c r="A1"><v>1</v></c>'
        '</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    path = write_workbook(
        tmp_path / "far.xlsx", {"A": Sheet([])}, {"xl/worksheets/sheet1.xml": sheet.encode()}
    )
    with pytest.raises((FileTooComplex, FileBroken)):
        opened(path)


def test_entities_of_a_file_s_own_are_not_followed(tmp_path: Path) -> None:
    sheet = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f'<worksheet xmlns="{NAMESPACE}"><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>Name &b; &f;</t></is></c></row></sheetData></worksheet>'
    )
    path = write_workbook(
        tmp_path / "entities.xlsx", {"A": Sheet([])}, {"xl/worksheets/sheet1.xml": sheet.encode()}
    )
    output = tmp_path / "table.csv"
    try:
        convert_workbook(path, None, output)
    except (FileBroken, FileEmpty):
        return
    assert "aaaa" not in output.read_text()
    assert "root:" not in output.read_text()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    whole = write_workbook(tmp_path / "whole.xlsx", {"People": PEOPLE}).read_bytes()
    broken = bytearray(whole[: data.draw(st.integers(4, len(whole)))])
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(4, len(whole)), st.integers(0, 255)), max_size=8)
    ):
        if place < len(broken):
            broken[place] = byte
    path, output = tmp_path / "broken.xlsx", tmp_path / "table.csv"
    path.write_bytes(broken)
    answer = convert(
        {"path": str(path), "kind": "xlsx", "sheet": None, "encoding": None, "output": str(output)}
    )
    assert "sheet" in answer or answer["code"].startswith("FILE_")


def test_the_child_knows_none_of_our_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, object] = {}

    def run(command: object, **options: object) -> object:
        seen.update(options)
        raise BlockingIOError

    monkeypatch.setenv("CARNET_SECRET_KEY", "x" * 40)
    monkeypatch.setattr("backend.imports.conversion.subprocess.run", run)
    path = write_workbook(tmp_path / "people.xlsx", {"A": PEOPLE})
    with pytest.raises(BlockingIOError), open_source(path):
        pass
    assert "CARNET_SECRET_KEY" not in str(seen["env"])
