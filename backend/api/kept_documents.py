"""What is kept by its key for a while: within an amount of memory, nobody taking all of it."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

SHARES = 8
"""A keeper's own take at most one of so many equal parts: others' stay, whatever one sends."""
OUR_SHARES = 4
"""As many parts are for what our own pages ask."""
MOST_PARTS = 64
"""What one keeper may have kept with one document: the combinations of conditions met lately."""

Keeper = tuple[Hashable, ...] | None
"""Who asks: the account, and who of it; empty for somebody unknown, None for our own pages."""


@dataclass(slots=True)
class _Kept:
    value: Any
    keeper: Keeper
    size_bytes: int
    whole: Hashable = None
    """What this is a part of, and goes with."""
    parts: OrderedDict[Hashable, None] = field(default_factory=OrderedDict)


class KeptDocuments:
    """Documents, and their plans as parts of them: the most recently asked for of each keeper.

    Each is counted to who asked for it first, a part to who asked for that: nothing of one grows by
    what another asks. Beyond all memory those go first whose account has most, ours last.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._all: dict[Hashable, _Kept] = {}
        self._own: dict[Keeper, OrderedDict[Hashable, None]] = {}
        self._own_bytes: Counter[Keeper] = Counter()
        self._account_bytes: Counter[Hashable] = Counter()
        self.size_bytes = 0

    def get(self, key: Hashable) -> Any:
        """Return what is kept by a key, or None; it was asked for now."""
        kept = self._all.get(key)
        if kept is None:
            return None
        self._own[kept.keeper].move_to_end(key)
        if kept.whole is not None:
            self._all[kept.whole].parts.move_to_end(key)
        return kept.value

    def put(
        self, key: Hashable, value: Any, size_bytes: int, keeper: Keeper, whole: Hashable = None
    ) -> None:
        """Keep something of an estimated size, and let go of what is too much then.

        What is part of a ``whole`` that is no longer kept is not kept either.
        """
        around = self._all.get(whole) if whole is not None else None
        if key in self._all or keeper == () or (whole is not None and around is None):
            return
        if around is not None:
            own = [part for part in around.parts if self._all[part].keeper == keeper]
            if len(own) >= MOST_PARTS:
                self._let_go(own[0])
            around.parts[key] = None
        self._all[key] = _Kept(value, keeper, size_bytes, whole)
        self._own.setdefault(keeper, OrderedDict())[key] = None
        self._add(keeper, size_bytes)
        share = self._most_bytes // SHARES * (OUR_SHARES if keeper is None else 1)
        while self._own_bytes[keeper] > share:
            self._let_go(next(iter(self._own[keeper])))
        while self.size_bytes > self._most_bytes:
            self._let_go(next(iter(self._own[self._largest()])))

    def _largest(self) -> Keeper:
        others = [keeper for keeper in self._own if keeper is not None]
        sizes = self._account_bytes, self._own_bytes
        return max(others, key=lambda each: (sizes[0][each[0]], sizes[1][each]), default=None)

    def _let_go(self, key: Hashable) -> None:
        gone = self._all.pop(key)
        del self._own[gone.keeper][key]
        self._add(gone.keeper, -gone.size_bytes)
        if not self._own[gone.keeper]:
            del self._own[gone.keeper], self._own_bytes[gone.keeper]
        if gone.whole is not None:
            del self._all[gone.whole].parts[key]
        for part in gone.parts:
            self._all[part].whole = None
            self._let_go(part)

    def _add(self, keeper: Keeper, size_bytes: int) -> None:
        self.size_bytes += size_bytes
        self._own_bytes[keeper] += size_bytes
        if keeper is not None:
            self._account_bytes[keeper[0]] += size_bytes
            if not self._account_bytes[keeper[0]]:
                del self._account_bytes[keeper[0]]
