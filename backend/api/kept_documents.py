"""What is kept by its text for a while: within an amount of memory, nobody taking all of it."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
SHARES = 8
"""A keeper's own take at most one of so many equal parts: others' stay, whatever one sends."""


@dataclass(slots=True)
class _Kept(Generic[T]):
    value: T
    keeper: Hashable
    size_bytes: int


class KeptDocuments(Generic[T]):
    """The most recently asked for, of all and of each keeper. None's have no limit of their own."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._all: OrderedDict[str, _Kept[T]] = OrderedDict()
        self._own: dict[Hashable, OrderedDict[str, None]] = {}
        self._own_bytes: Counter[Hashable] = Counter()
        self.size_bytes = 0

    def get(self, text: str) -> T | None:
        """Return what is kept by a text; it was asked for now."""
        kept = self._all.get(text)
        if kept is None:
            return None
        self._all.move_to_end(text)
        self._own[kept.keeper].move_to_end(text)
        return kept.value

    def put(self, text: str, value: T, size_bytes: int, keeper: Hashable) -> None:
        """Keep something of an estimated size, and let go of what is too much then."""
        self._all[text] = _Kept(value, keeper, 0)
        self._own.setdefault(keeper, OrderedDict())[text] = None
        self.grow(text, value, size_bytes)

    def grow(self, text: str, value: T, more_bytes: int) -> None:
        """Take note that something has grown, if it is still kept."""
        kept = self._all.get(text)
        if kept is None or kept.value is not value:
            return
        kept.size_bytes += more_bytes
        self._add(kept.keeper, more_bytes)
        share = self._most_bytes // SHARES
        while kept.keeper is not None and self._own_bytes[kept.keeper] > share:
            self._let_go(next(iter(self._own[kept.keeper])))
        while self.size_bytes > self._most_bytes:
            self._let_go(next(iter(self._all)))

    def _let_go(self, text: str) -> None:
        gone = self._all.pop(text)
        del self._own[gone.keeper][text]
        self._add(gone.keeper, -gone.size_bytes)
        if not self._own[gone.keeper]:
            del self._own[gone.keeper], self._own_bytes[gone.keeper]

    def _add(self, keeper: Hashable, size_bytes: int) -> None:
        self._own_bytes[keeper] += size_bytes
        self.size_bytes += size_bytes
