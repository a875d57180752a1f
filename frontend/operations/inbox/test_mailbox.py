"""What test_mailbox.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import MailboxSettings


class TestMailboxInput(TypedDict):
    settings: MailboxSettings


class TestMailboxVariables(TypedDict):
    input: TestMailboxInput


class TestMailboxTestMailboxSmtp(TypedDict):
    problem: str | None
    detail: str | None


class TestMailboxTestMailboxImap(TypedDict):
    problem: str | None
    detail: str | None


class TestMailboxTestMailboxErrorsParameters(TypedDict):
    name: str
    value: str


class TestMailboxTestMailboxErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[TestMailboxTestMailboxErrorsParameters]


class TestMailboxTestMailbox(TypedDict):
    smtp: TestMailboxTestMailboxSmtp | None
    imap: TestMailboxTestMailboxImap | None
    errors: list[TestMailboxTestMailboxErrors]


class TestMailbox(TypedDict):
    testMailbox: TestMailboxTestMailbox | None


test_mailbox: Operation[TestMailbox] = load("inbox/test_mailbox")
