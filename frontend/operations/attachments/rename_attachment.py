"""What rename_attachment.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RenameAttachmentInput(TypedDict):
    id: str
    name: str


class RenameAttachmentVariables(TypedDict):
    input: RenameAttachmentInput


class RenameAttachmentRenameAttachmentAttachment(TypedDict):
    id: str
    name: str


class RenameAttachmentRenameAttachmentErrorsParameters(TypedDict):
    name: str
    value: str


class RenameAttachmentRenameAttachmentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RenameAttachmentRenameAttachmentErrorsParameters]


class RenameAttachmentRenameAttachment(TypedDict):
    attachment: RenameAttachmentRenameAttachmentAttachment | None
    errors: list[RenameAttachmentRenameAttachmentErrors]


class RenameAttachment(TypedDict):
    renameAttachment: RenameAttachmentRenameAttachment | None


rename_attachment: Operation[RenameAttachment] = load("attachments/rename_attachment")
