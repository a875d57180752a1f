"""The files of imports on disk: what was uploaded, and the rows that stayed out.

They lie in the data directory, closed to everyone else, a folder for each import. Every process
that takes uploads or runs jobs must see the same directory.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from backend.core.data_dir import IMPORTS
from backend.core.settings import settings
from backend.core.uploads.disk import opened_at, size_of, write_all

_SOURCE = "source"
_TABLES = "tables"
_REJECTS = "rejected.csv"
_FETCHED = "fetched"
_LISTED = "listed"
_NAME_LENGTH = 32


def folder_name(token: str) -> str:
    """Return the name of an import's folder; it opens nothing to whoever reads it in a listing."""
    return hashlib.sha256(token.encode()).hexdigest()[:_NAME_LENGTH]


def imports_folder() -> Path:
    """Return the folder of all imports."""
    return settings().data_dir / IMPORTS


def source_file(token: str) -> Path:
    """Return where the uploaded bytes are."""
    return imports_folder() / folder_name(token) / _SOURCE


def tables_folder(token: str) -> Path:
    """Return where what a workbook or cards were turned into is kept."""
    return imports_folder() / folder_name(token) / _TABLES


def fetched_file(token: str) -> Path:
    """Return where what another program answered is gathered, before it is made a file."""
    return imports_folder() / folder_name(token) / _FETCHED


def listed_file(token: str) -> Path:
    """Return where the other program's names for the rows of what was fetched are kept."""
    return imports_folder() / folder_name(token) / _LISTED


def rejects_file(token: str) -> Path:
    """Return where the rows with faults are."""
    return imports_folder() / folder_name(token) / _REJECTS


def length_of(path: Path) -> int:
    """Return the length of a file in bytes, 0 when there is none."""
    return size_of(path)


def write_at(path: Path, offset: int, data: bytes) -> None:
    """Write bytes at an offset, cut the file off behind them, and see them to the disk.

    Raises:
        UploadBusy, OSError
    """
    with opened_at(path, offset) as descriptor:
        write_all(descriptor, data)
        os.fsync(descriptor)


def forget(token: str) -> None:
    """Delete all files of an import."""
    shutil.rmtree(imports_folder() / folder_name(token), ignore_errors=True)


def forget_source(token: str) -> None:
    """Delete the uploaded file and what it was turned into; the rows that stayed out are kept."""
    source_file(token).unlink(missing_ok=True)
    listed_file(token).unlink(missing_ok=True)
    shutil.rmtree(tables_folder(token), ignore_errors=True)
