"""What reset_password.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ResetPasswordInput(TypedDict):
    token: str
    password: str


class ResetPasswordVariables(TypedDict):
    input: ResetPasswordInput


class ResetPasswordResetPasswordErrorsParameters(TypedDict):
    name: str
    value: str


class ResetPasswordResetPasswordErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ResetPasswordResetPasswordErrorsParameters]


class ResetPasswordResetPassword(TypedDict):
    sessionTicket: str | None
    errors: list[ResetPasswordResetPasswordErrors]


class ResetPassword(TypedDict):
    resetPassword: ResetPasswordResetPassword | None


reset_password: Operation[ResetPassword] = load("accounts/reset_password")
