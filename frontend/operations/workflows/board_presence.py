"""What board_presence.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class BoardPresenceVariables(TypedDict):
    workflowId: str


class BoardPresenceBoardPresenceViewers(TypedDict):
    id: str
    name: str
    cardId: str | None


class BoardPresenceBoardPresence(TypedDict):
    cursor: str
    viewers: list[BoardPresenceBoardPresenceViewers]


class BoardPresence(TypedDict):
    boardPresence: BoardPresenceBoardPresence


board_presence: Operation[BoardPresence] = load("workflows/board_presence")
