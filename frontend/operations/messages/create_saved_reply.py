"""What create_saved_reply.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class CreateSavedReplyInput(TypedDict):
    name: str
    subject: NotRequired[str | None]
    html: str
    idempotencyKey: NotRequired[str | None]


class CreateSavedReplyVariables(TypedDict):
    input: CreateSavedReplyInput


class CreateSavedReplyCreateSavedReplySavedReply(TypedDict):
    id: str
    name: str
    subject: str | None
    html: str
    version: int


class CreateSavedReplyCreateSavedReplyErrorsParameters(TypedDict):
    name: str
    value: str


class CreateSavedReplyCreateSavedReplyErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateSavedReplyCreateSavedReplyErrorsParameters]


class CreateSavedReplyCreateSavedReply(TypedDict):
    savedReply: CreateSavedReplyCreateSavedReplySavedReply | None
    errors: list[CreateSavedReplyCreateSavedReplyErrors]


class CreateSavedReply(TypedDict):
    createSavedReply: CreateSavedReplyCreateSavedReply | None


create_saved_reply: Operation[CreateSavedReply] = load("messages/create_saved_reply")
