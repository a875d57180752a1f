"""What read_sender.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadSenderVariables(TypedDict):
    pass


class ReadSenderMailbox(TypedDict):
    id: str


class ReadSender(TypedDict):
    mailbox: ReadSenderMailbox | None


read_sender: Operation[ReadSender] = load("messages/read_sender")
