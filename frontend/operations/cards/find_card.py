"""What find_card.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class FindCardVariables(TypedDict):
    id: str


class FindCardNode(TypedDict):
    id: NotRequired[str]
    workflowId: NotRequired[str]


class FindCard(TypedDict):
    node: FindCardNode | None


find_card: Operation[FindCard] = load("cards/find_card")
