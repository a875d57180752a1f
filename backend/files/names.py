"""What a file is called: as typed, but for what could deceive or do harm."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import quote

from backend.files.limits import NAME_LENGTH

NAMELESS = "file"
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of characters that break lines, turn what follows around, or show nothing."""
_JOINERS = "\u200c\u200d"
"""Parts of words in Persian and Indic scripts, and of emoji."""
_LONGEST_SUFFIX = 20


def clean_filename(name: str) -> str:
    """Return what a file is kept as: no folders, one line, in reading order, a bounded length.

    What was cut from a long name is its middle: the ending says what the file is.
    """
    text = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    kept = "".join(
        each
        for each in re.sub(r"\s+", " ", text)
        if each in _JOINERS or unicodedata.category(each) not in _UNSAFE
    )
    kept = kept.strip(" " + _JOINERS).rstrip(" .")
    if not kept.strip("." + _JOINERS):
        return NAMELESS
    return _shortened(kept)


def _shortened(name: str) -> str:
    if len(name) <= NAME_LENGTH:
        return name
    suffix = suffix_of(name)
    return name[: NAME_LENGTH - len(suffix) - 1].rstrip() + "…" + suffix


def suffix_of(name: str) -> str:
    """Return the ending of a name with its dot, as typed, or an empty text."""
    suffix = PurePosixPath(name).suffix
    return suffix if len(suffix) <= _LONGEST_SUFFIX and " " not in suffix else ""


def content_disposition(name: str, *, inline: bool = False) -> str:
    """Return the header that names a file, in letters that every client reads and in all others.

    Source: RFC 6266.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r'["\\%;/]', "_", plain).strip() or NAMELESS
    way = "inline" if inline else "attachment"
    return f"{way}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
