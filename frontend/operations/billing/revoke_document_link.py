"""What revoke_document_link.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RevokeDocumentLinkInput(TypedDict):
    id: str


class RevokeDocumentLinkVariables(TypedDict):
    input: RevokeDocumentLinkInput


class RevokeDocumentLinkRevokeDocumentLinkDocument(TypedDict):
    id: str


class RevokeDocumentLinkRevokeDocumentLinkErrorsParameters(TypedDict):
    name: str
    value: str


class RevokeDocumentLinkRevokeDocumentLinkErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RevokeDocumentLinkRevokeDocumentLinkErrorsParameters]


class RevokeDocumentLinkRevokeDocumentLink(TypedDict):
    document: RevokeDocumentLinkRevokeDocumentLinkDocument | None
    errors: list[RevokeDocumentLinkRevokeDocumentLinkErrors]


class RevokeDocumentLink(TypedDict):
    revokeDocumentLink: RevokeDocumentLinkRevokeDocumentLink | None


revoke_document_link: Operation[RevokeDocumentLink] = load("billing/revoke_document_link")
