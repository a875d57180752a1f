"""What files of a copy are called: safe on every system, each once."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_UNFIT = re.compile(r"[^\w.()&' -]+")
_LENGTH = 100
_BYTES = 160
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Windows keeps these for itself."""


class Names:
    """The paths that are taken in one archive."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def path(self, folder: str, name: str) -> str:
        """Return a path of a folder for a file that somebody called ``name``."""
        suffix = PurePosixPath(safe_name(name)).suffix[:20]
        stem = safe_name(name).removesuffix(suffix)[: _LENGTH - len(suffix)]
        # File systems count bytes; with a folder, a number and an ending it is at most 255.
        stem = stem.encode()[:_BYTES].decode(errors="ignore").rstrip(" .") or "file"
        found, place = f"{folder}/{stem}{suffix}", 2
        while found.casefold() in self._taken:
            found, place = f"{folder}/{stem} ({place}){suffix}", place + 1
        self._taken.add(found.casefold())
        return found


def safe_name(name: str) -> str:
    """Return a name without what a file system might stumble over; never empty, no path."""
    text = " ".join(_UNFIT.sub(" ", name).split()).strip(" .")
    if _RESERVED.fullmatch(text):
        text = f"_{text}"
    return text or "file"
