"""What read_consents.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadConsentsVariables(TypedDict):
    id: str


class ReadConsentsContactEmailsConsentHistory(TypedDict):
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]
    since: str | None
    recordedAt: str
    source: Literal["HAND", "API", "IMPORT", "GOOGLE", "LEAD", "FORM", "BULK", "LINK", "MERGE", "UNDO", "SYSTEM", "UNKNOWN"]
    actorName: str
    proof: str
    client: str


class ReadConsentsContactEmails(TypedDict):
    id: str
    bouncedAt: str | None
    consentHistory: list[ReadConsentsContactEmailsConsentHistory]


class ReadConsentsContact(TypedDict):
    id: str
    emails: list[ReadConsentsContactEmails]


class ReadConsents(TypedDict):
    contact: ReadConsentsContact | None


read_consents: Operation[ReadConsents] = load("contacts/read_consents")
