"""What disable_totp.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DisableTotpInput(TypedDict):
    password: str


class DisableTotpVariables(TypedDict):
    input: DisableTotpInput


class DisableTotpDisableTotpErrorsParameters(TypedDict):
    name: str
    value: str


class DisableTotpDisableTotpErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DisableTotpDisableTotpErrorsParameters]


class DisableTotpDisableTotp(TypedDict):
    errors: list[DisableTotpDisableTotpErrors]


class DisableTotp(TypedDict):
    disableTotp: DisableTotpDisableTotp | None


disable_totp: Operation[DisableTotp] = load("accounts/disable_totp")
