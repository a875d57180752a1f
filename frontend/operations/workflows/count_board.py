"""What count_board.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CardFilter


class CountBoardVariables(TypedDict):
    id: str
    filter: NotRequired[CardFilter | None]


class CountBoardWorkflowStepsTotals(TypedDict):
    minor: int
    currency: str


class CountBoardWorkflowSteps(TypedDict):
    id: str
    cardCount: int
    totals: list[CountBoardWorkflowStepsTotals]


class CountBoardWorkflow(TypedDict):
    id: str
    steps: list[CountBoardWorkflowSteps]


class CountBoard(TypedDict):
    workflow: CountBoardWorkflow | None


count_board: Operation[CountBoard] = load("workflows/count_board")
