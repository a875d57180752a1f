"""What cancel_privacy_request.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CancelPrivacyRequestInput


class CancelPrivacyRequestVariables(TypedDict):
    input: CancelPrivacyRequestInput


class CancelPrivacyRequestCancelPrivacyRequestRequest(TypedDict):
    id: str
    kind: Literal["COPY", "ERASURE"]
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]


class CancelPrivacyRequestCancelPrivacyRequestErrorsParameters(TypedDict):
    name: str
    value: str


class CancelPrivacyRequestCancelPrivacyRequestErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CancelPrivacyRequestCancelPrivacyRequestErrorsParameters]


class CancelPrivacyRequestCancelPrivacyRequest(TypedDict):
    request: CancelPrivacyRequestCancelPrivacyRequestRequest | None
    errors: list[CancelPrivacyRequestCancelPrivacyRequestErrors]


class CancelPrivacyRequest(TypedDict):
    cancelPrivacyRequest: CancelPrivacyRequestCancelPrivacyRequest | None


cancel_privacy_request: Operation[CancelPrivacyRequest] = load("privacy/cancel_privacy_request")
