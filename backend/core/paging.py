"""Cursor connections over keysets: a page costs the same wherever it is.

Source: the Relay Cursor Connections specification.
"""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import orjson

from backend.core.errors import InvalidCursor, InvalidPage

DEFAULT_PAGE = 50
MAX_PAGE = 200
MAX_CURSOR_LENGTH = 2000
T = TypeVar("T")
Key = tuple[str | int | None, ...]


def encode_key(key: Sequence[str | int | None]) -> str:
    """Return the opaque cursor of a row: the values that the list is sorted by."""
    return urlsafe_b64encode(orjson.dumps(list(key))).decode().rstrip("=")


def decode_key(cursor: str, types: Sequence[type], path: Sequence[str] = ("after",)) -> Key:
    """Return the sort values of a cursor; ``types`` are those the current sort expects.

    Raises:
        InvalidCursor: not ours, or made under another sort.
    """
    if len(cursor) > MAX_CURSOR_LENGTH:
        raise InvalidCursor(path)
    try:
        raw = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        values = orjson.loads(raw)
    except (binascii.Error, ValueError):
        raise InvalidCursor(path) from None
    if not isinstance(values, list) or len(values) != len(types) or encode_key(values) != cursor:
        raise InvalidCursor(path)
    for value, expected in zip(values, types, strict=True):
        if type(value) is not expected:
            raise InvalidCursor(path)
        if isinstance(value, int) and not -(2**63) <= value < 2**63:
            raise InvalidCursor(path)
    return tuple(values)


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which part of a list is wanted. Made by :meth:`of`, which checks it."""

    size: int
    after: str | None = None
    before: str | None = None
    backward: bool = False
    offset: int | None = None

    @staticmethod
    def of(
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
    ) -> PageRequest:
        """Check a connection's arguments.

        Raises:
            InvalidPage: a size out of 0 to 200, ``first`` with ``last``, ``offset`` with a cursor.
        """
        if first is not None and last is not None:
            raise InvalidPage(("last",), maximum=MAX_PAGE)
        for name, size in (("first", first), ("last", last)):
            if size is not None and not 0 <= size <= MAX_PAGE:
                raise InvalidPage((name,), maximum=MAX_PAGE)
        if offset is not None and (
            offset < 0 or last is not None or after is not None or before is not None
        ):
            raise InvalidPage(("offset",), maximum=MAX_PAGE)
        backward = last is not None
        size = last if last is not None else first
        return PageRequest(DEFAULT_PAGE if size is None else size, after, before, backward, offset)


@dataclass(slots=True)
class Page(Generic[T]):
    """A part of a list, in list order. ``keys`` are the rows' sort values, for their cursors."""

    rows: list[T]
    keys: list[Key]
    has_next: bool
    has_previous: bool


def page_of(request: PageRequest, found: Sequence[T], key: Callable[[T], Key]) -> Page[T]:
    """Return the page out of what was read for it: its size and one more, in reading order.

    ``key`` gives the values of a row that the list is sorted by.
    """
    more = len(found) > request.size
    rows = list(found[: request.size])
    if request.backward:
        rows.reverse()
    return Page(
        rows,
        [key(row) for row in rows],
        has_next=request.before is not None if request.backward else more,
        has_previous=more if request.backward else bool(request.after or request.offset),
    )
