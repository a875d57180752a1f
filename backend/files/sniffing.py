"""What a file is, by its first bytes; its name only tells kinds of documents and texts apart."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from backend.files.kinds import FileKind
from backend.files.names import suffix_of

HEAD_BYTES = 64 * 1024
"""How much of a file is looked at."""
UNKNOWN = "application/octet-stream"
_ZIP = b"PK\x03\x04"
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"fLaC", "audio/flac"),
    (b"OggS", "audio/ogg"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!", "application/vnd.rar"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_BRANDS = {b"avif": "image/avif", b"M4A ": "audio/mp4", b"M4B ": "audio/mp4", b"heic": "image/heic"}
_OFFICE = "application/vnd.openxmlformats-officedocument."
_ZIPPED = {
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".epub": "application/epub+zip",
}
_OLD_OFFICE = {
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".msg": "application/vnd.ms-outlook",
}
_TEXTS = {
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".vcf": "text/vcard",
    ".md": "text/markdown",
    ".json": "application/json",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHOWN_IMAGES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"})
_CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 12, 13, 27}


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file is: its media type, how it can be looked at, and how its text is written."""

    media_type: str
    kind: FileKind
    charset: str | None = None


def sniff(head: bytes, name: str) -> Sniffed:
    """Tell what a file is that begins with ``head``, up to :data:`HEAD_BYTES` of it."""
    media_type = _binary_type(head, suffix_of(name).lower())
    if media_type is not None:
        return Sniffed(media_type, _kind(media_type))
    charset = _charset(head)
    if charset is None:
        return Sniffed(UNKNOWN, FileKind.OTHER)
    kept = _TEXTS.get(suffix_of(name).lower(), "text/plain")
    return Sniffed(kept, FileKind.TEXT, charset)


def _binary_type(head: bytes, suffix: str) -> str | None:
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], UNKNOWN)
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head.startswith(_ZIP):
        return _ZIPPED.get(suffix, "application/zip")
    for signature, media_type in _SIGNATURES:
        if head.startswith(signature):
            if media_type == "application/x-ole-storage":
                return _OLD_OFFICE.get(suffix, UNKNOWN)
            return media_type
    return None


def _kind(media_type: str) -> FileKind:
    if media_type in _SHOWN_IMAGES:
        return FileKind.IMAGE
    if media_type == "application/pdf":
        return FileKind.PDF
    return FileKind.AUDIO if media_type.startswith("audio/") else FileKind.OTHER


def _charset(head: bytes) -> str | None:
    """Return how a text is written, or None when it is none."""
    for mark, charset in _MARKS:
        if head.startswith(mark):
            return charset
    if _CONTROLS.intersection(head):
        return None
    try:
        # What was cut in the middle of a character at the end is no fault.
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
