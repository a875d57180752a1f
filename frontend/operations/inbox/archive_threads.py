"""What archive_threads.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ArchiveThreadsInput(TypedDict):
    ids: list[str]
    isArchived: bool


class ArchiveThreadsVariables(TypedDict):
    input: ArchiveThreadsInput


class ArchiveThreadsArchiveThreadsThreads(TypedDict):
    id: str


class ArchiveThreadsArchiveThreadsErrorsParameters(TypedDict):
    name: str
    value: str


class ArchiveThreadsArchiveThreadsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ArchiveThreadsArchiveThreadsErrorsParameters]


class ArchiveThreadsArchiveThreads(TypedDict):
    threads: list[ArchiveThreadsArchiveThreadsThreads]
    errors: list[ArchiveThreadsArchiveThreadsErrors]


class ArchiveThreads(TypedDict):
    archiveThreads: ArchiveThreadsArchiveThreads | None


archive_threads: Operation[ArchiveThreads] = load("inbox/archive_threads")
