"""What fill_reply.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class FillReplyVariables(TypedDict):
    id: str
    contactId: str


class FillReplyFilledReply(TypedDict):
    subject: str | None
    html: str


class FillReply(TypedDict):
    filledReply: FillReplyFilledReply | None


fill_reply: Operation[FillReply] = load("messages/fill_reply")
