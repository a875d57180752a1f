"""What look_at_board.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class LookAtBoardVariables(TypedDict):
    workflowId: str


class LookAtBoardLookAtBoard(TypedDict):
    cursor: str


class LookAtBoard(TypedDict):
    lookAtBoard: LookAtBoardLookAtBoard


look_at_board: Operation[LookAtBoard] = load("workflows/look_at_board")
