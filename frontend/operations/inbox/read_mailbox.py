"""What read_mailbox.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadMailboxVariables(TypedDict):
    pass


class ReadMailboxMailboxSmtp(TypedDict):
    host: str
    port: int
    security: Literal["TLS", "STARTTLS", "NONE"]
    user: str | None
    hasPassword: bool


class ReadMailboxMailboxImap(TypedDict):
    host: str
    port: int
    security: Literal["TLS", "STARTTLS", "NONE"]
    user: str | None
    hasPassword: bool


class ReadMailboxMailboxSetAside(TypedDict):
    fromAddress: str
    subject: str
    writtenAt: str | None
    at: str


class ReadMailboxMailbox(TypedDict):
    id: str
    version: int
    fromName: str
    fromAddress: str
    smtp: ReadMailboxMailboxSmtp | None
    imap: ReadMailboxMailboxImap | None
    imapFolder: str
    unknownSenders: Literal["IGNORE", "KEEP"]
    readAt: str | None
    readProblem: str | None
    readDetail: str | None
    sendProblem: str | None
    sendDetail: str | None
    setAside: list[ReadMailboxMailboxSetAside]


class ReadMailbox(TypedDict):
    mailbox: ReadMailboxMailbox | None


read_mailbox: Operation[ReadMailbox] = load("inbox/read_mailbox")
