"""Where headers say nothing, cells tell; and what is odd about a file is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.custom_fields.kinds import CustomFieldKind
from backend.imports.contents import Content, content_of, looks_like_data, value_kind
from backend.imports.errors import FileEmpty, FileNotText, FileRefused, TooManyColumns
from backend.imports.headers import understand
from backend.imports.mapping import plan_columns
from backend.imports.notices import Notice, NoticeCode
from backend.imports.source import Source, SourceOptions, open_source
from tests.backend.imports.conftest import Book


@pytest.mark.parametrize(
    ("cells", "content"),
    [
        (["a@example.org", "", "Bea <b@example.org>; c@example.org"], Content.EMAIL),
        (["+39 011 000000", "0033 1 99 00 00 00", "(011) 00.00.00"], Content.PHONE),
        (["28/02/2026", "1.3.2026", "2026-01-01"], Content.DATE),
        (["https://example.org", "www.example.org/a", "example.org"], Content.LINK),
        (["Italia", "France", "Royaume-Uni"], Content.COUNTRY),
        (["10121", "75001"], Content.POSTAL_CODE),
        (["12", "1.234,50 €", "-3"], Content.NUMBER),
        (["007", "12"], None),
        (["IT", "FR"], None),
        (["Anna", "a@example.org"], None),
        (["jean.dupont", "S.r.l."], None),
        (["20260228", "20260301"], Content.NUMBER),
        ([" ", ""], None),
        (["a@example.org"] * 19 + ["ask him"], Content.EMAIL),
    ],
)
def test_cells_tell_what_they_are(cells: list[str], content: Content | None) -> None:
    assert content_of(cells) is content


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["28/02/2026"], CustomFieldKind.DATE),
        (["example.org"], CustomFieldKind.URL),
        (["12000", "10500"], CustomFieldKind.NUMBER),
        (["01000", "10500"], CustomFieldKind.TEXT),
        (["+39 011 000000"], CustomFieldKind.TEXT),
        ([""], CustomFieldKind.TEXT),
    ],
)
def test_a_new_custom_field_gets_the_type_of_its_cells(
    cells: list[str], kind: CustomFieldKind
) -> None:
    assert value_kind(cells) is kind


@pytest.mark.parametrize(
    ("row", "is_data"),
    [
        (["Anna", "Rossi", "anna@example.org"], True),
        (["Client", "anna@example.org"], True),
        (["Anna", "+39 011 000000"], True),
        (["Anna", "2026-02-28"], True),
        (["Nom", "E-mail"], False),
        (["Phone", "+39 011 000000"], False),
        (["Anna", "Rossi"], False),
        (["first.name", "e.mail"], False),
        (["Custom field (text): a@example.org"], False),
    ],
)
def test_a_row_of_a_person_is_no_header(row: list[str], is_data: bool) -> None:
    assert looks_like_data(row, understand) is is_data


def targets(header: list[str], *rows: list[str]) -> list[str]:
    return [column.target.key for column in plan_columns(header, rows=rows).columns]


def test_a_column_without_a_name_is_what_its_cells_are() -> None:
    row = ["Anna", "anna@example.org", "+39 011 000000", "Italia", "10121", "28/02/2026", "12"]
    header = ["Column 1", "", "Champ 3", "Unnamed: 4", "F5", "field7", "Colonna8"]
    assert targets(header, row) == [
        "skip", "email", "phone", "country", "postal_code", "skip", "skip"
    ]  # fmt: skip


def test_a_name_that_is_not_understood_is_only_ever_the_only_e_mail() -> None:
    row = ["a@example.org", "+39 011 000000", "Italia"]
    assert targets(["Correo", "Handy", "Land"], row) == ["email", "skip", "skip"]
    assert targets(["Correo", "E-mail"], row[:1] * 2) == ["skip", "email"]
    assert targets(["Assistant's e-mail", "Nom"], row[:2]) == ["skip", "full_name"]


def test_postal_codes_need_an_address_and_have_no_rival() -> None:
    assert targets(["", "Nom"], ["10121", "Anna"]) == ["skip", "full_name"]
    assert targets(["", "", "Ville"], ["10121", "20121", "Torino"]) == ["skip", "skip", "city"]
    assert targets(["", "Ville"], ["10121", "Torino"]) == ["postal_code", "city"]


def opened(path: Path, data: bytes, has_header: bool | None = None) -> Source:
    path.write_bytes(data)
    with open_source(path, SourceOptions(has_header=has_header)) as source:
        return source


def test_a_file_without_a_header_is_noticed(tmp_path: Path) -> None:
    data = b"Anna,anna@example.org,\nUgo,ugo@example.org,\n"
    source = opened(tmp_path / "people.csv", data)
    assert (source.has_header, source.notices) == (False, (Notice(NoticeCode.NO_HEADER, 1),))
    assert source.plan.header == ("Column 1", "Column 2", "Column 3")
    assert source.preview() == [
        ["Anna", "anna@example.org", ""],
        ["Ugo", "ugo@example.org", ""],
    ]
    assert [row.number for row in source.head] == [1, 2]
    assert opened(tmp_path / "people.csv", data, has_header=True).samples(0) == ["Ugo"]
    named = opened(tmp_path / "people.csv", b"Nom,E-mail\n", has_header=False)
    assert named.samples(1) == ["E-mail"]


@pytest.mark.parametrize(
    ("data", "notices"),
    [
        (b"Nom,E-mail\n", [Notice(NoticeCode.ONLY_HEADER)]),
        (b"Nom,nom ,,,E-mail\nA,B\n", [Notice(NoticeCode.HEADER_REPEATED, column="nom")]),
        (
            "Nom\nÉlan\nÉa\n".encode("cp1252") + "Zoé\n".encode(),
            [Notice(NoticeCode.ENCODING_MIXED, 4)],
        ),
        (
            "Nom\nÉlan\nÉa\n".encode() + "Zoé\n".encode("cp1252"),
            [Notice(NoticeCode.ENCODING_MIXED, 4)],
        ),
        ("Nom\nÉlan\n".encode("cp1252"), []),
        ("Nom\nÉlan\n".encode("utf-16"), []),
        ("Nom\nÉlan\n".encode(), []),
    ],
)
def test_what_is_odd_is_said(tmp_path: Path, data: bytes, notices: list[Notice]) -> None:
    assert list(opened(tmp_path / "people.csv", data).notices) == notices


@pytest.mark.parametrize(
    ("data", "refusal", "parameters"),
    [
        (b"", FileEmpty, {}),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileNotText, {"kind": "xls"}),
        (b"%PDF-1.7\n", FileNotText, {"kind": "pdf"}),
        (b"\n<html><table><tr><td>Nom</td></tr></table>", FileNotText, {"kind": "html"}),
        (b"\x1f\x8b\x08", FileNotText, {"kind": "gzip"}),
        (
            b"\n" + b",".join(b"c%d" % n for n in range(1000)),
            TooManyColumns,
            {"columns": 1000, "maximum": 800, "row": 2},
        ),
    ],
)
def test_what_cannot_be_read_says_what_and_where(
    tmp_path: Path, data: bytes, refusal: type[FileRefused], parameters: dict[str, str | int]
) -> None:
    with pytest.raises(refusal) as refused:
        opened(tmp_path / "people.xlsx", data)
    assert refused.value.parameters == parameters


async def test_days_and_numbers_of_a_column_are_read_as_it_writes_them(book: Book) -> None:
    header = "Name;Custom field (date): Day;Custom field (number): Sum\n"
    await book.take(header + "A;03/04/2026;1.234\nB;13/04/2026;2.000,5\n")
    assert await book.values() == [
        {"Day": "2026-04-03", "Sum": "1234"},
        {"Day": "2026-04-13", "Sum": "2000.5"},
    ]
