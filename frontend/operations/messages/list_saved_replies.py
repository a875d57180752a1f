"""What list_saved_replies.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ListSavedRepliesVariables(TypedDict):
    pass


class ListSavedRepliesSavedReplies(TypedDict):
    id: str
    name: str
    subject: str | None
    html: str
    version: int


class ListSavedReplies(TypedDict):
    savedReplies: list[ListSavedRepliesSavedReplies]


list_saved_replies: Operation[ListSavedReplies] = load("messages/list_saved_replies")
