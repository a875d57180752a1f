"""What restore_attachments.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreAttachmentsInput(TypedDict):
    ids: list[str]


class RestoreAttachmentsVariables(TypedDict):
    input: RestoreAttachmentsInput


class RestoreAttachmentsRestoreAttachmentsAttachments(TypedDict):
    id: str


class RestoreAttachmentsRestoreAttachmentsErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreAttachmentsRestoreAttachmentsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreAttachmentsRestoreAttachmentsErrorsParameters]


class RestoreAttachmentsRestoreAttachments(TypedDict):
    attachments: list[RestoreAttachmentsRestoreAttachmentsAttachments]
    errors: list[RestoreAttachmentsRestoreAttachmentsErrors]


class RestoreAttachments(TypedDict):
    restoreAttachments: RestoreAttachmentsRestoreAttachments | None


restore_attachments: Operation[RestoreAttachments] = load("attachments/restore_attachments")
