"""Bytes of a letter → its parts and their headers, in a bounded time whoever wrote it.

The library reads a header with its parameters over and over, and each line once for every part
that is open around it.
"""

from __future__ import annotations

from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.policy import Compat32

from backend.inbox.mail.headers import LONGEST_HEADER

MOST_PARTS = 1000
_LONGEST_OF_A_PART = 4000
"""Of a header that says what a part is and how it is called."""
_MOST_WORK = 20_000_000
"""Lines times the parts that may be open around them: five seconds."""


class _Bounded(Compat32):
    """As the library reads headers, but none at length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse([_start_of(sourcelines)])
        longest = _LONGEST_OF_A_PART if name[:8].lower() == "content-" else LONGEST_HEADER
        return name, value[:longest]


_BOUNDED = _Bounded()


class TooManyParts(ValueError):
    """A letter of more parts, or deeper ones, than anybody writes."""


def read_parts(content: bytes) -> Message:
    """Return a letter with its parts.

    Raises:
        TooManyParts, ValueError, RecursionError: what the library raises of letters it cannot read.
    """
    if content.lower().count(b"boundary") * content.count(b"\n") > _MOST_WORK:
        raise TooManyParts
    count = 0

    def part() -> Message:
        nonlocal count
        count += 1
        if count > MOST_PARTS:
            raise TooManyParts
        return Message(_BOUNDED)

    return BytesParser(part, policy=_BOUNDED).parsebytes(content)


def read_headers(content: bytes) -> Message:
    """Return the headers of a letter."""
    return BytesHeaderParser(policy=_BOUNDED).parsebytes(content)


def _start_of(lines: list[str]) -> str:
    taken, length = [], 0
    for line in lines:
        taken.append(line[:LONGEST_HEADER])
        length += len(line)
        if length > LONGEST_HEADER:
            break
    return "".join(taken)
