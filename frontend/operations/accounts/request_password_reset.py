"""What request_password_reset.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class RequestPasswordResetInput(TypedDict):
    email: str


class RequestPasswordResetVariables(TypedDict):
    input: RequestPasswordResetInput


class RequestPasswordResetRequestPasswordResetErrorsParameters(TypedDict):
    name: str
    value: str


class RequestPasswordResetRequestPasswordResetErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RequestPasswordResetRequestPasswordResetErrorsParameters]


class RequestPasswordResetRequestPasswordReset(TypedDict):
    delivery: Literal["SMTP", "OUTBOX"]
    errors: list[RequestPasswordResetRequestPasswordResetErrors]


class RequestPasswordReset(TypedDict):
    requestPasswordReset: RequestPasswordResetRequestPasswordReset | None


request_password_reset: Operation[RequestPasswordReset] = load("accounts/request_password_reset")
