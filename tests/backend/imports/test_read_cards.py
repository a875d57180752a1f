"""vCards of every version and dialect become a table."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.imports.card_table import convert_cards
from backend.imports.cards import read_cards
from backend.imports.errors import FileBroken
from backend.imports.formats import FileFormat
from backend.imports.lines import Lines
from backend.imports.service import ImportOptions, import_file
from backend.imports.signatures import SourceKind
from backend.imports.source import open_source
from tests.backend.imports.conftest import Book

APPLE = r"""BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14//EN
N:Rossi;Anna;Maria;Dr.;
FN:Dr. Anna Maria Rossi
ORG:Studio Prova\; figli;Design
TITLE:Titolare
EMAIL;type=INTERNET;type=WORK;type=pref:anna@example.org
item1.EMAIL;type=INTERNET:a.rossi@example.org
item1.X-ABLabel:_$!<Home>!$_
item2.TEL;type=pref:+39 347 000 0000
item2.X-ABLabel:iPhone
TEL;type=WORK;type=FAX:+39 011 000 0001
item3.ADR;type=WORK;type=pref:;;Via Roma 1\nScala B;Torino;TO;10121;
item3.X-ABADR:it
item4.URL;type=pref:https\://example.org
NOTE:first line\nsecond\, with a text that is folded in the middle of a wo
 rd
BDAY:1980-02-28
CATEGORIES:Clienti,VIP\, big
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
 AAAAAAAAAAAAAAAAAAAA
