"""A file on disk that one side writes as fast as it can while another reads as fast as it likes.

So a slow reader costs disk, not memory, and holds up no database.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

CHUNK_BYTES = 256 * 1024


class Spool:
    """What was written so far, and whether that is all. Made by :func:`open_spool`."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._size = 0
        self._is_whole = False
        self._failure: BaseException | None = None
        self._news = asyncio.Event()

    def write(self, data: bytes) -> None:
        """Add to the end."""
        self._file.seek(self._size)
        self._file.write(data)
        self._size += len(data)
        self._news.set()

    def finish(self, failure: BaseException | None = None) -> None:
        """Say that nothing more comes; with a ``failure``, because the rest is missing."""
        self._is_whole, self._failure = True, failure
        self._news.set()

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield what is written, from the start to the end, waiting for it where it is not yet.

        Raises:
            BaseException: what ``finish`` was given, once all that was written is read.
        """
        read = 0
        while True:
            if read < self._size:
                self._file.seek(read)
                chunk = self._file.read(min(CHUNK_BYTES, self._size - read))
                read += len(chunk)
                yield chunk
            elif self._is_whole:
                if self._failure is not None:
                    raise self._failure
                return
            else:
                self._news.clear()
                await self._news.wait()


@contextmanager
def open_spool(folder: Path) -> Iterator[Spool]:
    """Open a spool whose file has no name: it is gone at the end, also after a crash."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=folder) as file:
        yield Spool(file)
