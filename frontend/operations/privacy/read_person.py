"""What read_person.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadPersonVariables(TypedDict):
    id: str


class ReadPersonContactPrimaryEmail(TypedDict):
    address: str


class ReadPersonContactPrimaryPhone(TypedDict):
    number: str


class ReadPersonContact(TypedDict):
    id: str
    displayName: str
    givenName: str | None
    familyName: str | None
    primaryEmail: ReadPersonContactPrimaryEmail | None
    primaryPhone: ReadPersonContactPrimaryPhone | None


class ReadPerson(TypedDict):
    contact: ReadPersonContact | None


read_person: Operation[ReadPerson] = load("privacy/read_person")
