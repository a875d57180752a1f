"""What begin_totp.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class BeginTotpVariables(TypedDict):
    pass


class BeginTotpBeginTotpErrorsParameters(TypedDict):
    name: str
    value: str


class BeginTotpBeginTotpErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[BeginTotpBeginTotpErrorsParameters]


class BeginTotpBeginTotp(TypedDict):
    secret: str | None
    uri: str | None
    qrSvg: str | None
    errors: list[BeginTotpBeginTotpErrors]


class BeginTotp(TypedDict):
    beginTotp: BeginTotpBeginTotp | None


begin_totp: Operation[BeginTotp] = load("accounts/begin_totp")
