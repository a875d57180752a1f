"""What list_projects.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ListProjectsVariables(TypedDict):
    contactId: str
    first: int


class ListProjectsProjectsEdgesNodeBudget(TypedDict):
    amountMinor: int
    currency: str


class ListProjectsProjectsEdgesNodeAttachments(TypedDict):
    id: str
    name: str


class ListProjectsProjectsEdgesNode(TypedDict):
    id: str
    source: str
    title: str
    description: str | None
    budget: ListProjectsProjectsEdgesNodeBudget | None
    deadline: str | None
    status: Literal["NEW", "CONTACTED", "QUOTED", "WON", "LOST"]
    createdAt: str
    updatedAt: str
    attachments: list[ListProjectsProjectsEdgesNodeAttachments]


class ListProjectsProjectsEdges(TypedDict):
    node: ListProjectsProjectsEdgesNode


class ListProjectsProjects(TypedDict):
    totalCount: int
    edges: list[ListProjectsProjectsEdges]


class ListProjects(TypedDict):
    projects: ListProjectsProjects


list_projects: Operation[ListProjects] = load("projects/list_projects")
