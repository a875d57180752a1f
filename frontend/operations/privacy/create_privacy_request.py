"""What create_privacy_request.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class PrivacyDetailsInput(TypedDict):
    name: NotRequired[str | None]
    email: NotRequired[str | None]
    phone: NotRequired[str | None]


class CreatePrivacyRequestInput(TypedDict):
    kind: Literal["COPY", "ERASURE"]
    details: PrivacyDetailsInput
    contactIds: list[str]
    idempotencyKey: NotRequired[str | None]


class CreatePrivacyRequestVariables(TypedDict):
    input: CreatePrivacyRequestInput


class CreatePrivacyRequestCreatePrivacyRequestRequest(TypedDict):
    id: str
    kind: Literal["COPY", "ERASURE"]
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]


class CreatePrivacyRequestCreatePrivacyRequestErrorsParameters(TypedDict):
    name: str
    value: str


class CreatePrivacyRequestCreatePrivacyRequestErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreatePrivacyRequestCreatePrivacyRequestErrorsParameters]


class CreatePrivacyRequestCreatePrivacyRequest(TypedDict):
    request: CreatePrivacyRequestCreatePrivacyRequestRequest | None
    errors: list[CreatePrivacyRequestCreatePrivacyRequestErrors]


class CreatePrivacyRequest(TypedDict):
    createPrivacyRequest: CreatePrivacyRequestCreatePrivacyRequest | None


create_privacy_request: Operation[CreatePrivacyRequest] = load("privacy/create_privacy_request")
