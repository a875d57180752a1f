"""What whoever imports a file should know of it, though it can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class NoticeCode(StrEnum):
    """What there is to know."""

    ENCODING_MIXED = "ENCODING_MIXED"
    """Two encodings in one file: letters of some rows come out wrong, or cost their row."""
    HEADER_REPEATED = "HEADER_REPEATED"
    """Two columns are named the same."""
    ONLY_HEADER = "ONLY_HEADER"
    """There is nothing below the header."""
    NO_HEADER = "NO_HEADER"
    """The first row seems to be of a person already: columns are called by their number."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One of them: the line of the file and the header of the column that it is about, if any."""

    code: NoticeCode
    line: int | None = None
    column: str = ""


def header_notices(header: Sequence[str], *, has_header: bool, is_empty: bool) -> list[Notice]:
    """Return what there is to know of a header row."""
    notices = []
    if not has_header:
        notices.append(Notice(NoticeCode.NO_HEADER, 1))
    elif is_empty:
        notices.append(Notice(NoticeCode.ONLY_HEADER))
    seen: set[str] = set()
    repeated: dict[str, None] = {}
    for name in header:
        folded = name.strip().casefold()
        if folded and folded in seen:
            repeated[name.strip()] = None
        seen.add(folded)
    notices += (Notice(NoticeCode.HEADER_REPEATED, column=name) for name in repeated)
    return notices
