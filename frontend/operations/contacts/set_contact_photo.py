"""What set_contact_photo.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class SetContactPhotoInput(TypedDict):
    contactId: str
    version: int
    uploadId: str


class SetContactPhotoVariables(TypedDict):
    input: SetContactPhotoInput


class SetContactPhotoSetContactPhotoContact(TypedDict):
    id: str
    version: int
    photoUrl: str | None


class SetContactPhotoSetContactPhotoErrorsParameters(TypedDict):
    name: str
    value: str


class SetContactPhotoSetContactPhotoErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SetContactPhotoSetContactPhotoErrorsParameters]


class SetContactPhotoSetContactPhoto(TypedDict):
    contact: SetContactPhotoSetContactPhotoContact | None
    cursor: str | None
    errors: list[SetContactPhotoSetContactPhotoErrors]


class SetContactPhoto(TypedDict):
    setContactPhoto: SetContactPhotoSetContactPhoto | None


set_contact_photo: Operation[SetContactPhoto] = load("contacts/set_contact_photo")
