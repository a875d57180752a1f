"""Doing something outside of rendering for as long as a component is on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from frontend.render_cycle import Lasting, current_life

Act = Callable[[], "Callable[[], None] | None"]


class Effect(Lasting):
    """A function that is called after a render, and the one that undoes it."""

    __slots__ = ("_clean_up", "act", "dependencies")

    def __init__(self) -> None:
        self.dependencies: tuple[Any, ...] | None = None
        self.act: Act | None = None
        self._clean_up: Callable[[], None] | None = None

    def begin(self) -> None:
        if self.act is not None:
            self._clean_up = self.act()

    def end(self) -> None:
        clean_up, self._clean_up = self._clean_up, None
        if clean_up is not None:
            clean_up()


def use_effect(*, dependencies: Sequence[Any]) -> Callable[[Act], None]:
    """Call the decorated function after the first render and after those that changed a
    dependency; what it returns, if anything, is called before the next time and when the component
    leaves.

    Like ReactPy's own, which takes a task of the event loop for each.
    """
    life = current_life()
    effect = life.use_state(Effect)
    wanted = tuple(dependencies)

    def decorator(act: Act) -> None:
        if effect.dependencies != wanted:
            effect.dependencies, effect.act = wanted, act
            life.begin_soon(effect)

    return decorator
