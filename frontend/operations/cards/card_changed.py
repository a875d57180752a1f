"""What card_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class CardChangedVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class CardChangedCardChangedCard(TypedDict):
    id: str


class CardChangedCardChanged(TypedDict):
    cursor: str
    card: CardChangedCardChangedCard | None


class CardChanged(TypedDict):
    cardChanged: CardChangedCardChanged


card_changed: Operation[CardChanged] = load("cards/card_changed")
