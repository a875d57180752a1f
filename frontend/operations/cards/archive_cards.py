"""What archive_cards.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ArchiveCardsInput(TypedDict):
    ids: list[str]


class ArchiveCardsVariables(TypedDict):
    input: ArchiveCardsInput


class ArchiveCardsArchiveCardsErrorsParameters(TypedDict):
    name: str
    value: str


class ArchiveCardsArchiveCardsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ArchiveCardsArchiveCardsErrorsParameters]


class ArchiveCardsArchiveCards(TypedDict):
    errors: list[ArchiveCardsArchiveCardsErrors]


class ArchiveCards(TypedDict):
    archiveCards: ArchiveCardsArchiveCards | None


archive_cards: Operation[ArchiveCards] = load("cards/archive_cards")
