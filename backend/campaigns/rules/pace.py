"""How fast letters leave."""

from __future__ import annotations

LETTERS_A_LANE = 300
"""A minute; a mail server far away takes a fifth of a second for each."""
MAX_LANES = 4
"""Connections at once: more than many servers allow of one sender."""
_TAKEN_SECONDS = 0.5
_MINUTE_MICROS = 60_000_000


def lanes_for(rate_per_minute: int) -> int:
    """Return over how many connections letters leave."""
    return min(MAX_LANES, 1 + rate_per_minute // LETTERS_A_LANE)


def gap_micros(rate_per_minute: int) -> int:
    """Return how far apart two letters leave, in microseconds; never closer than the rate says."""
    return -(-_MINUTE_MICROS // rate_per_minute)


def places_at_once(rate_per_minute: int) -> int:
    """Return how many places in time are taken together: those of half a second, at least one."""
    return max(1, int(rate_per_minute * _TAKEN_SECONDS / 60))
