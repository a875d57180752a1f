"""What discard_file_upload.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DiscardFileUploadInput(TypedDict):
    uploadId: str


class DiscardFileUploadVariables(TypedDict):
    input: DiscardFileUploadInput


class DiscardFileUploadDiscardFileUploadErrorsParameters(TypedDict):
    name: str
    value: str


class DiscardFileUploadDiscardFileUploadErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DiscardFileUploadDiscardFileUploadErrorsParameters]


class DiscardFileUploadDiscardFileUpload(TypedDict):
    uploadId: str | None
    errors: list[DiscardFileUploadDiscardFileUploadErrors]


class DiscardFileUpload(TypedDict):
    discardFileUpload: DiscardFileUploadDiscardFileUpload | None


discard_file_upload: Operation[DiscardFileUpload] = load("attachments/discard_file_upload")
