"""Turn the bytes of a file into text, in constant memory.

The order of trust: the reader's own choice, a byte order mark, the zeros that UTF-16
leaves between letters, UTF-8 when the whole file is valid UTF-8 or most of its letters
beyond ASCII are, and Windows-1252 for the rest. Statistical guessing is not used: it reads
French Windows-1252 as Windows-1250 and turns "Hélène" into "Hélčne".
"""

from __future__ import annotations

import codecs
import io
import re
from typing import BinaryIO

from backend.imports.errors import EncodingUnknown, FileEmpty

UNDECODABLE = "\udcff"
"""Stands in the text for bytes that the encoding does not know, so that only their row is lost."""

_CHUNK_BYTES = 256 * 1024
_SAMPLE_BYTES = 64
"""Enough for a mark, a signature, or the first letters of a header."""
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark starts with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Python also has codecs that are no encodings of a file ("hex", "idna", "unicode_escape"), and some
# of them ("punycode") take minutes for what fits in one cell.
_CHOICES = frozenset(
    ["ascii", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
    + [f"cp{page}" for page in (437, 850, 852, 858, 866, 874, 932, 936, 949, 950)]
    + [f"cp{page}" for page in range(1250, 1259)]
    + [f"iso8859-{part}" for part in (*range(1, 12), 13, 14, 15, 16)]
    + ["mac-roman", "mac-latin2", "koi8-r", "koi8-u", "shift_jis", "euc_jp", "iso2022_jp"]
    + ["gbk", "gb2312", "gb18030", "big5", "euc_kr"]
)
_OTHER = {
    "utf-8": re.compile(UNDECODABLE),
    "cp1252": re.compile(f"[^\x00-\x7f{UNDECODABLE}]"),
}
"""What shows the other of two encodings, in a text that was read as UTF-8."""


def _mark_undecodable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return UNDECODABLE, error.end


_ERRORS = "carnet.undecodable"
codecs.register_error(_ERRORS, _mark_undecodable)


def detect_encoding(file: BinaryIO) -> str:
    """Name the codec that reads the file, and leave the file at its start.

    Raises:
        FileEmpty: there is not one byte.
    """
    file.seek(0)
    sample = file.read(_SAMPLE_BYTES)
    if not sample:
        raise FileEmpty
    encoding = _marked_encoding(sample) or _unmarked_utf16(sample)
    if encoding is None:
        encoding = "utf-8" if _is_utf8(file) or _is_mostly_utf8(file) else "cp1252"
    file.seek(0)
    return encoding


def first_mixed_line(file: BinaryIO) -> int | None:
    """Return the first line that shows a file without a mark to be of two encodings, if one does.

    That is the first letter of another in a file read as UTF-8, and the first of UTF-8 in one that
    is read as Windows-1252.
    """
    encoding = detect_encoding(file)
    if encoding not in ("utf-8", "cp1252"):
        return None
    decoder = codecs.getincrementaldecoder("utf-8")(_ERRORS)
    line = 1
    while chunk := file.read(_CHUNK_BYTES):
        text = decoder.decode(chunk)
        found = _OTHER[encoding].search(text)
        if found:
            return line + text.count("\n", 0, found.start())
        line += text.count("\n")
    return None


def open_text(file: BinaryIO, encoding: str | None = None) -> io.TextIOWrapper:
    """Read the file as text from its start, line ends untouched.

    Closing the text closes the file. Bytes that the encoding does not know become
    ``UNDECODABLE``.

    Raises:
        FileEmpty: as ``detect_encoding``.
        EncodingUnknown: ``encoding`` is not the name of a text file's encoding.
    """
    name = detect_encoding(file) if encoding is None else _chosen_encoding(file, encoding)
    file.seek(0)
    return io.TextIOWrapper(file, encoding=name, errors=_ERRORS, newline="")


def is_text_encoding(name: str) -> bool:
    """Whether a name is that of an encoding of text, and not of one of Python's other codecs."""
    try:
        return codecs.lookup(name).name in _CHOICES
    except (LookupError, ValueError):  # ValueError: a name with a NUL in it
        return False


def _chosen_encoding(file: BinaryIO, name: str) -> str:
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise EncodingUnknown(encoding=name) from error
    if codec not in _CHOICES:
        raise EncodingUnknown(encoding=name)
    if codec == "utf-8":
        return "utf-8-sig"  # a mark at the start must not stick to the first header
    if codec in ("utf-16", "utf-32"):
        file.seek(0)
        sample = file.read(_SAMPLE_BYTES)
        if _marked_encoding(sample) != codec:  # Python's codec insists on the mark
            return (codec == "utf-16" and _unmarked_utf16(sample)) or f"{codec}-le"
    return codec


def _marked_encoding(sample: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if sample.startswith(mark):
            return encoding
    return None


def _unmarked_utf16(sample: bytes) -> str | None:
    """Recognise UTF-16 by its zeros: each letter of a header in Latin script has one."""
    least = max(1, len(sample) // 8)  # a quarter of the letters: cells may be in other scripts
    if sample[1:2] == b"\0" != sample[:1] and sample[1::2].count(0) >= least:
        return "utf-16-le"
    if sample[:1] == b"\0" != sample[1:2] and sample[0::2].count(0) >= least:
        return "utf-16-be"
    return None


def _is_utf8(file: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    file.seek(0)
    try:
        while chunk := file.read(_CHUNK_BYTES):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf8(file: BinaryIO) -> bool:
    """Whether as many letters beyond ASCII are UTF-8 as are not.

    Text of another encoding almost never forms one: a file with both was put together from two,
    and read as Windows-1252 all of its UTF-8 would turn into other letters. As UTF-8 only the rows
    with the others are rejected.
    """
    decoder = codecs.getincrementaldecoder("utf-8")(_ERRORS)
    valid = invalid = 0
    file.seek(0)
    while chunk := file.read(_CHUNK_BYTES):
        text = decoder.decode(chunk)
        marks = text.count(UNDECODABLE)
        invalid += marks
        valid += len(text) - len(text.encode("ascii", "ignore")) - marks
    return 0 < valid >= invalid
