"""What change_project_status.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ChangeProjectStatusInput(TypedDict):
    id: str
    status: Literal["NEW", "CONTACTED", "QUOTED", "WON", "LOST"]


class ChangeProjectStatusVariables(TypedDict):
    input: ChangeProjectStatusInput


class ChangeProjectStatusChangeProjectStatusProject(TypedDict):
    id: str
    status: Literal["NEW", "CONTACTED", "QUOTED", "WON", "LOST"]


class ChangeProjectStatusChangeProjectStatusErrorsParameters(TypedDict):
    name: str
    value: str


class ChangeProjectStatusChangeProjectStatusErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ChangeProjectStatusChangeProjectStatusErrorsParameters]


class ChangeProjectStatusChangeProjectStatus(TypedDict):
    project: ChangeProjectStatusChangeProjectStatusProject | None
    errors: list[ChangeProjectStatusChangeProjectStatusErrors]


class ChangeProjectStatus(TypedDict):
    changeProjectStatus: ChangeProjectStatusChangeProjectStatus | None


change_project_status: Operation[ChangeProjectStatus] = load("projects/change_project_status")
