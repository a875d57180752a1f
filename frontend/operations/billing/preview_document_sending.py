"""What preview_document_sending.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import DocumentSelectionInput


class PreviewDocumentSendingVariables(TypedDict):
    selection: DocumentSelectionInput
    reminds: bool
    unsent: bool


class PreviewDocumentSendingDocumentSendingPreviewUnreachableBuyer(TypedDict):
    name: str | None


class PreviewDocumentSendingDocumentSendingPreviewUnreachable(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    number: str | None
    buyer: PreviewDocumentSendingDocumentSendingPreviewUnreachableBuyer


class PreviewDocumentSendingDocumentSendingPreview(TypedDict):
    count: int
    readyCount: int
    unreachableCount: int
    unissued: int
    sentBefore: int
    unreachable: list[PreviewDocumentSendingDocumentSendingPreviewUnreachable]


class PreviewDocumentSending(TypedDict):
    documentSendingPreview: PreviewDocumentSendingDocumentSendingPreview


preview_document_sending: Operation[PreviewDocumentSending] = load("billing/preview_document_sending")
