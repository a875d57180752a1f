"""What update_saved_reply.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class UpdateSavedReplyInput(TypedDict):
    id: str
    version: int
    name: str
    subject: NotRequired[str | None]
    html: str


class UpdateSavedReplyVariables(TypedDict):
    input: UpdateSavedReplyInput


class UpdateSavedReplyUpdateSavedReplySavedReply(TypedDict):
    id: str
    name: str
    subject: str | None
    html: str
    version: int


class UpdateSavedReplyUpdateSavedReplyErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateSavedReplyUpdateSavedReplyErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateSavedReplyUpdateSavedReplyErrorsParameters]


class UpdateSavedReplyUpdateSavedReply(TypedDict):
    savedReply: UpdateSavedReplyUpdateSavedReplySavedReply | None
    errors: list[UpdateSavedReplyUpdateSavedReplyErrors]


class UpdateSavedReply(TypedDict):
    updateSavedReply: UpdateSavedReplyUpdateSavedReply | None


update_saved_reply: Operation[UpdateSavedReply] = load("messages/update_saved_reply")
