"""What update_workflow.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class UpdateWorkflowInput(TypedDict):
    id: str
    version: int
    name: NotRequired[str | None]


class UpdateWorkflowVariables(TypedDict):
    input: UpdateWorkflowInput


class UpdateWorkflowUpdateWorkflowWorkflow(TypedDict):
    id: str
    name: str
    version: int


class UpdateWorkflowUpdateWorkflowErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateWorkflowUpdateWorkflowErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateWorkflowUpdateWorkflowErrorsParameters]


class UpdateWorkflowUpdateWorkflow(TypedDict):
    workflow: UpdateWorkflowUpdateWorkflowWorkflow | None
    errors: list[UpdateWorkflowUpdateWorkflowErrors]


class UpdateWorkflow(TypedDict):
    updateWorkflow: UpdateWorkflowUpdateWorkflow | None


update_workflow: Operation[UpdateWorkflow] = load("workflows/update_workflow")
