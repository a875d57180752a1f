"""What send_document.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class SendBillingDocumentInput(TypedDict):
    id: str
    to: NotRequired[str | None]
    kind: NotRequired[Literal["QUOTE", "INVOICE", "CREDIT_NOTE", "REMINDER", "OVERDUE"] | None]
    subject: NotRequired[str | None]
    message: NotRequired[str | None]
    copyToMe: bool
    idempotencyKey: NotRequired[str | None]


class SendDocumentVariables(TypedDict):
    input: SendBillingDocumentInput


class SendDocumentSendBillingDocumentDocument(TypedDict):
    id: str


class SendDocumentSendBillingDocumentErrorsParameters(TypedDict):
    name: str
    value: str


class SendDocumentSendBillingDocumentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SendDocumentSendBillingDocumentErrorsParameters]


class SendDocumentSendBillingDocument(TypedDict):
    document: SendDocumentSendBillingDocumentDocument | None
    errors: list[SendDocumentSendBillingDocumentErrors]


class SendDocument(TypedDict):
    sendBillingDocument: SendDocumentSendBillingDocument | None


send_document: Operation[SendDocument] = load("billing/send_document")
