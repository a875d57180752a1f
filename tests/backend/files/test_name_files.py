"""Names stay as typed where that is safe, and files are what their bytes are."""

from __future__ import annotations

import pytest

from backend.files.kinds import FileKind
from backend.files.names import NAMELESS, clean_filename, content_disposition
from backend.files.sniffing import UNKNOWN, sniff

RTL = "\u202e"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Devis n° 4 – café.pdf", "Devis n° 4 – café.pdf"),
        ("名前.txt", "名前.txt"),
        (".gitignore", ".gitignore"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\x\offer.docx", "offer.docx"),
        ("in\nvoice\r\n.pdf", "in voice .pdf"),
        (f"invoice{RTL}fdp.exe", "invoicefdp.exe"),
        ("zero\u200bwidth\x00.pdf", "zerowidth.pdf"),
        ("  spaced.pdf . ", "spaced.pdf"),
        ("..", NAMELESS),
        (" \u202e\n", NAMELESS),
        ("folder/", NAMELESS),
    ],
)
def test_a_name_is_one_safe_line(typed: str, kept: str) -> None:
    assert clean_filename(typed) == kept


def test_a_long_name_keeps_its_ending() -> None:
    kept = clean_filename("x" * 10_000 + ".pdf")
    assert len(kept) == 200
    assert kept.endswith("x….pdf")
    assert len(clean_filename("y" * 10_000)) == 200


def test_the_header_is_one_line_in_every_alphabet() -> None:
    header = content_disposition('a"b\\c;é名.pdf')
    assert header.startswith("attachment; filename=\"a_b_c_e.pdf\"; filename*=UTF-8''a%22b")
    assert header.isascii()
    assert content_disposition("名").startswith(f'attachment; filename="{NAMELESS}"')


@pytest.mark.parametrize(
    ("head", "name", "media_type", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n....", "photo.pdf", "image/png", FileKind.IMAGE),
        (b"%PDF-1.7", "a.png", "application/pdf", FileKind.PDF),
        (b"RIFF....WAVEfmt", "a", "audio/wav", FileKind.AUDIO),
        (b"RIFF....WEBPVP8", "a", "image/webp", FileKind.IMAGE),
        (b"\0\0\0\x20ftypM4A ", "a.m4a", "audio/mp4", FileKind.AUDIO),
        (b"\0\0\0\x20ftypisom", "a.mp4", "video/mp4", FileKind.OTHER),
        (b"PK\x03\x04", "a.zip", "application/zip", FileKind.OTHER),
        (b"<svg onload='alert(1)'>", "a.svg", "text/plain", FileKind.TEXT),
        (b"<script>alert(1)</script>", "a.png", "text/plain", FileKind.TEXT),
        (b"a;b\n", "a.csv", "text/csv", FileKind.TEXT),
        (b"MZ\x90\0\x03", "invoice.pdf", UNKNOWN, FileKind.OTHER),
    ],
)
def test_a_file_is_what_its_bytes_are(head, name, media_type, kind) -> None:
    sniffed = sniff(head, name)
    assert (sniffed.media_type, sniffed.kind) == (media_type, kind)


def test_a_text_says_how_it_is_written() -> None:
    assert sniff("Hélène".encode(), "a.txt").charset == "utf-8"
    assert sniff("Hélène".encode("cp1252"), "a.txt").charset == "windows-1252"
    assert sniff("Hélène".encode("utf-16"), "a.txt").charset == "utf-16"
    assert sniff("né".encode()[:-1], "cut.txt").charset == "utf-8"
    word = sniff(b"PK\x03\x04", "offer.docx")
    assert word.media_type.endswith("wordprocessingml.document")
