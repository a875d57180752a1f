"""What list_attachments.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ListAttachmentsVariables(TypedDict):
    contactId: str
    first: int


class ListAttachmentsAttachmentsEdgesNode(TypedDict):
    id: str
    name: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int
    createdAt: str
    createdBy: str


class ListAttachmentsAttachmentsEdges(TypedDict):
    node: ListAttachmentsAttachmentsEdgesNode


class ListAttachmentsAttachments(TypedDict):
    totalCount: int
    edges: list[ListAttachmentsAttachmentsEdges]


class ListAttachmentsFileUsage(TypedDict):
    usedMb: int
    maximumMb: int


class ListAttachments(TypedDict):
    attachments: ListAttachmentsAttachments
    fileUsage: ListAttachmentsFileUsage


list_attachments: Operation[ListAttachments] = load("attachments/list_attachments")
