"""What restore_recurring_draft.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import RestoreBillingDraftInput


class RestoreRecurringDraftVariables(TypedDict):
    input: RestoreBillingDraftInput


class RestoreRecurringDraftRestoreBillingDraftDocument(TypedDict):
    id: str


class RestoreRecurringDraftRestoreBillingDraftErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreRecurringDraftRestoreBillingDraftErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreRecurringDraftRestoreBillingDraftErrorsParameters]


class RestoreRecurringDraftRestoreBillingDraft(TypedDict):
    document: RestoreRecurringDraftRestoreBillingDraftDocument | None
    errors: list[RestoreRecurringDraftRestoreBillingDraftErrors]


class RestoreRecurringDraft(TypedDict):
    restoreBillingDraft: RestoreRecurringDraftRestoreBillingDraft | None


restore_recurring_draft: Operation[RestoreRecurringDraft] = load("recurring/restore_recurring_draft")
