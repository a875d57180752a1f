"""Answering the events of fragments."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

from frontend.render_cycle import Lasting, current_life
from frontend.session import EventHandler, current_session


def use_target(name: str, handler: EventHandler) -> None:
    """Answer the events that fragments send to a fixed target (`fragments.target(name)`) in this
    window.

    The handler gets the event; `event["currentTarget"]` holds the element's `id` and `dataset`.
    Where two components use the same name, the one that came last answers. The newest closure is
    always the one called.
    """
    life, targets = current_life(), current_session().targets
    answer: _Answer = life.use_state(lambda: _Answer(targets))
    answer.handler = handler
    if answer.name != name:
        answer.end()
        answer.name = name
        life.begin_soon(answer)


class _Answer(Lasting):
    """Stands for the newest handler among a window's targets."""

    __slots__ = ("_registered", "_targets", "handler", "name")

    def __init__(self, targets: dict[str, list[EventHandler]]) -> None:
        self.name = ""
        self.handler: EventHandler | None = None
        self._targets = targets
        self._registered = ""

    def __call__(self, event: dict[str, Any]) -> Awaitable[None] | None:
        return self.handler(event) if self.handler else None

    def begin(self) -> None:
        self._targets.setdefault(self.name, []).append(self)
        self._registered = self.name

    def end(self) -> None:
        name, self._registered = self._registered, ""
        if name:
            self._targets[name].remove(self)
            if not self._targets[name]:
                del self._targets[name]
