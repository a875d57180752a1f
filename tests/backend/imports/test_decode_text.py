"""Bytes become the right text, whatever wrote them."""

from __future__ import annotations

import codecs
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.imports.decoding import UNDECODABLE, detect_encoding, open_text
from backend.imports.errors import EncodingUnknown, FileEmpty, FileNotText
from backend.imports.signatures import sniff

FRENCH = "Prénom;Société\r\nHélène;Crêperie de l'Été\r\nÉloïse;«Œuvre» 100 €\r\n"


def read(data: bytes, encoding: str | None = None) -> str:
    return open_text(BytesIO(data), encoding).read()


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_recognises_every_encoding_people_have(encoding: str, name: str) -> None:
    data = FRENCH.encode(encoding)
    assert detect_encoding(BytesIO(data)) == name
    assert read(data) == FRENCH


def test_reads_big_endian_with_its_mark() -> None:
    assert read(codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be")) == FRENCH


def test_french_windows_text_is_not_taken_for_central_european() -> None:
    assert read("Hélène".encode("cp1252")) == "Hélène"


def test_one_foreign_byte_at_the_end_of_a_long_file_decides_for_windows() -> None:
    start = "Nom,Ville\n" + "Anna,Torino\n" * 100_000
    assert read(start.encode() + b"\xc9lodie,Lyon\n") == start + "Élodie,Lyon\n"


@pytest.mark.parametrize("before", [0, 256 * 1024 - 30])
def test_of_two_encodings_in_one_file_utf8_costs_only_the_other_rows(before: int) -> None:
    start = "Nom\n" + "a" * before + "\n"
    data = start.encode() + "José Ü\nZoë\n".encode() + "Hélène\n".encode("cp1252") + b"Anna\n"
    assert detect_encoding(BytesIO(data)) == "utf-8"
    assert read(data) == f"{start}José Ü\nZoë\nH{UNDECODABLE}l{UNDECODABLE}ne\nAnna\n"


def test_a_few_letters_that_look_like_utf8_do_not_decide() -> None:
    text = "José Ã© Hélène Zoë Élodie\n"
    assert read(text.encode("cp1252")) == text


def test_a_letter_cut_by_the_chunks_of_the_first_pass_is_still_utf8() -> None:
    text = "a" * (256 * 1024 - 1) + "é"
    assert detect_encoding(BytesIO(text.encode())) == "utf-8"


def test_a_few_zeros_are_not_utf16() -> None:
    assert detect_encoding(BytesIO(b"Nom,Ville\n\0\1\0\1,Lyon\n")) == "utf-8"


def test_utf16_with_words_of_other_scripts_in_its_cells() -> None:
    text = "Nom\n" + "安娜北京上海,安娜北京上海\n" * 1000
    assert read(text.encode("utf-16-le")) == text
    assert read(text.encode("utf-16-be")) == text


def test_the_chosen_encoding_wins() -> None:
    assert read("Łódź".encode("cp1250"), "cp1250") == "Łódź"


def test_a_mark_is_dropped_when_utf8_is_chosen_by_hand() -> None:
    assert read(FRENCH.encode("utf-8-sig"), "UTF8") == FRENCH


def test_bad_bytes_after_a_mark_cost_only_themselves() -> None:
    assert read(codecs.BOM_UTF8 + b"ab\xffcd") == f"ab{UNDECODABLE}cd"
    assert read("ab".encode("utf-16") + b"\x00\xd8") == f"ab{UNDECODABLE}"


def test_bytes_that_windows_does_not_use_are_marked() -> None:
    assert read(b"\xe9\x81") == f"é{UNDECODABLE}"


@pytest.mark.parametrize("name", ["hex", "idna", "rot13", "undefined", "nonsense", "utf-8\0", ""])
def test_refuses_what_is_no_encoding_of_a_file(name: str) -> None:
    with pytest.raises(EncodingUnknown):
        read(b"Nom", name)


def test_refuses_an_empty_file() -> None:
    with pytest.raises(FileEmpty):
        read(b"")


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "xls"),
        (b"<!DOCTYPE html><table>", "html"),
    ],
)
def test_refuses_a_file_that_lies_about_its_type(start: bytes, kind: str) -> None:
    with pytest.raises(FileNotText) as refused:
        sniff(BytesIO(start + bytes(range(256))))
    assert refused.value.parameters == {"kind": kind}


@given(st.text())
def test_any_text_in_utf8_reads_back(text: str) -> None:
    data = text.encode("utf-8-sig")
    assert read(data) == text


@given(st.binary(), st.sampled_from([None, "utf-8", "utf-16", "utf-32", "cp1252", "gb18030"]))
def test_any_bytes_become_text_or_a_coded_refusal(data: bytes, encoding: str | None) -> None:
    try:
        text = read(data, encoding)
    except FileEmpty:
        return
    assert isinstance(text, str)
