"""What create_workflow.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class CreateWorkflowInput(TypedDict):
    template: Literal["SALES", "WEB_PROJECT", "SUPPORT", "EMPTY"]
    name: NotRequired[str | None]
    idempotencyKey: NotRequired[str | None]


class CreateWorkflowVariables(TypedDict):
    input: CreateWorkflowInput


class CreateWorkflowCreateWorkflowWorkflow(TypedDict):
    id: str
    name: str
    version: int


class CreateWorkflowCreateWorkflowErrorsParameters(TypedDict):
    name: str
    value: str


class CreateWorkflowCreateWorkflowErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateWorkflowCreateWorkflowErrorsParameters]


class CreateWorkflowCreateWorkflow(TypedDict):
    workflow: CreateWorkflowCreateWorkflowWorkflow | None
    errors: list[CreateWorkflowCreateWorkflowErrors]


class CreateWorkflow(TypedDict):
    createWorkflow: CreateWorkflowCreateWorkflow | None


create_workflow: Operation[CreateWorkflow] = load("workflows/create_workflow")
