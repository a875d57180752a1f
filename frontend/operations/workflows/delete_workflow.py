"""What delete_workflow.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteWorkflowInput(TypedDict):
    id: str


class DeleteWorkflowVariables(TypedDict):
    input: DeleteWorkflowInput


class DeleteWorkflowDeleteWorkflowErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteWorkflowDeleteWorkflowErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteWorkflowDeleteWorkflowErrorsParameters]


class DeleteWorkflowDeleteWorkflow(TypedDict):
    deletedId: str | None
    errors: list[DeleteWorkflowDeleteWorkflowErrors]


class DeleteWorkflow(TypedDict):
    deleteWorkflow: DeleteWorkflowDeleteWorkflow | None


delete_workflow: Operation[DeleteWorkflow] = load("workflows/delete_workflow")
