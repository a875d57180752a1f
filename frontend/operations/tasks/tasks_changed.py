"""What tasks_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class TasksChangedVariables(TypedDict):
    contactId: NotRequired[str | None]
    after: NotRequired[str | None]


class TasksChangedTasksChanged(TypedDict):
    cursor: str
    reset: bool


class TasksChanged(TypedDict):
    tasksChanged: TasksChangedTasksChanged


tasks_changed: Operation[TasksChanged] = load("tasks/tasks_changed")
