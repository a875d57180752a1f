"""What remove_contact_photo.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RemoveContactPhotoInput(TypedDict):
    contactId: str
    version: int


class RemoveContactPhotoVariables(TypedDict):
    input: RemoveContactPhotoInput


class RemoveContactPhotoRemoveContactPhotoContact(TypedDict):
    id: str
    version: int
    photoUrl: str | None


class RemoveContactPhotoRemoveContactPhotoErrorsParameters(TypedDict):
    name: str
    value: str


class RemoveContactPhotoRemoveContactPhotoErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RemoveContactPhotoRemoveContactPhotoErrorsParameters]


class RemoveContactPhotoRemoveContactPhoto(TypedDict):
    contact: RemoveContactPhotoRemoveContactPhotoContact | None
    cursor: str | None
    errors: list[RemoveContactPhotoRemoveContactPhotoErrors]


class RemoveContactPhoto(TypedDict):
    removeContactPhoto: RemoveContactPhotoRemoveContactPhoto | None


remove_contact_photo: Operation[RemoveContactPhoto] = load("contacts/remove_contact_photo")
