"""What list_steps.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ListStepsVariables(TypedDict):
    pass


class ListStepsWorkflowsSteps(TypedDict):
    id: str
    name: str


class ListStepsWorkflows(TypedDict):
    id: str
    name: str
    steps: list[ListStepsWorkflowsSteps]


class ListSteps(TypedDict):
    workflows: list[ListStepsWorkflows]


list_steps: Operation[ListSteps] = load("cards/list_steps")
