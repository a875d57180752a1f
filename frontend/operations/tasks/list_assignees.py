"""What list_assignees.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ListAssigneesVariables(TypedDict):
    pass


class ListAssigneesViewerMembers(TypedDict):
    id: str
    name: str
    isViewer: bool


class ListAssigneesViewer(TypedDict):
    members: list[ListAssigneesViewerMembers]


class ListAssignees(TypedDict):
    viewer: ListAssigneesViewer | None


list_assignees: Operation[ListAssignees] = load("tasks/list_assignees")
