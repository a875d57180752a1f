"""What delete_draft.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import DeleteBillingDraftInput


class DeleteDraftVariables(TypedDict):
    input: DeleteBillingDraftInput


class DeleteDraftDeleteBillingDraftErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteDraftDeleteBillingDraftErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteDraftDeleteBillingDraftErrorsParameters]


class DeleteDraftDeleteBillingDraft(TypedDict):
    deletedId: str | None
    errors: list[DeleteDraftDeleteBillingDraftErrors]


class DeleteDraft(TypedDict):
    deleteBillingDraft: DeleteDraftDeleteBillingDraft | None


delete_draft: Operation[DeleteDraft] = load("billing/delete_draft")
