"""When components render: which are due, and what a component's life keeps."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any, Protocol, TypeVar, cast

from reactpy.core._life_cycle_hook import HOOK_STACK, LifeCycleHook
from reactpy.core.layout import _LifeCycleState
from reactpy.types import Component

logger = logging.getLogger(__name__)


class Lasting(Protocol):
    """Something that a component keeps going while it is on screen."""

    def begin(self) -> None:
        """Start, once what was rendered is on its way to the browser."""

    def end(self) -> None:
        """Stop, if it began; called when the component leaves, and before it begins anew."""


Kept = TypeVar("Kept", bound=Lasting)


class Due:
    """Which components are due to render, each once; stands in for ReactPy's queue."""

    def __init__(self) -> None:
        self._ids: dict[Any, None] = {}
        self._something = asyncio.Event()

    def put(self, state_id: Any) -> None:
        self._ids[state_id] = None
        self._something.set()

    def discard(self, state_id: Any) -> None:
        """Take off a component that has just been rendered along with its parent."""
        self._ids.pop(state_id, None)

    def wake(self) -> None:
        """Let whoever waits look up, though nothing is due."""
        self._something.set()

    async def wait(self) -> None:
        await self._something.wait()
        self._something.clear()

    def take(self) -> list[Any]:
        taken = list(self._ids)
        self._ids.clear()
        return taken

    async def close(self) -> None:
        self._ids.clear()


class AlwaysFree:
    """A lock that nobody has to wait for."""

    __slots__ = ()

    async def acquire(self) -> None:
        """Take nothing."""

    def release(self) -> None:
        """Give nothing back."""


ALWAYS_FREE = AlwaysFree()


class LeanHook(LifeCycleHook):
    """A component's life whose effects take no task each, and that keeps nothing of what ended.

    ReactPy holds a task, an event and three closures for every effect of every component of every
    window: half of what a window took of the server's memory.

    A render is not interrupted between two components: ReactPy's lock would let the loop turn once
    for each, which makes a page of many components slow when many windows are busy. Renders of a
    window are serial, so there is nothing to lock.
    """

    __slots__ = ("_due", "_lasting")

    def __init__(self, schedule_render: Callable[[], None]) -> None:
        self._context_providers = {}
        self._schedule_render_callback = schedule_render
        self._scheduled_render = False
        self._rendered_atleast_once = False
        self._current_state_index = 0
        self._state = []
        self._effect_funcs = []
        self._effect_tasks = []
        self._effect_stops = []
        self._render_access = cast(Any, ALWAYS_FREE)
        self._due: list[Lasting] = []
        self._lasting: list[Lasting] = []

    def keep(self, make: Callable[[], Kept]) -> Kept:
        """Return what this call site keeps; it is made by the first render, and ends with the
        component.
        """
        kept: Kept = self.use_state(make)
        if not self._rendered_atleast_once:
            self._lasting.append(kept)
        return kept

    def begin_soon(self, kept: Lasting) -> None:
        """Let something begin, anew perhaps, after this render."""
        self._due.append(kept)

    async def affect_layout_did_render(self) -> None:
        due, self._due = self._due, []
        for kept in due:
            _try(kept.end)
            _try(kept.begin)
        if self._effect_funcs:
            self._effect_tasks = [task for task in self._effect_tasks if not task.done()]
            await super().affect_layout_did_render()

    async def affect_component_will_unmount(self) -> None:
        self._due.clear()
        for kept in self._lasting:
            _try(kept.end)
        self._lasting.clear()
        await super().affect_component_will_unmount()


def _try(act: Callable[[], None]) -> None:
    try:
        act()
    except Exception:
        logger.exception("An effect failed")


def current_hook() -> LeanHook:
    """Return the life of the component that renders now."""
    return cast(LeanHook, HOOK_STACK.current_hook())


def lean_life(component: Component, schedule_render: Callable[[Any], None]) -> Any:
    """Return the life of a new component, as ReactPy's states hold it."""
    life_id: Any = object()
    return _LifeCycleState(life_id, LeanHook(lambda: schedule_render(life_id)), component)
