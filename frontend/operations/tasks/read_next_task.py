"""What read_next_task.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadNextTaskVariables(TypedDict):
    id: str


class ReadNextTaskContactNextTask(TypedDict):
    id: str
    title: str
    dueOn: str | None
    dueAt: str | None


class ReadNextTaskContact(TypedDict):
    id: str
    openTaskCount: int
    nextTask: ReadNextTaskContactNextTask | None


class ReadNextTask(TypedDict):
    contact: ReadNextTaskContact | None


read_next_task: Operation[ReadNextTask] = load("tasks/read_next_task")
