"""What document_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class DocumentChangedVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class DocumentChangedBillingDocumentChanged(TypedDict):
    cursor: str
    reset: bool
    gone: list[str]


class DocumentChanged(TypedDict):
    billingDocumentChanged: DocumentChangedBillingDocumentChanged


document_changed: Operation[DocumentChanged] = load("billing/document_changed")
