"""What change_password.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ChangePasswordInput(TypedDict):
    currentPassword: str
    newPassword: str


class ChangePasswordVariables(TypedDict):
    input: ChangePasswordInput


class ChangePasswordChangePasswordErrorsParameters(TypedDict):
    name: str
    value: str


class ChangePasswordChangePasswordErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ChangePasswordChangePasswordErrorsParameters]


class ChangePasswordChangePassword(TypedDict):
    errors: list[ChangePasswordChangePasswordErrors]


class ChangePassword(TypedDict):
    changePassword: ChangePasswordChangePassword | None


change_password: Operation[ChangePassword] = load("accounts/change_password")
