"""What read_attachment.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ReadAttachmentVariables(TypedDict):
    id: str


class ReadAttachmentNode(TypedDict):
    id: NotRequired[str]
    name: NotRequired[str]
    kind: NotRequired[Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]]
    sizeBytes: NotRequired[int]
    downloadUrl: NotRequired[str]
    viewUrl: NotRequired[str | None]


class ReadAttachment(TypedDict):
    node: ReadAttachmentNode | None


read_attachment: Operation[ReadAttachment] = load("attachments/read_attachment")
