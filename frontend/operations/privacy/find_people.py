"""What find_people.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class FindPeopleVariables(TypedDict):
    name: NotRequired[str | None]
    email: NotRequired[str | None]
    phone: NotRequired[str | None]


class FindPeoplePrivacyRequestMatchesContactEmails(TypedDict):
    address: str


class FindPeoplePrivacyRequestMatchesContactPhones(TypedDict):
    number: str


class FindPeoplePrivacyRequestMatchesContact(TypedDict):
    id: str
    displayName: str
    company: str | None
    deletedAt: str | None
    photoUrl: str | None
    emails: list[FindPeoplePrivacyRequestMatchesContactEmails]
    phones: list[FindPeoplePrivacyRequestMatchesContactPhones]


class FindPeoplePrivacyRequestMatches(TypedDict):
    reasons: list[Literal["EMAIL", "PHONE", "NAME"]]
    contact: FindPeoplePrivacyRequestMatchesContact


class FindPeople(TypedDict):
    privacyRequestMatches: list[FindPeoplePrivacyRequestMatches]


find_people: Operation[FindPeople] = load("privacy/find_people")
