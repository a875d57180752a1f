"""What regenerate_recovery_codes.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RegenerateRecoveryCodesInput(TypedDict):
    password: str


class RegenerateRecoveryCodesVariables(TypedDict):
    input: RegenerateRecoveryCodesInput


class RegenerateRecoveryCodesRegenerateRecoveryCodesErrorsParameters(TypedDict):
    name: str
    value: str


class RegenerateRecoveryCodesRegenerateRecoveryCodesErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RegenerateRecoveryCodesRegenerateRecoveryCodesErrorsParameters]


class RegenerateRecoveryCodesRegenerateRecoveryCodes(TypedDict):
    recoveryCodes: list[str]
    errors: list[RegenerateRecoveryCodesRegenerateRecoveryCodesErrors]


class RegenerateRecoveryCodes(TypedDict):
    regenerateRecoveryCodes: RegenerateRecoveryCodesRegenerateRecoveryCodes | None


regenerate_recovery_codes: Operation[RegenerateRecoveryCodes] = load("accounts/regenerate_recovery_codes")
