"""What delete_privacy_copy.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class DeletePrivacyCopyInput(TypedDict):
    id: str


class DeletePrivacyCopyVariables(TypedDict):
    input: DeletePrivacyCopyInput


class DeletePrivacyCopyDeletePrivacyCopyRequest(TypedDict):
    id: str
    kind: Literal["COPY", "ERASURE"]
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]


class DeletePrivacyCopyDeletePrivacyCopyErrorsParameters(TypedDict):
    name: str
    value: str


class DeletePrivacyCopyDeletePrivacyCopyErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeletePrivacyCopyDeletePrivacyCopyErrorsParameters]


class DeletePrivacyCopyDeletePrivacyCopy(TypedDict):
    request: DeletePrivacyCopyDeletePrivacyCopyRequest | None
    errors: list[DeletePrivacyCopyDeletePrivacyCopyErrors]


class DeletePrivacyCopy(TypedDict):
    deletePrivacyCopy: DeletePrivacyCopyDeletePrivacyCopy | None


delete_privacy_copy: Operation[DeletePrivacyCopy] = load("privacy/delete_privacy_copy")
