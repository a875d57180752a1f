"""What unlink_card_document.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class UnlinkCardDocumentInput(TypedDict):
    id: str
    documentId: str


class UnlinkCardDocumentVariables(TypedDict):
    input: UnlinkCardDocumentInput


class UnlinkCardDocumentUnlinkCardDocumentErrorsParameters(TypedDict):
    name: str
    value: str


class UnlinkCardDocumentUnlinkCardDocumentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UnlinkCardDocumentUnlinkCardDocumentErrorsParameters]


class UnlinkCardDocumentUnlinkCardDocument(TypedDict):
    errors: list[UnlinkCardDocumentUnlinkCardDocumentErrors]


class UnlinkCardDocument(TypedDict):
    unlinkCardDocument: UnlinkCardDocumentUnlinkCardDocument | None


unlink_card_document: Operation[UnlinkCardDocument] = load("cards/unlink_card_document")
