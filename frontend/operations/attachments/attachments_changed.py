"""What attachments_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class AttachmentsChangedVariables(TypedDict):
    contactId: str
    after: NotRequired[str | None]


class AttachmentsChangedAttachmentsChanged(TypedDict):
    cursor: str
    reset: bool
    deleted: list[str]


class AttachmentsChanged(TypedDict):
    attachmentsChanged: AttachmentsChangedAttachmentsChanged


attachments_changed: Operation[AttachmentsChanged] = load("attachments/attachments_changed")
