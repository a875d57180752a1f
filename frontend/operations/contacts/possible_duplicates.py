"""What possible_duplicates.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class PossibleDuplicatesInput(TypedDict):
    emails: list[str]
    phones: list[str]
    givenName: NotRequired[str | None]
    familyName: NotRequired[str | None]
    excludeId: NotRequired[str | None]


class PossibleDuplicatesVariables(TypedDict):
    input: PossibleDuplicatesInput


class PossibleDuplicatesPossibleDuplicatesContactPrimaryEmail(TypedDict):
    address: str


class PossibleDuplicatesPossibleDuplicatesContact(TypedDict):
    id: str
    displayName: str
    company: str | None
    primaryEmail: PossibleDuplicatesPossibleDuplicatesContactPrimaryEmail | None


class PossibleDuplicatesPossibleDuplicates(TypedDict):
    reason: Literal["EMAIL", "PHONE", "NAME"]
    contact: PossibleDuplicatesPossibleDuplicatesContact


class PossibleDuplicates(TypedDict):
    possibleDuplicates: list[PossibleDuplicatesPossibleDuplicates]


possible_duplicates: Operation[PossibleDuplicates] = load("contacts/possible_duplicates")
