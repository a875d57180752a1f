"""What request_email_change.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RequestEmailChangeInput(TypedDict):
    email: str
    password: str


class RequestEmailChangeVariables(TypedDict):
    input: RequestEmailChangeInput


class RequestEmailChangeRequestEmailChangeErrorsParameters(TypedDict):
    name: str
    value: str


class RequestEmailChangeRequestEmailChangeErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RequestEmailChangeRequestEmailChangeErrorsParameters]


class RequestEmailChangeRequestEmailChange(TypedDict):
    email: str | None
    errors: list[RequestEmailChangeRequestEmailChangeErrors]


class RequestEmailChange(TypedDict):
    requestEmailChange: RequestEmailChangeRequestEmailChange | None


request_email_change: Operation[RequestEmailChange] = load("accounts/request_email_change")
