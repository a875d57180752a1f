"""A file as whoever imports it has it read: opened, then batch after batch.

:class:`FileReading` does it right here. :class:`ProcessReading`, of the same shape, has a process
of its own do it, so that whoever serves pages keeps its core for that and for writing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from backend.contacts.judging import Rules
from backend.contacts.limits import BULK
from backend.custom_fields.rows import FieldRow
from backend.imports.batches import Batch, BatchReader, Common
from backend.imports.mapping import ColumnPlan
from backend.imports.notices import Notice
from backend.imports.passing import packed, unpacked
from backend.imports.signatures import SourceKind
from backend.imports.source import Source, SourceOptions, open_source

LARGE_BYTES = 512 * 1024
"""Below, a file is read before a process for it has started."""
_ENDING_SECONDS = 5


@dataclass(frozen=True, slots=True)
class FileRequest:
    """Which file to read, and how; see ``source``."""

    path: Path
    options: SourceOptions
    fields: Sequence[FieldRow]
    country: str
    spool: Path | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """What an open file is; see ``source``. ``is_large``: it has more than a few rows."""

    kind: SourceKind
    sheet: str
    encoding: str
    separator: str
    notices: tuple[Notice, ...]
    plan: ColumnPlan
    size_bytes: int
    is_large: bool


class Reading(Protocol):
    """Reads one file, once: :meth:`open`, :meth:`begin`, :meth:`read` to the end, :meth:`close`."""

    def open(self, request: FileRequest) -> Opened:
        """Open the file and read its header.

        Raises:
            FileRefused
        """
        ...

    def begin(self, plan: ColumnPlan, common: Common, rules: Rules | None, skip: int) -> None:
        """Pass over what was dealt with. ``plan`` is the file's, its new fields made or not; with
        ``rules`` drafts come judged by them."""
        ...

    def read(self, size: int) -> Batch | None:
        """Return the next batch, None at the end."""
        ...

    def close(self) -> None:
        """Close the file, whatever it had come to."""
        ...


def reading_of(path: Path) -> Reading:
    """Return what reads a file: a process where that is worth it and there is a core for it."""
    if _cores() > 1 and path.is_file() and path.stat().st_size >= LARGE_BYTES:
        return ProcessReading()
    return FileReading()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class FileReading:
    """Reads a file in whoever calls."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._source: Source | None = None
        self._reader: BatchReader | None = None

    def open(self, request: FileRequest) -> Opened:
        """Open the file and read its header."""
        source = self._stack.enter_context(
            open_source(
                request.path,
                request.options,
                fields=request.fields,
                country=request.country,
                spool=request.spool,
            )
        )
        self._source = source
        return Opened(
            kind=source.kind,
            sheet=source.sheet,
            encoding=source.encoding,
            separator=source.separator,
            notices=source.notices,
            plan=source.plan,
            size_bytes=source.size_bytes,
            is_large=len(source.head) > BULK,
        )

    def begin(self, plan: ColumnPlan, common: Common, rules: Rules | None, skip: int) -> None:
        """Pass over what was dealt with."""
        if self._source is None:
            raise RuntimeError("the file is not open")
        self._reader = BatchReader(self._source, plan, common, rules)
        self._reader.skip(skip)

    def read(self, size: int) -> Batch | None:
        """Return the next batch, None at the end."""
        if self._reader is None:
            raise RuntimeError("the file is not open")
        return self._reader.read(size)

    def close(self) -> None:
        """Close the file."""
        self._stack.close()


class ReaderEndedError(Exception):
    """The process that read a file is gone: killed, or out of memory."""


class ProcessReading:
    """Has a process read a file. It ends when this is closed, or when this process ends."""

    def __init__(self) -> None:
        ours, theirs = Pipe()
        self._connection: Connection = ours
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", "backend.imports.reading_process", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env=_environment(),
                start_new_session=True,  # Ctrl-C is for whoever writes
            )

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def open(self, request: FileRequest) -> Opened:
        """Open the file and read its header."""
        opened: Opened = self._ask("open", request)
        return opened

    def begin(self, plan: ColumnPlan, common: Common, rules: Rules | None, skip: int) -> None:
        """Pass over what was dealt with."""
        self._ask("begin", plan, common, rules, skip)

    def read(self, size: int) -> Batch | None:
        """Return the next batch, None at the end."""
        batch: Batch | None = self._ask("read", size)
        return batch

    def close(self) -> None:
        """End the process."""
        self._connection.close()
        try:
            self._process.wait(_ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _ask(self, verb: str, *arguments: object) -> Any:
        try:
            self._connection.send_bytes(packed((verb, arguments)))
            answer, failure = unpacked(self._connection.recv_bytes())
        except (EOFError, OSError) as error:
            raise ReaderEndedError from error
        if failure is not None:
            raise failure
        return answer


def _environment() -> dict[str, str]:
    """Return what the reader needs of this process's environment: none of its secrets."""
    kept = {name: os.environ[name] for name in ("TMPDIR",) if name in os.environ}
    path = os.pathsep.join(filter(None, sys.path))
    return {**kept, "PYTHONPATH": path, "LANG": "C.UTF-8"}
