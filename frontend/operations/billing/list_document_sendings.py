"""What list_document_sendings.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ListDocumentSendingsVariables(TypedDict):
    pass


class ListDocumentSendingsDocumentSendings(TypedDict):
    id: str
    state: Literal["RUNNING", "FINISHED", "STOPPED"]
    reminds: bool
    total: int
    sent: int
    refused: int
    createdAt: str
    createdBy: str


class ListDocumentSendings(TypedDict):
    documentSendings: list[ListDocumentSendingsDocumentSendings]


list_document_sendings: Operation[ListDocumentSendings] = load("billing/list_document_sendings")
