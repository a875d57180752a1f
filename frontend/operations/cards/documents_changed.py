"""What documents_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class DocumentsChangedVariables(TypedDict):
    after: NotRequired[str | None]


class DocumentsChangedBillingDocumentsChangedChanged(TypedDict):
    id: str


class DocumentsChangedBillingDocumentsChanged(TypedDict):
    cursor: str
    reset: bool
    changed: list[DocumentsChangedBillingDocumentsChangedChanged]
    gone: list[str]


class DocumentsChanged(TypedDict):
    billingDocumentsChanged: DocumentsChangedBillingDocumentsChanged


documents_changed: Operation[DocumentsChanged] = load("cards/documents_changed")
