"""What restore_draft.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import RestoreBillingDraftInput


class RestoreDraftVariables(TypedDict):
    input: RestoreBillingDraftInput


class RestoreDraftRestoreBillingDraftDocument(TypedDict):
    id: str


class RestoreDraftRestoreBillingDraftErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreDraftRestoreBillingDraftErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreDraftRestoreBillingDraftErrorsParameters]


class RestoreDraftRestoreBillingDraft(TypedDict):
    document: RestoreDraftRestoreBillingDraftDocument | None
    errors: list[RestoreDraftRestoreBillingDraftErrors]


class RestoreDraft(TypedDict):
    restoreBillingDraft: RestoreDraftRestoreBillingDraft | None


restore_draft: Operation[RestoreDraft] = load("billing/restore_draft")
