"""What delete_saved_reply.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteSavedReplyInput(TypedDict):
    id: str


class DeleteSavedReplyVariables(TypedDict):
    input: DeleteSavedReplyInput


class DeleteSavedReplyDeleteSavedReplyErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteSavedReplyDeleteSavedReplyErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteSavedReplyDeleteSavedReplyErrorsParameters]


class DeleteSavedReplyDeleteSavedReply(TypedDict):
    deletedId: str | None
    errors: list[DeleteSavedReplyDeleteSavedReplyErrors]


class DeleteSavedReply(TypedDict):
    deleteSavedReply: DeleteSavedReplyDeleteSavedReply | None


delete_saved_reply: Operation[DeleteSavedReply] = load("messages/delete_saved_reply")
