"""The short messages at the bottom left of a window, with an Undo where one can."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from frontend.store import Store

Kind = Literal["info", "success", "error"]
Undo = Callable[[], Awaitable[None] | None]


@dataclass(frozen=True, slots=True)
class Toast:
    """One message. It leaves by itself after `seconds`; errors stay until closed. `link` is the
    words and the URL of where it leads.
    """

    id: int
    text: str
    kind: Kind = "info"
    undo: Undo | None = None
    link: tuple[str, str] | None = None
    request_id: str | None = None
    seconds: float | None = 6.0


@dataclass(eq=False)
class Toasts:
    """The messages on screen, oldest first; at most four, the oldest gives way."""

    shown: Store[tuple[Toast, ...]] = field(default_factory=lambda: Store[tuple[Toast, ...]](()))
    limit: int = 4
    _ids: count[int] = field(default_factory=lambda: count(1))

    def show(
        self,
        text: str,
        *,
        kind: Kind = "info",
        undo: Undo | None = None,
        link: tuple[str, str] | None = None,
        request_id: str | None = None,
    ) -> Toast:
        """Put a message on screen and return it."""
        seconds = None if kind == "error" else 6.0
        toast = Toast(next(self._ids), text, kind, undo, link, request_id, seconds)
        self.shown.update(lambda shown: (*shown, toast)[-self.limit :])
        return toast

    def close(self, toast_id: int) -> None:
        """Take a message off the screen; one that is already gone is no error."""
        self.shown.update(lambda shown: tuple(toast for toast in shown if toast.id != toast_id))
