"""What read_message_files.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ReadMessageFilesVariables(TypedDict):
    id: str


class ReadMessageFilesNodeFiles(TypedDict):
    filename: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int
    downloadUrl: str
    viewUrl: str | None


class ReadMessageFilesNode(TypedDict):
    files: NotRequired[list[ReadMessageFilesNodeFiles]]


class ReadMessageFiles(TypedDict):
    node: ReadMessageFilesNode | None


read_message_files: Operation[ReadMessageFiles] = load("messages/read_message_files")
