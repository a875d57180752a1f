"""What read_thread_recipient.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadThreadRecipientVariables(TypedDict):
    id: str


class ReadThreadRecipientThread(TypedDict):
    address: str | None


class ReadThreadRecipient(TypedDict):
    thread: ReadThreadRecipientThread | None


read_thread_recipient: Operation[ReadThreadRecipient] = load("messages/read_thread_recipient")
