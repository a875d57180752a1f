"""What read_due_date.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadDueDateVariables(TypedDict):
    text: str


class ReadDueDateDueDate(TypedDict):
    dueOn: str
    dueAt: str | None
    words: str


class ReadDueDate(TypedDict):
    dueDate: ReadDueDateDueDate | None


read_due_date: Operation[ReadDueDate] = load("tasks/read_due_date")
