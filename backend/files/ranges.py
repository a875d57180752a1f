"""Which part of a file a request asks for.

Source: RFC 9110, section 14.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Span:
    """The bytes from ``start`` up to ``end``; ``is_part`` when less was asked for than there is."""

    start: int
    end: int
    is_part: bool


def wanted_span(headers: Mapping[str, str], size: int, *, etag: str) -> Span | None:
    """Return what to answer with, or None when nothing of what is asked for is there.

    Several ranges at once, and those that are none, are answered with the whole.
    """
    whole = Span(0, size, is_part=False)
    asked = _RANGE.fullmatch(headers.get("range", "").strip())
    if asked is None or headers.get("if-range", etag) != etag:
        return whole
    first, last = asked.groups()
    if first:
        start, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < int(first):
            return whole
    elif last:
        start, end = max(0, size - int(last)), size
    else:
        return whole
    return Span(start, end, is_part=True) if start < end else None
