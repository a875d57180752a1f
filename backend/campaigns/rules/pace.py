"""How fast letters leave."""

from __future__ import annotations

LETTERS_A_LANE = 300
"""A minute; a mail server far away takes a fifth of a second for each."""
MAX_LANES = 4
"""Connections at once: more than many servers allow of one sender."""


def lanes_for(rate_per_minute: int) -> int:
    """Return over how many connections letters leave."""
    return min(MAX_LANES, 1 + rate_per_minute // LETTERS_A_LANE)


class Pace:
    """Places in time, as far apart as a rate says. What a busy second held up may follow within the
    next one; more is not made up for.
    """

    def __init__(self) -> None:
        self._next = 0.0

    def wait(self, now: float) -> float:
        """Return for how many seconds the next place is away."""
        return max(0.0, self._next - now)

    def take(self, rate_per_minute: int, now: float) -> None:
        """Take the next place; the one behind it is as far away as the rate says."""
        self._next = max(self._next, now - 1.0) + 60 / rate_per_minute
