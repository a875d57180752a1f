"""When components render: which are due, and what a component's life keeps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from anyio import Semaphore
from reactpy.core._life_cycle_hook import LifeCycleHook


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


class LeanHook(LifeCycleHook):
    """A component's life that keeps nothing of effects that ended.

    A render is not interrupted between two components: ReactPy's lock would let the loop turn once
    for each, which makes a page of many components slow when many windows are busy.
    """

    __slots__ = ()

    def __init__(self, schedule_render: Callable[[], None]) -> None:
        super().__init__(schedule_render)
        self._render_access = Semaphore(1, fast_acquire=True)

    async def affect_layout_did_render(self) -> None:
        if self._effect_funcs:
            self._effect_tasks = [task for task in self._effect_tasks if not task.done()]
            await super().affect_layout_did_render()


def make_lean(state: Any) -> None:
    """Give a component's state a life that keeps nothing of what ended."""
    life = state.life_cycle_state
    hook = LeanHook(life.hook._schedule_render_callback)
    state.life_cycle_state = life._replace(hook=hook)
