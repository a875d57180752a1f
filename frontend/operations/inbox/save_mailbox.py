"""What save_mailbox.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import MailboxSettings


class SaveMailboxInput(TypedDict):
    version: NotRequired[int | None]
    settings: MailboxSettings


class SaveMailboxVariables(TypedDict):
    input: SaveMailboxInput


class SaveMailboxSaveMailboxMailboxSmtp(TypedDict):
    host: str
    port: int
    security: Literal["TLS", "STARTTLS", "NONE"]
    user: str | None
    hasPassword: bool


class SaveMailboxSaveMailboxMailboxImap(TypedDict):
    host: str
    port: int
    security: Literal["TLS", "STARTTLS", "NONE"]
    user: str | None
    hasPassword: bool


class SaveMailboxSaveMailboxMailboxSetAside(TypedDict):
    fromAddress: str
    subject: str
    writtenAt: str | None
    at: str


class SaveMailboxSaveMailboxMailbox(TypedDict):
    id: str
    version: int
    fromName: str
    fromAddress: str
    smtp: SaveMailboxSaveMailboxMailboxSmtp | None
    imap: SaveMailboxSaveMailboxMailboxImap | None
    imapFolder: str
    unknownSenders: Literal["IGNORE", "KEEP"]
    readAt: str | None
    readProblem: str | None
    readDetail: str | None
    sendProblem: str | None
    sendDetail: str | None
    setAside: list[SaveMailboxSaveMailboxMailboxSetAside]


class SaveMailboxSaveMailboxErrorsParameters(TypedDict):
    name: str
    value: str


class SaveMailboxSaveMailboxErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SaveMailboxSaveMailboxErrorsParameters]


class SaveMailboxSaveMailbox(TypedDict):
    mailbox: SaveMailboxSaveMailboxMailbox | None
    errors: list[SaveMailboxSaveMailboxErrors]


class SaveMailbox(TypedDict):
    saveMailbox: SaveMailboxSaveMailbox | None


save_mailbox: Operation[SaveMailbox] = load("inbox/save_mailbox")