END:VCARD
"""
OUTLOOK = """BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=fr;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:D=92=C9t=E9;H=E9l=E8ne
ORG:Crêperie
TEL;WORK;VOICE:01 99 00 00 00
TEL;CELL;VOICE:06 99 00 00 00
ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE;CHARSET=utf-8:;;12 rue du Bac=0D=0ABat. C;Pa=
ris;;75001;France
EMAIL;PREF;INTERNET:helene@example.org
AGENT:
BEGIN:VCARD
FN:Somebody else
END:VCARD
END:VCARD
"""
MODERN = """BEGIN:VCARD
VERSION:4.0
KIND:org
FN:Acme
TEL;VALUE=uri;TYPE="voice,home":tel:+33-1-99-00-00-00;ext=102
EMAIL:mailto:hello@example.org
EMAIL;PREF=1:first@example.org
ADR;TYPE=billing;CC=FR;LABEL="1, rue; x: y":;;1 rue Neuve;Lyon;;69002;
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Ugo Verdi
TEL;TYPE=cell:+39 347 000 0001
"""


def table_of(tmp_path: Path, data: bytes, encoding: str | None = None) -> list[dict[str, str]]:
    path, output = tmp_path / "cards.vcf", tmp_path / "table.csv"
    path.write_bytes(data)
    convert_cards(path, encoding, output)
    with output.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
        return [{name: cell for name, cell in row.items() if cell} for row in csv.DictReader(file)]


def test_reads_a_card_of_apple(tmp_path: Path) -> None:
    assert table_of(tmp_path, APPLE.encode()) == [
        {
            "Given name": "Anna",
            "Middle name": "Maria",
            "Family name": "Rossi",
            "Company": "Studio Prova; figli",
            "Department": "Design",
            "Position": "Titolare",
            "E-mail 1": "anna@example.org",
            "E-mail 1 type": "work",
            "E-mail 2": "a.rossi@example.org",
            "E-mail 2 type": "home",
            "Phone 1": "+39 347 000 0000",
            "Phone 1 type": "mobile",
            "Phone 2": "+39 011 000 0001",
            "Phone 2 type": "fax",
            "Address 1 type": "work",
            "Address 1 street": "Via Roma 1\nScala B",
            "Address 1 city": "Torino",
            "Address 1 region": "TO",
            "Address 1 postal code": "10121",
            "Address 1 country": "it",
            "Labels": 'Clienti, "VIP, big"',
            "Website 1": "https://example.org",
            "Birthday": "1980-02-28",
            "Notes": "first line\nsecond, with a text that is folded in the middle of a word",
        }
    ]


def test_reads_a_card_of_old_outlook(tmp_path: Path) -> None:
    expected = {
        "Given name": "Hélène",
        "Family name": "D’Été",
        "Company": "Crêperie",
        "E-mail 1": "helene@example.org",
        "E-mail 1 type": "main",
        "Phone 1": "01 99 00 00 00",
        "Phone 1 type": "work",
        "Phone 2": "06 99 00 00 00",
        "Phone 2 type": "mobile",
        "Address 1 type": "work",
        "Address 1 street": "12 rue du Bac\nBat. C",
        "Address 1 city": "Paris",
        "Address 1 postal code": "75001",
        "Address 1 country": "France",
    }
    assert table_of(tmp_path, OUTLOOK.encode("cp1252")) == [expected]
    assert table_of(tmp_path, OUTLOOK.replace("\n", "\r\n").encode("utf-16")) == [expected]


def test_reads_cards_of_version_four_and_one_that_is_cut_off(tmp_path: Path) -> None:
    acme, ugo = table_of(tmp_path, MODERN.encode())
    assert acme == {
        "Company": "Acme",
        "E-mail 1": "hello@example.org",
        "E-mail 1 type": "other",
        "E-mail 2": "first@example.org",
        "E-mail 2 type": "main",
        "Phone 1": "+33-1-99-00-00-00",
        "Phone 1 type": "home",
        "Address 1 type": "billing",
        "Address 1 street": "1 rue Neuve",
        "Address 1 city": "Lyon",
        "Address 1 postal code": "69002",
        "Address 1 country": "FR",
    }
    assert ugo["Full name"] == "Ugo Verdi"


def test_a_name_that_begins_like_a_formula_comes_as_it_is(tmp_path: Path) -> None:
    text = "BEGIN:VCARD\nN:'=x;=y\nEND:VCARD\n"
    assert table_of(tmp_path, text.encode()) == [{"Given name": "=y", "Family name": "''=x"}]


def test_refuses_a_file_without_a_card(tmp_path: Path) -> None:
    with pytest.raises(FileBroken):
        table_of(tmp_path, b"BEGIN:VCARD\n")


async def test_cards_become_contacts_whatever_the_name_of_the_file(book: Book) -> None:
    path = book.write(APPLE + OUTLOOK + MODERN + "BEGIN:VCARD\nNOTE:nobody\nEND:VCARD\n")
    with open_source(path) as source:
        assert (source.kind, source.plan.format) == (SourceKind.VCARD, FileFormat.VCARD)
        kinds = {each.header: each.value_kind.value for each in source.plan.columns}
        assert (kinds["Birthday"], kinds["Website 1"], kinds["Notes"]) == ("date", "url", "text")
    report = await import_file(book.actor, path, ImportOptions(rejects=book.rejects))
    assert (report.created, report.reasons) == (4, {"NOTHING_TO_IMPORT": 1})
    assert report.ignored == ["Department", "Website 1", "Birthday", "Notes"]
    anna, helene, acme, ugo = await book.contacts()
    assert sorted(label.name for label in anna.labels) == ["Clienti", "VIP, big"]
    assert anna.addresses[0].lines == ["Via Roma 1", "Scala B", "10121 Torino TO"]
    assert (helene.display_name, acme.display_name) == ("Hélène D’Été", "Acme")
    assert [(each.address, each.kind) for each in acme.emails] == [
        ("hello@example.org", "other"),
        ("first@example.org", "main"),
    ]
    assert ugo.display_name == "Ugo Verdi"
    assert [row["Import row"] for row in book.rejected()] == ["6"]


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO;ENCODING=b:" + "A" * 3_000_000,
        "NOTE:" + "\\," * 60_000,
        "NOTE:" + "\n x" * 500_000,
        "NOTE;ENCODING=QUOTED-PRINTABLE:" + "=\n" * 500_000,
        ("NOTE;CHARSET=punycode;ENCODING=QUOTED-PRINTABLE:" + "ab9" * 40_000 + "\n") * 5,
        "N:" + ";" * 100_000,
        'TEL;TYPE="' + 'a";"' * 30_000 + ":1",
        "TEL" + ";" * 100_000 + ":1",
        "EMAIL:x@example.org\n" * 50_000,
        "BEGIN:VCARD\n" * 100_000,
    ],
)
def test_a_card_made_to_take_long_does_not(line: str) -> None:
    started = time.process_time()
    list(read_cards(Lines(io.StringIO(f"BEGIN:VCARD\nFN:x\n{line}\nEND:VCARD\n"))))
    assert time.process_time() - started < 3


PIECES = st.sampled_from(
    ["BEGIN:VCARD", "END:VCARD", "\n", "\r\n", " ", ";", ":", "=", "=C3=A9", ",", "\\", "N", "TEL",
     "ADR", "ORG", "EMAIL", "item1.", "X-ABLabel", "TYPE", "QUOTED-PRINTABLE", "ENCODING=",
     "CHARSET=", "utf-16", "idna", '"', "é", "\udcff", "CATEGORIES", "pref", "KIND:org", "\0"]
)  # fmt: skip


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join), st.integers(0, 400))
def test_any_card_is_read_or_refused(tmp_path: Path, middle: str, cut: int) -> None:
    whole = f"BEGIN:VCARD\n{middle}\n{APPLE[12:cut]}\nEND:VCARD\n"
    try:
        rows = table_of(tmp_path, whole.encode("utf-8", "surrogatepass"))
    except FileBroken:
        return
    assert isinstance(rows, list)


def test_blank_lines_among_cards_cost_nothing() -> None:
    blank = "\n" * 1_000_000
    text = f"BEGIN:VCARD\n{blank}FN:Anna\n Maria\n\n x\nEND:VCARD\n{blank}"
    started = time.perf_counter()
    [card] = read_cards(Lines(io.StringIO(text, newline="")))
    assert time.perf_counter() - started < 2
    assert [each.text() for each in card.all("FN")] == ["AnnaMaria"]
