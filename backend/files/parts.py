"""Files on their way: what has arrived lies in the data directory, closed to everyone else.

Every process that takes uploads must see the same directory.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Collection
from pathlib import Path

from backend.core.data_dir import UPLOADS
from backend.core.settings import settings

_NAME_LENGTH = 32
_ORPHAN_SECONDS = 24 * 3600


def _name(token: str) -> str:
    """Return the name of a part; it opens nothing to whoever reads it in a listing."""
    return hashlib.sha256(token.encode()).hexdigest()[:_NAME_LENGTH]


def part_file(token: str) -> Path:
    """Return where the bytes of an upload are until it is whole."""
    return settings().data_dir / UPLOADS / _name(token)


def read_head(path: Path, size: int) -> bytes:
    """Return the first bytes of a file."""
    with path.open("rb") as file:
        return file.read(size)


def forget_part(token: str) -> None:
    """Delete what has arrived of an upload."""
    part_file(token).unlink(missing_ok=True)


def forget_other_parts(tokens: Collection[str]) -> None:
    """Delete parts of uploads that are over, a day after the last byte."""
    known = {_name(token) for token in tokens}
    limit = time.time() - _ORPHAN_SECONDS
    folder = settings().data_dir / UPLOADS
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in known and path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)
