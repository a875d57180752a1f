"""Watching a store, and running a task for as long as a component is on screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from frontend.errors import report
from frontend.render_cycle import Lasting, Life, current_life
from frontend.session import Session
from frontend.store import Store

Value = TypeVar("Value")
Slice = TypeVar("Slice")


def use_store(store: Store[Value], select: Callable[[Value], Slice] | None = None) -> Any:
    """Return the store's value, or the slice of it that `select` picks; render again only when that
    changes.

    `select` must be pure. The store must stay the same from render to render, or the component
    needs a `key`.
    """
    life = current_life()
    watch: _Watch = life.use_state(lambda: _Watch(life))
    watch.select = select
    if watch.store is not store:
        watch.end()
        watch.store = store
        life.begin_soon(watch)
    watch.shown = watch.pick(store.value)
    return watch.shown


class _Watch(Lasting):
    """Renders a component again when the slice that it shows of a store changed."""

    __slots__ = ("_life", "select", "shown", "store")

    def __init__(self, life: Life) -> None:
        self.store: Store[Any] | None = None
        self.select: Callable[[Any], Any] | None = None
        self.shown: Any = None
        self._life = life

    def __call__(self, value: Any) -> None:
        """Look at a new value of the store."""
        if self.pick(value) != self.shown:
            self._life.schedule_render()

    def pick(self, value: Any) -> Any:
        return value if self.select is None else self.select(value)

    def begin(self) -> None:
        if self.store is not None:
            self.store.subscribe(self)
            self(self.store.value)  # it may have changed since the render

    def end(self) -> None:
        if self.store is not None:
            self.store.unsubscribe(self)


class TaskRunner(Lasting):
    """One task at a time: starting another cancels the one before."""

    __slots__ = ("_task", "started")

    def __init__(self) -> None:
        self.started: tuple[Any, ...] | None = None
        """The dependencies that the last automatic start was for."""
        self._task: asyncio.Task[None] | None = None

    def start(
        self, function: Callable[[], Coroutine[Any, Any, None]], *, loading: Session | None = None
    ) -> None:
        """Start anew. With `loading`, the window counts as waiting for data until the task ends."""
        self.stop()
        self._task = asyncio.get_running_loop().create_task(_guarded(function))
        if loading is not None:
            loading.begin_loading()
            self._task.add_done_callback(lambda _: loading.end_loading())

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    end = stop


async def _guarded(function: Callable[[], Coroutine[Any, Any, None]]) -> None:
    try:
        await function()
    except asyncio.CancelledError:
        raise
    except Exception as error:
        report(error)


def use_task(
    function: Callable[[], Coroutine[Any, Any, None]],
    dependencies: Sequence[Any],
    *,
    loading: Session | None = None,
) -> TaskRunner:
    """Run an async function while the component is on screen; start it anew when a dependency
    changes.

    It is cancelled when the component leaves, when the window closes, and before it starts anew.
    What it raises becomes a toast with a request id. ReactPy's own `use_async_effect` keeps one
    waiting task per change of a dependency until the component leaves, which a search box would
    pile up by the letter; this keeps one.
    """
    runner = current_life().use_state(TaskRunner)
    if runner.started != (wanted := tuple(dependencies)):
        runner.started = wanted
        runner.start(function, loading=loading)
    return runner
