"""Where an import stands."""

from __future__ import annotations

from enum import StrEnum


class ImportState(StrEnum):
    """The steps of an import, from the first byte to its undoing."""

    UPLOADING = "uploading"
    FETCHING = "fetching"
    READY = "ready"
    CHECKING = "checking"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNDOING = "undoing"
    UNDONE = "undone"


WAITING = frozenset(
    {ImportState.UPLOADING, ImportState.FETCHING, ImportState.READY, ImportState.CHECKING}
)
"""Nothing of the file is in the book yet."""
WORKING = frozenset({ImportState.CHECKING, ImportState.RUNNING, ImportState.UNDOING})
"""A job is at work, or will be."""
ENDED = frozenset({ImportState.DONE, ImportState.FAILED, ImportState.CANCELLED})
"""The import is over, and what it brought is in the book."""


class FetchSource(StrEnum):
    """The programs that contacts are fetched from."""

    GOOGLE = "google"
