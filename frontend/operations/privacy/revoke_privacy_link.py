"""What revoke_privacy_link.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class RevokePrivacyLinkInput(TypedDict):
    id: str


class RevokePrivacyLinkVariables(TypedDict):
    input: RevokePrivacyLinkInput


class RevokePrivacyLinkRevokePrivacyLinkRequest(TypedDict):
    id: str
    kind: Literal["COPY", "ERASURE"]
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]


class RevokePrivacyLinkRevokePrivacyLinkErrorsParameters(TypedDict):
    name: str
    value: str


class RevokePrivacyLinkRevokePrivacyLinkErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RevokePrivacyLinkRevokePrivacyLinkErrorsParameters]


class RevokePrivacyLinkRevokePrivacyLink(TypedDict):
    request: RevokePrivacyLinkRevokePrivacyLinkRequest | None
    errors: list[RevokePrivacyLinkRevokePrivacyLinkErrors]


class RevokePrivacyLink(TypedDict):
    revokePrivacyLink: RevokePrivacyLinkRevokePrivacyLink | None


revoke_privacy_link: Operation[RevokePrivacyLink] = load("privacy/revoke_privacy_link")
