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
    id: str
    address: str
    kind: Literal["MAIN", "HOME", "WORK", "OTHER"]
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]


class ReadContactRecipientContact(TypedDict):
    displayName: str
    deletedAt: str | None
    emails: list[ReadContactRecipientContactEmails]


class ReadContactRecipientMailbox(TypedDict):
    fromName: str
    fromAddress: str


class ReadContactRecipient(TypedDict):
    viewer: ReadContactRecipientViewer | None
    contact: ReadContactRecipientContact | None
    mailbox: ReadContactRecipientMailbox | None


read_contact_recipient: Operation[ReadContactRecipient] = load("messages/read_contact_recipient")
