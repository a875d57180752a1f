"""What confirm_privacy_request.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ConfirmPrivacyRequestInput(TypedDict):
    id: str
    contactIds: list[str]


class ConfirmPrivacyRequestVariables(TypedDict):
    input: ConfirmPrivacyRequestInput


class ConfirmPrivacyRequestConfirmPrivacyRequestRequest(TypedDict):
    id: str
    kind: Literal["COPY", "ERASURE"]
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]


class ConfirmPrivacyRequestConfirmPrivacyRequestErrorsParameters(TypedDict):
    name: str
    value: str


class ConfirmPrivacyRequestConfirmPrivacyRequestErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ConfirmPrivacyRequestConfirmPrivacyRequestErrorsParameters]


class ConfirmPrivacyRequestConfirmPrivacyRequest(TypedDict):
    request: ConfirmPrivacyRequestConfirmPrivacyRequestRequest | None
    errors: list[ConfirmPrivacyRequestConfirmPrivacyRequestErrors]


class ConfirmPrivacyRequest(TypedDict):
    confirmPrivacyRequest: ConfirmPrivacyRequestConfirmPrivacyRequest | None


confirm_privacy_request: Operation[ConfirmPrivacyRequest] = load("privacy/confirm_privacy_request")
