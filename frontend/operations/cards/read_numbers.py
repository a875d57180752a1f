"""What read_numbers.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadNumbersVariables(TypedDict):
    id: str


class ReadNumbersWorkflowSteps(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    kind: Literal["OPEN", "WON", "LOST"]


class ReadNumbersWorkflow(TypedDict):
    id: str
    name: str
    steps: list[ReadNumbersWorkflowSteps]


class ReadNumbersWorkflowNumbersStepsTotals(TypedDict):
    minor: int
    currency: str


class ReadNumbersWorkflowNumbersSteps(TypedDict):
    stepId: str
    cardCount: int
    totals: list[ReadNumbersWorkflowNumbersStepsTotals]
    reachedCount: int
    medianSeconds: float | None


class ReadNumbersWorkflowNumbersMonthsWon(TypedDict):
    minor: int
    currency: str


class ReadNumbersWorkflowNumbersMonthsLost(TypedDict):
    minor: int
    currency: str


class ReadNumbersWorkflowNumbersMonthsReasons(TypedDict):
    reason: str
    count: int


class ReadNumbersWorkflowNumbersMonths(TypedDict):
    month: str
    wonCount: int
    lostCount: int
    won: list[ReadNumbersWorkflowNumbersMonthsWon]
    lost: list[ReadNumbersWorkflowNumbersMonthsLost]
    reasons: list[ReadNumbersWorkflowNumbersMonthsReasons]


class ReadNumbersWorkflowNumbers(TypedDict):
    steps: list[ReadNumbersWorkflowNumbersSteps]
    months: list[ReadNumbersWorkflowNumbersMonths]


class ReadNumbers(TypedDict):
    workflow: ReadNumbersWorkflow | None
    workflowNumbers: ReadNumbersWorkflowNumbers | None


read_numbers: Operation[ReadNumbers] = load("cards/read_numbers")
