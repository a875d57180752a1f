"""What delete_attachments.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteAttachmentsInput(TypedDict):
    ids: list[str]


class DeleteAttachmentsVariables(TypedDict):
    input: DeleteAttachmentsInput


class DeleteAttachmentsDeleteAttachmentsErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteAttachmentsDeleteAttachmentsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteAttachmentsDeleteAttachmentsErrorsParameters]


class DeleteAttachmentsDeleteAttachments(TypedDict):
    deletedIds: list[str]
    errors: list[DeleteAttachmentsDeleteAttachmentsErrors]


class DeleteAttachments(TypedDict):
    deleteAttachments: DeleteAttachmentsDeleteAttachments | None


delete_attachments: Operation[DeleteAttachments] = load("attachments/delete_attachments")
