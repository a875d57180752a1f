"""What void_document.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class VoidBillingDocumentInput(TypedDict):
    id: str
    version: int


class VoidDocumentVariables(TypedDict):
    input: VoidBillingDocumentInput


class VoidDocumentVoidBillingDocumentDocument(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    version: int


class VoidDocumentVoidBillingDocumentErrorsParameters(TypedDict):
    name: str
    value: str


class VoidDocumentVoidBillingDocumentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[VoidDocumentVoidBillingDocumentErrorsParameters]


class VoidDocumentVoidBillingDocument(TypedDict):
    document: VoidDocumentVoidBillingDocumentDocument | None
    errors: list[VoidDocumentVoidBillingDocumentErrors]


class VoidDocument(TypedDict):
    voidBillingDocument: VoidDocumentVoidBillingDocument | None


void_document: Operation[VoidDocument] = load("billing/void_document")
