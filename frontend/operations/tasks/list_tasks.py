"""What list_tasks.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import TaskFilter


class ListTasksVariables(TypedDict):
    filter: NotRequired[TaskFilter | None]
    first: int
    after: NotRequired[str | None]


class ListTasksViewerMembers(TypedDict):
    id: str


class ListTasksViewer(TypedDict):
    cursor: str | None
    members: list[ListTasksViewerMembers]


class ListTasksTasksPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListTasksTasksEdgesNodeContact(TypedDict):
    id: str
    displayName: str


class ListTasksTasksEdgesNodeAssignee(TypedDict):
    id: str
    name: str


class ListTasksTasksEdgesNode(TypedDict):
    id: str
    title: str
    state: Literal["OPEN", "COMPLETED"]
    version: int
    contact: ListTasksTasksEdgesNodeContact | None
    assignee: ListTasksTasksEdgesNodeAssignee | None
    dueOn: str | None
    dueAt: str | None
    remindAt: str | None
    completedAt: str | None


class ListTasksTasksEdges(TypedDict):
    node: ListTasksTasksEdgesNode


class ListTasksTasks(TypedDict):
    pageInfo: ListTasksTasksPageInfo
    edges: list[ListTasksTasksEdges]


class ListTasks(TypedDict):
    viewer: ListTasksViewer | None
    tasks: ListTasksTasks


list_tasks: Operation[ListTasks] = load("tasks/list_tasks")
