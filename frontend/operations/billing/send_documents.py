"""What send_documents.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import DocumentSelectionInput


class SendBillingDocumentsInput(TypedDict):
    selection: DocumentSelectionInput
    reminds: bool
    unsent: bool
    idempotencyKey: NotRequired[str | None]


class SendDocumentsVariables(TypedDict):
    input: SendBillingDocumentsInput


class SendDocumentsSendBillingDocumentsSending(TypedDict):
    id: str


class SendDocumentsSendBillingDocumentsErrorsParameters(TypedDict):
    name: str
    value: str


class SendDocumentsSendBillingDocumentsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SendDocumentsSendBillingDocumentsErrorsParameters]


class SendDocumentsSendBillingDocuments(TypedDict):
    sending: SendDocumentsSendBillingDocumentsSending | None
    errors: list[SendDocumentsSendBillingDocumentsErrors]


class SendDocuments(TypedDict):
    sendBillingDocuments: SendDocumentsSendBillingDocuments | None


send_documents: Operation[SendDocuments] = load("billing/send_documents")
