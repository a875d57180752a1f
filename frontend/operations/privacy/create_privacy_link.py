"""What create_privacy_link.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class CreatePrivacyLinkInput(TypedDict):
    id: str


class CreatePrivacyLinkVariables(TypedDict):
    input: CreatePrivacyLinkInput


class CreatePrivacyLinkCreatePrivacyLinkRequest(TypedDict):
    id: str
    kind: Literal["COPY", "ERASURE"]
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]


class CreatePrivacyLinkCreatePrivacyLinkErrorsParameters(TypedDict):
    name: str
    value: str


class CreatePrivacyLinkCreatePrivacyLinkErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreatePrivacyLinkCreatePrivacyLinkErrorsParameters]


class CreatePrivacyLinkCreatePrivacyLink(TypedDict):
    request: CreatePrivacyLinkCreatePrivacyLinkRequest | None
    errors: list[CreatePrivacyLinkCreatePrivacyLinkErrors]


class CreatePrivacyLink(TypedDict):
    createPrivacyLink: CreatePrivacyLinkCreatePrivacyLink | None


create_privacy_link: Operation[CreatePrivacyLink] = load("privacy/create_privacy_link")
