"""What restore_workflow.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreWorkflowInput(TypedDict):
    id: str


class RestoreWorkflowVariables(TypedDict):
    input: RestoreWorkflowInput


class RestoreWorkflowRestoreWorkflowWorkflow(TypedDict):
    id: str
    name: str
    version: int


class RestoreWorkflowRestoreWorkflowErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreWorkflowRestoreWorkflowErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreWorkflowRestoreWorkflowErrorsParameters]


class RestoreWorkflowRestoreWorkflow(TypedDict):
    workflow: RestoreWorkflowRestoreWorkflowWorkflow | None
    errors: list[RestoreWorkflowRestoreWorkflowErrors]


class RestoreWorkflow(TypedDict):
    restoreWorkflow: RestoreWorkflowRestoreWorkflow | None


restore_workflow: Operation[RestoreWorkflow] = load("workflows/restore_workflow")
