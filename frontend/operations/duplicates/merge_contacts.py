"""What merge_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class MergeContactsInput(TypedDict):
    keptId: str
    keptVersion: int
    otherId: str
    otherVersion: int
    takeFromOther: list[Literal["GIVEN_NAME", "FAMILY_NAME", "COMPANY", "POSITION", "PHOTO"]]
    takeCustomFieldsFromOther: list[str]
    idempotencyKey: NotRequired[str | None]


class MergeContactsVariables(TypedDict):
    input: MergeContactsInput


class MergeContactsMergeContactsContact(TypedDict):
    id: str
    displayName: str


class MergeContactsMergeContactsErrorsParameters(TypedDict):
    name: str
    value: str


class MergeContactsMergeContactsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[MergeContactsMergeContactsErrorsParameters]


class MergeContactsMergeContacts(TypedDict):
    contact: MergeContactsMergeContactsContact | None
    undo: str | None
    cursor: str | None
    errors: list[MergeContactsMergeContactsErrors]


class MergeContacts(TypedDict):
    mergeContacts: MergeContactsMergeContacts | None


merge_contacts: Operation[MergeContacts] = load("duplicates/merge_contacts")
