"""Files that are being imported, each open in a thread or a process of its own.

A job works for some seconds, then queues itself again: the file stays open for it meanwhile. After
a crash, or in another process, it is opened anew and what was dealt with is passed over: for
100,000 rows of CSV that takes about a second.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import monotonic
from typing import TypeVar

from backend.contacts.judging import Rules
from backend.imports import files
from backend.imports.batches import Batch, Common
from backend.imports.mapping import ColumnPlan
from backend.imports.reading import FileRequest, Opened, Reading, reading_of
from backend.imports.rows import ImportRow
from backend.imports.service.understand import source_options
from backend.imports.targets import parse_target

MOST_KEPT_OPEN = 4
KEPT_SECONDS = 60.0
"""Between two turns. Whoever stops an import then leaves nobody to close its file."""
READ_AHEAD = 2
"""Batches. One is enough as long as reading takes as long as writing; the second evens that out."""
T = TypeVar("T")

_waiting: OrderedDict[tuple[int, int], OpenFile] = OrderedDict()
"""Files that a job of this process left open for its next turn, by import and task."""
_closing: set[asyncio.Task[None]] = set()


class OpenFile:
    """A file that is read in one thread or process, and closed at the end.

    Batches are read ahead, as many as :data:`READ_AHEAD`.
    """

    def __init__(self, opened: Opened, reading: Reading, thread: ThreadPoolExecutor) -> None:
        self.opened = opened
        self.place = 0
        self.kept_at = 0.0
        self._reading = reading
        self._thread = thread
        self._ahead: deque[asyncio.Future[Batch | None]] = deque()

    @staticmethod
    async def open(request: FileRequest) -> OpenFile:
        """Open a file and read its header.

        Raises:
            FileRefused
        """
        thread = ThreadPoolExecutor(1, thread_name_prefix="import")
        reading = await _run(thread, partial(reading_of, request.path))
        try:
            opened = await _run(thread, partial(reading.open, request))
        except BaseException:
            await _end(thread, reading)
            raise
        return OpenFile(opened, reading, thread)

    async def begin(
        self, plan: ColumnPlan, common: Common, rules: Rules | None = None, *, skip: int = 0
    ) -> None:
        """Pass over what was dealt with. ``plan`` is the file's, its new fields made or not; with
        ``rules`` drafts come judged by them."""
        await _run(self._thread, partial(self._reading.begin, plan, common, rules, skip))
        self.place = skip

    def read_ahead(self, size: int) -> None:
        """Begin to read the batches that :meth:`read` returns next, while others are written."""
        while len(self._ahead) < READ_AHEAD:
            self._ahead.append(_run(self._thread, partial(self._reading.read, size)))

    async def read(self, size: int) -> Batch | None:
        """Return the next batch, None at the end."""
        self.read_ahead(size)
        batch = await self._ahead.popleft()
        self.place = batch.end if batch else self.place
        return batch

    async def close(self) -> None:
        """Close the file, after what its thread still does."""
        for ahead in self._ahead:
            ahead.cancel()
        await _end(self._thread, self._reading)


async def _end(thread: ThreadPoolExecutor, reading: Reading) -> None:
    try:
        await _run(thread, reading.close)
    finally:
        thread.shutdown(wait=False)


def _run(thread: ThreadPoolExecutor, function: Callable[[], T]) -> asyncio.Future[T]:
    return asyncio.get_running_loop().run_in_executor(thread, function)


async def open_file(
    found: ImportRow, common: Common, rules: Rules, *, judged: bool, skip: int = 0
) -> OpenFile:
    """Return the file of an import, read up to a place; its drafts come ``judged`` or not."""
    kept = _waiting.pop((found.pk, found.task), None)
    if kept is not None:
        if kept.place == skip:
            return kept
        await kept.close()
    targets = {place: parse_target(key) for place, key in found.targets.items()}
    request = FileRequest(
        files.source_file(found.token),
        source_options(found.chosen, targets),
        tuple(rules.fields.values()),
        common.country,
        files.tables_folder(found.token),
    )
    file = await OpenFile.open(request)
    try:
        await file.begin(file.opened.plan, common, rules if judged else None, skip=skip)
    except BaseException:
        await file.close()
        raise
    return file


async def keep_open(found: ImportRow, file: OpenFile) -> None:
    """Leave a file open for the next turn of its import."""
    _waiting[found.pk, found.task] = file
    file.kept_at = monotonic()
    asyncio.get_running_loop().call_later(KEPT_SECONDS, _let_go, (found.pk, found.task), file)
    while len(_waiting) > MOST_KEPT_OPEN:
        _, oldest = _waiting.popitem(last=False)
        await oldest.close()


def _let_go(key: tuple[int, int], file: OpenFile) -> None:
    """Close a file that nobody came back for."""
    if _waiting.get(key) is file and monotonic() - file.kept_at >= KEPT_SECONDS:
        del _waiting[key]
        task = asyncio.get_running_loop().create_task(file.close())
        _closing.add(task)
        task.add_done_callback(_closing.discard)
