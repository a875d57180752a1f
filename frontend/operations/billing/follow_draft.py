"""What follow_draft.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowDraftVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class FollowDraftBillingDocumentChangedChanged(TypedDict):
    id: str
    version: int
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]


class FollowDraftBillingDocumentChanged(TypedDict):
    cursor: str
    changed: list[FollowDraftBillingDocumentChangedChanged]
    gone: list[str]


class FollowDraft(TypedDict):
    billingDocumentChanged: FollowDraftBillingDocumentChanged


follow_draft: Operation[FollowDraft] = load("billing/follow_draft")
