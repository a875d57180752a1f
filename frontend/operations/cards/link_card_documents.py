"""What link_card_documents.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class LinkCardDocumentsInput(TypedDict):
    id: str
    documentIds: list[str]


class LinkCardDocumentsVariables(TypedDict):
    input: LinkCardDocumentsInput


class LinkCardDocumentsLinkCardDocumentsErrorsParameters(TypedDict):
    name: str
    value: str


class LinkCardDocumentsLinkCardDocumentsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[LinkCardDocumentsLinkCardDocumentsErrorsParameters]


class LinkCardDocumentsLinkCardDocuments(TypedDict):
    errors: list[LinkCardDocumentsLinkCardDocumentsErrors]


class LinkCardDocuments(TypedDict):
    linkCardDocuments: LinkCardDocumentsLinkCardDocuments | None


link_card_documents: Operation[LinkCardDocuments] = load("cards/link_card_documents")
