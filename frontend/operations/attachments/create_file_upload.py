"""What create_file_upload.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class CreateFileUploadInput(TypedDict):
    idempotencyKey: NotRequired[str | None]
    filename: str
    sizeBytes: int


class CreateFileUploadVariables(TypedDict):
    input: CreateFileUploadInput


class CreateFileUploadCreateFileUploadUpload(TypedDict):
    uploadId: str
    uploadUrl: str
    filename: str


class CreateFileUploadCreateFileUploadErrorsParameters(TypedDict):
    name: str
    value: str


class CreateFileUploadCreateFileUploadErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateFileUploadCreateFileUploadErrorsParameters]


class CreateFileUploadCreateFileUpload(TypedDict):
    upload: CreateFileUploadCreateFileUploadUpload | None
    errors: list[CreateFileUploadCreateFileUploadErrors]


class CreateFileUpload(TypedDict):
    createFileUpload: CreateFileUploadCreateFileUpload | None


create_file_upload: Operation[CreateFileUpload] = load("attachments/create_file_upload")
