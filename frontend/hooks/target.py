"""Answering the events of fragments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import use_effect, use_ref

from frontend.session import EventHandler, current_session


def use_target(name: str, handler: EventHandler) -> None:
    """Answer the events that fragments send to a fixed target (`fragments.target(name)`) in this
    window.

    The handler gets the event; `event["currentTarget"]` holds the element's `id` and `dataset`.
    Where two components use the same name, the one that came last answers. The newest closure is
    always the one called.
    """
    targets = current_session().targets
    newest = use_ref(handler)
    newest.current = handler

    @use_effect(dependencies=[name])
    def register() -> Callable[[], None]:
        def answer(event: dict[str, Any]) -> Any:
            return newest.current(event)

        targets.setdefault(name, []).append(answer)

        def remove() -> None:
            targets[name].remove(answer)
            if not targets[name]:
                del targets[name]

        return remove
