"""What count_tasks.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import TaskFilter


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
