"""What create_document_link.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class CreateDocumentLinkInput(TypedDict):
    id: str


class CreateDocumentLinkVariables(TypedDict):
    input: CreateDocumentLinkInput


class CreateDocumentLinkCreateDocumentLinkDocument(TypedDict):
    id: str


class CreateDocumentLinkCreateDocumentLinkErrorsParameters(TypedDict):
    name: str
    value: str


class CreateDocumentLinkCreateDocumentLinkErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateDocumentLinkCreateDocumentLinkErrorsParameters]


class CreateDocumentLinkCreateDocumentLink(TypedDict):
    document: CreateDocumentLinkCreateDocumentLinkDocument | None
    errors: list[CreateDocumentLinkCreateDocumentLinkErrors]


class CreateDocumentLink(TypedDict):
    createDocumentLink: CreateDocumentLinkCreateDocumentLink | None


create_document_link: Operation[CreateDocumentLink] = load("billing/create_document_link")
