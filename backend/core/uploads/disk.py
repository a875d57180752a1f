"""A file on disk that one request at a time adds to."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from backend.core.private_files import PRIVATE_FILE, make_private_folder
from backend.core.uploads.errors import UploadBusy


def size_of(path: Path) -> int:
    """Return the length of a file, 0 when there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


@contextmanager
def opened_at(path: Path, offset: int) -> Iterator[int]:
    """Open a file for writing at an offset, as the only one, and cut off what lies behind it.

    Yields the descriptor. What was cut off is the rest of a write that nobody was told of.

    Raises:
        UploadBusy: somebody else has it open here.
        OSError: the disk is full, or gone.
    """
    make_private_folder(path.parent)
    with _held(os.open(path, os.O_WRONLY | os.O_CREAT, PRIVATE_FILE)) as descriptor:
        os.ftruncate(descriptor, offset)
        os.lseek(descriptor, offset, os.SEEK_SET)
        yield descriptor


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Keep everyone else from writing a file that is there.

    Raises:
        UploadBusy: somebody else has it open here.
        FileNotFoundError
    """
    with _held(os.open(path, os.O_RDWR)):
        yield


@contextmanager
def _held(descriptor: int) -> Iterator[int]:
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UploadBusy from None
        yield descriptor
    finally:
        os.close(descriptor)


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
