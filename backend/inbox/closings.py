"""What other domains close letters with when they leave, such as a link that is kept nowhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from backend.core.registry import Registry


@dataclass(frozen=True, slots=True)
class Words:
    """The same as plain text and as HTML."""

    text: str
    html: str


Closing = Callable[[int, int], Awaitable[Words | None]]
"""Returns what an account's message is closed with, by both their keys; None for most."""

letter_closings: Registry[Closing] = Registry()
