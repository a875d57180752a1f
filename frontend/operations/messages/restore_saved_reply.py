"""What restore_saved_reply.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreSavedReplyInput(TypedDict):
    id: str


class RestoreSavedReplyVariables(TypedDict):
    input: RestoreSavedReplyInput


class RestoreSavedReplyRestoreSavedReplySavedReply(TypedDict):
    id: str
    name: str
    subject: str | None
    html: str
    version: int


class RestoreSavedReplyRestoreSavedReplyErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreSavedReplyRestoreSavedReplyErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreSavedReplyRestoreSavedReplyErrorsParameters]


class RestoreSavedReplyRestoreSavedReply(TypedDict):
    savedReply: RestoreSavedReplyRestoreSavedReplySavedReply | None
    errors: list[RestoreSavedReplyRestoreSavedReplyErrors]


class RestoreSavedReply(TypedDict):
    restoreSavedReply: RestoreSavedReplyRestoreSavedReply | None


restore_saved_reply: Operation[RestoreSavedReply] = load("messages/restore_saved_reply")
