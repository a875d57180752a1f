"""What list_workflows.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ListWorkflowsVariables(TypedDict):
    pass


class ListWorkflowsWorkflows(TypedDict):
    id: str
    name: str
    cardCount: int


class ListWorkflows(TypedDict):
    workflows: list[ListWorkflowsWorkflows]


list_workflows: Operation[ListWorkflows] = load("workflows/list_workflows")
