"""``together``: coroutines that read at the same time, whose statements travel as one.

To a reader's thread and back, or over a connection, costs as much as a short statement. A read of a
contact with everything is a dozen of them, in functions that know nothing of one another: each says
what it wants, and waits; when all wait, their statements go on one trip.
"""

from __future__ import annotations

import asyncio
import types
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator, Sequence
from contextvars import copy_context
from typing import Any

from backend.core.database.pools import Row, Statement

Trip = Callable[[Sequence[Statement]], Awaitable[list[list[Row]]]]
Work = Coroutine[Any, Any, Any]


class Asked:
    """Statements that a coroutine waits for; awaited, it is their rows."""

    __slots__ = ("statements",)

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements

    def __await__(self) -> Generator[Asked, list[list[Row]], list[list[Row]]]:
        return (yield self)


class Turn:
    """Whether what runs at this moment is one of several that read together.

    Never across an await: only while they are taken from one of their waits to the next. A task
    that one of them starts is not among them.
    """

    # Of an instance: Python forgets what it knows of a class whenever one of its attributes is set.
    __slots__ = ("is_shared",)

    def __init__(self) -> None:
        self.is_shared = False


turn = Turn()


class _Reader:
    """One of the coroutines; ``context`` is its own, as a task's would be."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._context = copy_context()
        self.outcome: Any = None

    def step(self, value: Any, error: BaseException | None) -> Any:
        """Take it to its next wait, and return what it waits for.

        Raises:
            StopIteration: it ended.
        """
        if error is not None:
            return self._context.run(self._work.throw, error)
        return self._context.run(self._work.send, value)


class _Readers:
    """Some of them: who can go on, who asks the database, who waits for something else."""

    def __init__(self, readers: Sequence[_Reader]) -> None:
        self.ready: deque[tuple[_Reader, Any, BaseException | None]] = deque(
            (reader, None, None) for reader in readers
        )
        self.asked: list[tuple[_Reader, Asked]] = []
        self.waiting: list[tuple[_Reader, Any]] = []

    def step(self) -> bool:
        """Take each to where it waits; return whether any does."""
        before, turn.is_shared = turn.is_shared, True
        try:
            self._step()
        finally:
            turn.is_shared = before
        return bool(self.asked or self.waiting)

    def _step(self) -> None:
        while self.ready:
            reader, value, error = self.ready.popleft()
            try:
                wanted = reader.step(value, error)
            except StopIteration as end:
                reader.outcome = end.value
            except (Exception, asyncio.CancelledError) as raised:
                reader.outcome = raised
            else:
                (self.asked if isinstance(wanted, Asked) else self.waiting).append((reader, wanted))

    def answer(self, found: Sequence[Any]) -> None:
        """Give those who asked their rows, or what was raised instead."""
        for (reader, _), each in zip(self.asked, found, strict=True):
            failed = isinstance(each, Exception)
            self.ready.append((reader, None, each) if failed else (reader, each, None))
        self.asked = []

    def wake(self) -> None:
        """Let those go on whose wait is over."""
        still = []
        for reader, future in self.waiting:
            if future is None or future.done():
                self.ready.append((reader, None, None))
            else:
                still.append((reader, future))
        self.waiting = still

    def cancel(self, cancelled: asyncio.CancelledError) -> None:
        """Tell all of them that they are cancelled, and what they wait for."""
        for _, future in self.waiting:
            if future is not None:
                future.cancel()
        self.ready += [(reader, None, cancelled) for reader, _ in (*self.asked, *self.waiting)]
        self.asked, self.waiting = [], []


@types.coroutine
def outcomes(trip: Trip, works: Sequence[Work]) -> Generator[Any, Any, list[Any]]:
    """Return what each of some coroutines returned or raised, in their order.

    They run in turns, in the task of whoever awaits this, each as far as it goes without the
    database: they share that task, so none of them sets a timeout of its own.

    Raises:
        CancelledError: the task was cancelled, and so were they.
    """
    all_readers = [_Reader(work) for work in works]
    readers = _Readers(all_readers)
    while readers.step():
        try:
            if readers.asked:
                found = yield from _rows(trip, [each for _, each in readers.asked]).__await__()
                readers.answer(found)
            else:
                yield from _any_of([future for _, future in readers.waiting])
            if readers.waiting:
                readers.wake()
        except asyncio.CancelledError as cancelled:
            readers.cancel(cancelled)
    ended = [reader.outcome for reader in all_readers]
    for each in ended:
        if isinstance(each, asyncio.CancelledError):
            raise each
    return ended


async def _rows(trip: Trip, asked: Sequence[Asked]) -> list[Any]:
    """Return the rows of each, or what its statements alone raise."""
    try:
        rows = iter(await trip([statement for each in asked for statement in each.statements]))
    except Exception as error:
        if len(asked) == 1:
            return [error]
        return [found for each in asked for found in await _rows(trip, [each])]
    return [[next(rows) for _ in each.statements] for each in asked]


def _any_of(futures: Sequence[Any]) -> Generator[Any, Any, None]:
    """Wait for one of some futures, as coroutines hand them to their task; None is a short wait."""
    if None in futures:
        yield None
        return
    # The mark says that a task is about to wait for it.
    for future in futures:
        future._asyncio_future_blocking = len(futures) == 1
    if len(futures) > 1:
        yield from asyncio.wait(futures, return_when=asyncio.FIRST_COMPLETED).__await__()
        return
    try:
        yield futures[0]
    except Exception:
        # The future's own, which whoever awaits it finds there.
        if not futures[0].done():
            raise
