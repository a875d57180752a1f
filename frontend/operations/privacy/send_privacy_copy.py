"""What send_privacy_copy.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class SendPrivacyCopyInput(TypedDict):
    id: str
    to: NotRequired[str | None]
    subject: NotRequired[str | None]
    message: NotRequired[str | None]
    idempotencyKey: NotRequired[str | None]


class SendPrivacyCopyVariables(TypedDict):
    input: SendPrivacyCopyInput


class SendPrivacyCopySendPrivacyCopyRequest(TypedDict):
    id: str
    kind: Literal["COPY", "ERASURE"]
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]


class SendPrivacyCopySendPrivacyCopyErrorsParameters(TypedDict):
    name: str
    value: str


class SendPrivacyCopySendPrivacyCopyErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SendPrivacyCopySendPrivacyCopyErrorsParameters]


class SendPrivacyCopySendPrivacyCopy(TypedDict):
    request: SendPrivacyCopySendPrivacyCopyRequest | None
    errors: list[SendPrivacyCopySendPrivacyCopyErrors]


class SendPrivacyCopy(TypedDict):
    sendPrivacyCopy: SendPrivacyCopySendPrivacyCopy | None


send_privacy_copy: Operation[SendPrivacyCopy] = load("privacy/send_privacy_copy")
