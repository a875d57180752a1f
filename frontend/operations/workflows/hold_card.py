"""What hold_card.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class HoldCardInput(TypedDict):
    workflowId: str
    cardId: NotRequired[str | None]


class HoldCardVariables(TypedDict):
    input: HoldCardInput


class HoldCardHoldCardErrorsParameters(TypedDict):
    name: str
    value: str


class HoldCardHoldCardErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[HoldCardHoldCardErrorsParameters]


class HoldCardHoldCard(TypedDict):
    errors: list[HoldCardHoldCardErrors]


class HoldCard(TypedDict):
    holdCard: HoldCardHoldCard | None


hold_card: Operation[HoldCard] = load("workflows/hold_card")
