"""What count_tasks.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class TaskFilter(TypedDict):
    state: Literal["OPEN", "COMPLETED"]
    contactId: NotRequired[str | None]
    assigneeId: NotRequired[str | None]
    dueFrom: NotRequired[str | None]
    dueUntil: NotRequired[str | None]


class CountTasksVariables(TypedDict):
    filter: NotRequired[TaskFilter | None]


class CountTasksTaskCounts(TypedDict):
    open: int
    overdue: int
    today: int
    thisWeek: int
    later: int
    undated: int


class CountTasks(TypedDict):
    taskCounts: CountTasksTaskCounts


count_tasks: Operation[CountTasks] = load("tasks/count_tasks")
