"""How often operations are answered by their plans, and how often and why they are not."""

from __future__ import annotations

from collections import Counter

MAX_NAMES = 1_000
"""Clients choose the names of operations: beyond so many, further ones are counted together."""

OTHERS = "(others)"


class Tally:
    """Counts by the operation's name, ``(anonymous)`` without one."""

    def __init__(self) -> None:
        self.planned: Counter[str] = Counter()
        """Answers of plans."""
        self.fallbacks: Counter[tuple[str, str]] = Counter()
        """Answers of graphql-core, by (operation, reason)."""
        self._names: set[str] = set()

    def count_planned(self, operation: str) -> None:
        """Count an answer of a plan."""
        self.planned[self._known(operation)] += 1

    def count_fallback(self, operation: str, reason: str) -> None:
        """Count an answer of graphql-core. A reason names what stands in the way, never a value."""
        self.fallbacks[self._known(operation), reason] += 1

    def clear(self) -> None:
        """Forget every count."""
        self.planned.clear()
        self.fallbacks.clear()
        self._names.clear()

    def _known(self, operation: str) -> str:
        name = operation or "(anonymous)"
        if name not in self._names:
            if len(self._names) >= MAX_NAMES:
                return OTHERS
            self._names.add(name)
        return name
