"""Files that are being imported, each open in a thread of its own.

A job works for some seconds, then queues itself again: the file stays open for it meanwhile. After
a crash, or in another process, it is opened anew and what was dealt with is passed over: for
100,000 rows of CSV that takes about a second.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from typing import TypeVar

from backend.contacts.limits import BULK
from backend.custom_fields.rows import FieldRow
from backend.imports import files
from backend.imports.mapping import ColumnPlan
from backend.imports.rows import ImportRow
from backend.imports.service.batches import Batch, BatchReader, Common
from backend.imports.service.understand import source_options
from backend.imports.source import open_source
from backend.imports.targets import Target, parse_target

MOST_KEPT_OPEN = 4
T = TypeVar("T")

_waiting: OrderedDict[tuple[int, int], OpenFile] = OrderedDict()
"""Files that a job of this process left open for its next turn, by import and task."""


class OpenFile:
    """A file that is read in one thread, and closed at the end. Made by :func:`open_file`."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="import")
        self._stack = ExitStack()
        self._reader: BatchReader | None = None
        self._ahead: asyncio.Future[Batch | None] | None = None
        self.place = 0
        self.is_large = False
        self.plan: ColumnPlan
        self.separator = ","
        self.size_bytes = 0

    async def open(
        self, found: ImportRow, common: Common, fields: Sequence[FieldRow], *, skip: int
    ) -> None:
        """Open the file of an import, and pass over what was dealt with.

        Raises:
            FileRefused
        """
        targets = {place: parse_target(key) for place, key in found.targets.items()}
        await self._run(partial(self._open, found, common, fields, targets, skip))
        self.place = skip

    def _open(
        self,
        found: ImportRow,
        common: Common,
        fields: Sequence[FieldRow],
        targets: Mapping[int, Target],
        skip: int,
    ) -> None:
        source = self._stack.enter_context(
            open_source(
                files.source_file(found.token),
                source_options(found.chosen, targets),
                fields=fields,
                country=common.country,
                spool=files.tables_folder(found.token),
            )
        )
        self.plan, self.separator = source.plan, source.separator or ","
        self.size_bytes = source.size_bytes
        self.is_large = len(source.head) > BULK
        self._reader = BatchReader(source, source.plan, common)
        self._reader.skip(skip)

    def read_ahead(self, size: int) -> None:
        """Begin to read the batch that :meth:`read` returns next, while others are written."""
        reader = self._reader
        if reader is None:
            raise RuntimeError("the file is not open")
        if self._ahead is None:
            self._ahead = self._start(partial(reader.read, size))

    async def read(self, size: int) -> Batch | None:
        """Return the next batch, None at the end."""
        self.read_ahead(size)
        ahead, self._ahead = self._ahead, None
        batch = None if ahead is None else await ahead
        self.place = batch.end if batch else self.place
        return batch

    async def close(self) -> None:
        """Close the file, after what its thread still does."""
        if self._ahead is not None:
            self._ahead.cancel()
        try:
            await self._run(self._stack.close)
        finally:
            self._thread.shutdown(wait=False)

    async def _run(self, function: Callable[[], T]) -> T:
        return await self._start(function)

    def _start(self, function: Callable[[], T]) -> asyncio.Future[T]:
        return asyncio.get_running_loop().run_in_executor(self._thread, function)


async def open_file(
    found: ImportRow, common: Common, fields: Sequence[FieldRow], *, skip: int = 0
) -> OpenFile:
    """Return the file of an import, read up to a place."""
    kept = _waiting.pop((found.pk, found.task), None)
    if kept is not None:
        if kept.place == skip:
            return kept
        await kept.close()
    opened = OpenFile()
    try:
        await opened.open(found, common, fields, skip=skip)
    except BaseException:
        await opened.close()
        raise
    return opened


async def keep_open(found: ImportRow, file: OpenFile) -> None:
    """Leave a file open for the next turn of its import."""
    _waiting[found.pk, found.task] = file
    while len(_waiting) > MOST_KEPT_OPEN:
        _, oldest = _waiting.popitem(last=False)
        await oldest.close()
