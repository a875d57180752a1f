"""What issue_document.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class IssueBillingDocumentInput(TypedDict):
    id: str
    version: int


class IssueDocumentVariables(TypedDict):
    input: IssueBillingDocumentInput


class IssueDocumentIssueBillingDocumentDocument(TypedDict):
    id: str
    number: str | None
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]


class IssueDocumentIssueBillingDocumentErrorsParameters(TypedDict):
    name: str
    value: str


class IssueDocumentIssueBillingDocumentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[IssueDocumentIssueBillingDocumentErrorsParameters]


class IssueDocumentIssueBillingDocument(TypedDict):
    document: IssueDocumentIssueBillingDocumentDocument | None
    errors: list[IssueDocumentIssueBillingDocumentErrors]


class IssueDocument(TypedDict):
    issueBillingDocument: IssueDocumentIssueBillingDocument | None


issue_document: Operation[IssueDocument] = load("billing/issue_document")
