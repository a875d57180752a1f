"""Saying something at the bottom left of the window."""

from __future__ import annotations

from typing import Protocol

from frontend.session import current_session
from frontend.toasts import Kind, Undo


class ShowToast(Protocol):
    """The function that shows a toast."""

    def __call__(self, text: str, *, kind: Kind = "info", undo: Undo | None = None) -> None: ...


def use_toast() -> ShowToast:
    """Return `toast(text, kind="info", undo=None)`.

    `undo` is called, and the toast closed, when its Undo is pressed. Toasts leave after six
    seconds, errors stay. A toast is never the only place where an error is said.
    """
    toasts = current_session().toasts

    def toast(text: str, *, kind: Kind = "info", undo: Undo | None = None) -> None:
        toasts.show(text, kind=kind, undo=undo)

    return toast
