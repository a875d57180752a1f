"""What mark_threads.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class MarkThreadsInput(TypedDict):
    ids: list[str]
    isRead: bool


class MarkThreadsVariables(TypedDict):
    input: MarkThreadsInput


class MarkThreadsMarkThreadsThreads(TypedDict):
    id: str
    unreadCount: int


class MarkThreadsMarkThreadsErrorsParameters(TypedDict):
    name: str
    value: str


class MarkThreadsMarkThreadsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[MarkThreadsMarkThreadsErrorsParameters]


class MarkThreadsMarkThreads(TypedDict):
    threads: list[MarkThreadsMarkThreadsThreads]
    errors: list[MarkThreadsMarkThreadsErrors]


class MarkThreads(TypedDict):
    markThreads: MarkThreadsMarkThreads | None


mark_threads: Operation[MarkThreads] = load("messages/mark_threads")
