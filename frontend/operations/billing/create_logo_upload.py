"""What create_logo_upload.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class CreateLogoUploadVariables(TypedDict):
    pass


class CreateLogoUploadCreateLogoUploadErrorsParameters(TypedDict):
    name: str
    value: str


class CreateLogoUploadCreateLogoUploadErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateLogoUploadCreateLogoUploadErrorsParameters]


class CreateLogoUploadCreateLogoUpload(TypedDict):
    url: str | None
    errors: list[CreateLogoUploadCreateLogoUploadErrors]


class CreateLogoUpload(TypedDict):
    createLogoUpload: CreateLogoUploadCreateLogoUpload | None


create_logo_upload: Operation[CreateLogoUpload] = load("billing/create_logo_upload")
