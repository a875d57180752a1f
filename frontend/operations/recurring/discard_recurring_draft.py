"""What discard_recurring_draft.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import DeleteBillingDraftInput


class DiscardRecurringDraftVariables(TypedDict):
    input: DeleteBillingDraftInput


class DiscardRecurringDraftDeleteBillingDraftErrorsParameters(TypedDict):
    name: str
    value: str


class DiscardRecurringDraftDeleteBillingDraftErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DiscardRecurringDraftDeleteBillingDraftErrorsParameters]


class DiscardRecurringDraftDeleteBillingDraft(TypedDict):
    deletedId: str | None
    errors: list[DiscardRecurringDraftDeleteBillingDraftErrors]


class DiscardRecurringDraft(TypedDict):
    deleteBillingDraft: DiscardRecurringDraftDeleteBillingDraft | None


discard_recurring_draft: Operation[DiscardRecurringDraft] = load("recurring/discard_recurring_draft")
