"""What confirm_email_change.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ConfirmEmailChangeInput(TypedDict):
    token: str


class ConfirmEmailChangeVariables(TypedDict):
    input: ConfirmEmailChangeInput


class ConfirmEmailChangeConfirmEmailChangeErrorsParameters(TypedDict):
    name: str
    value: str


class ConfirmEmailChangeConfirmEmailChangeErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ConfirmEmailChangeConfirmEmailChangeErrorsParameters]


class ConfirmEmailChangeConfirmEmailChange(TypedDict):
    email: str | None
    errors: list[ConfirmEmailChangeConfirmEmailChangeErrors]


class ConfirmEmailChange(TypedDict):
    confirmEmailChange: ConfirmEmailChangeConfirmEmailChange | None


confirm_email_change: Operation[ConfirmEmailChange] = load("accounts/confirm_email_change")
