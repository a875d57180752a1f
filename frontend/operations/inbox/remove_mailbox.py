"""What remove_mailbox.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RemoveMailboxInput(TypedDict):
    version: int


class RemoveMailboxVariables(TypedDict):
    input: RemoveMailboxInput


class RemoveMailboxRemoveMailboxErrorsParameters(TypedDict):
    name: str
    value: str


class RemoveMailboxRemoveMailboxErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RemoveMailboxRemoveMailboxErrorsParameters]


class RemoveMailboxRemoveMailbox(TypedDict):
    cursor: str | None
    errors: list[RemoveMailboxRemoveMailboxErrors]


class RemoveMailbox(TypedDict):
    removeMailbox: RemoveMailboxRemoveMailbox | None


remove_mailbox: Operation[RemoveMailbox] = load("inbox/remove_mailbox")
