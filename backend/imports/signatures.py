"""Tell by its first bytes what kind of file one is, whatever its name says."""

from __future__ import annotations

from enum import StrEnum
from typing import BinaryIO

from backend.imports.errors import FileEmpty, FileNotText

_SAMPLE_BYTES = 512
_CARD = b"BEGIN:VCARD"
_MARKS = b"\xef\xbb\xbf\xff\xfe"


class SourceKind(StrEnum):
    """The kinds of files that contacts are read from."""

    CSV = "csv"
    XLSX = "xlsx"
    VCARD = "vcard"


_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "xls"),  # so are workbooks with a password
    (b"%PDF-", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"{\\rtf", "rtf"),
    (b"SQLite format 3\x00", "sqlite"),
)
_PAGES = (b"<!doctype html", b"<html", b"<table", b"<?xml")
"""What some programs call .xls and is a web page."""


def sniff(file: BinaryIO) -> SourceKind:
    """Return the kind of a file, and leave it at its start. Every archive counts as a workbook:
    what is in it is looked at where it is unpacked.

    Raises:
        FileEmpty: there is not one byte.
        FileNotText: the first bytes are those of another kind of file.
    """
    file.seek(0)
    sample = file.read(_SAMPLE_BYTES)
    file.seek(0)
    if not sample:
        raise FileEmpty
    if sample.startswith(b"PK\x03\x04"):
        return SourceKind.XLSX
    for signature, kind in _OTHERS:
        if sample.startswith(signature) and (kind != "bmp" or b"\0" in sample):
            raise FileNotText(kind=kind)
    text = sample.lstrip(_MARKS).lstrip()
    if text.lower().startswith(_PAGES):
        raise FileNotText(kind="html")
    letters = text.replace(b"\0", b"").lstrip()  # UTF-16 has a zero beside each
    return SourceKind.VCARD if letters.upper().startswith(_CARD) else SourceKind.CSV
