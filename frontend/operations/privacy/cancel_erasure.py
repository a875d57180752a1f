"""What cancel_erasure.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CancelPrivacyRequestInput


class CancelErasureVariables(TypedDict):
    input: CancelPrivacyRequestInput


class CancelErasureCancelPrivacyRequestRequest(TypedDict):
    id: str
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]


class CancelErasureCancelPrivacyRequestErrorsParameters(TypedDict):
    name: str
    value: str


class CancelErasureCancelPrivacyRequestErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CancelErasureCancelPrivacyRequestErrorsParameters]


class CancelErasureCancelPrivacyRequest(TypedDict):
    request: CancelErasureCancelPrivacyRequestRequest | None
    cursor: str | None
    errors: list[CancelErasureCancelPrivacyRequestErrors]


class CancelErasure(TypedDict):
    cancelPrivacyRequest: CancelErasureCancelPrivacyRequest | None


cancel_erasure: Operation[CancelErasure] = load("privacy/cancel_erasure")
