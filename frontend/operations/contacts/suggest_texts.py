"""What suggest_texts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class SuggestTextsVariables(TypedDict):
    field: Literal["COMPANY", "POSITION", "CITY"]
    startsWith: str


class SuggestTexts(TypedDict):
    contactSuggestions: list[str]


suggest_texts: Operation[SuggestTexts] = load("contacts/suggest_texts")
