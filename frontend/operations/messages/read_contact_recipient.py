"""What read_contact_recipient.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadContactRecipientVariables(TypedDict):
    id: str


class ReadContactRecipientViewer(TypedDict):
    cursor: str | None


class ReadContactRecipientContactEmails(TypedDict):
    address: str
    kind: Literal["MAIN", "HOME", "WORK", "OTHER"]


class ReadContactRecipientContact(TypedDict):
    emails: list[ReadContactRecipientContactEmails]


class ReadContactRecipient(TypedDict):
    viewer: ReadContactRecipientViewer | None
    contact: ReadContactRecipientContact | None


read_contact_recipient: Operation[ReadContactRecipient] = load("messages/read_contact_recipient")
