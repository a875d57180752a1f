"""What confirm_totp.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ConfirmTotpInput(TypedDict):
    code: str


class ConfirmTotpVariables(TypedDict):
    input: ConfirmTotpInput


class ConfirmTotpConfirmTotpErrorsParameters(TypedDict):
    name: str
    value: str


class ConfirmTotpConfirmTotpErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ConfirmTotpConfirmTotpErrorsParameters]


class ConfirmTotpConfirmTotp(TypedDict):
    recoveryCodes: list[str]
    errors: list[ConfirmTotpConfirmTotpErrors]


class ConfirmTotp(TypedDict):
    confirmTotp: ConfirmTotpConfirmTotp | None


confirm_totp: Operation[ConfirmTotp] = load("accounts/confirm_totp")
