"""What change_member_role.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ChangeMemberRoleInput(TypedDict):
    id: str
    role: Literal["OWNER", "ADMIN", "MEMBER", "VIEWER"]


class ChangeMemberRoleVariables(TypedDict):
    input: ChangeMemberRoleInput


class ChangeMemberRoleChangeMemberRoleErrorsParameters(TypedDict):
    name: str
    value: str


class ChangeMemberRoleChangeMemberRoleErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ChangeMemberRoleChangeMemberRoleErrorsParameters]


class ChangeMemberRoleChangeMemberRole(TypedDict):
    errors: list[ChangeMemberRoleChangeMemberRoleErrors]


class ChangeMemberRole(TypedDict):
    changeMemberRole: ChangeMemberRoleChangeMemberRole | None


change_member_role: Operation[ChangeMemberRole] = load("team/change_member_role")
