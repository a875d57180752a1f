"""Watching a store, and running a task for as long as a component is on screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from reactpy import use_effect, use_ref, use_state

from frontend.errors import report
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
    pick: Callable[[Value], Any] = select or (lambda value: value)
    latest = use_ref(pick)
    latest.current = pick
    shown = use_ref(pick(store.value))
    shown.current = pick(store.value)
    _, set_version = use_state(0)

    @use_effect(dependencies=[id(store)])
    def watch() -> Callable[[], None]:
        def changed(value: Value) -> None:
            if latest.current(value) != shown.current:
                set_version(lambda version: version + 1)

        unsubscribe = store.subscribe(changed)
        changed(store.value)  # it may have changed between the render and now
        return unsubscribe

    return shown.current


class TaskRunner:
    """One task at a time: starting another cancels the one before."""

    __slots__ = ("_task",)

    def __init__(self) -> None:
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
    runner = use_ref(TaskRunner()).current
    started: Any = use_ref(None)
    if started.current != (wanted := tuple(dependencies)):
        started.current = wanted
        runner.start(function, loading=loading)

    @use_effect(dependencies=[])
    def stop_when_gone() -> Callable[[], None]:
        return runner.stop

    return runner
