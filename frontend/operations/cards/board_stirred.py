"""What board_stirred.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class BoardStirredVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class BoardStirredBoardChanged(TypedDict):
    cursor: str


class BoardStirred(TypedDict):
    boardChanged: BoardStirredBoardChanged


board_stirred: Operation[BoardStirred] = load("cards/board_stirred")
