"""What dismiss_set_aside_letters.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DismissSetAsideLettersInput(TypedDict):
    mailboxId: str


class DismissSetAsideLettersVariables(TypedDict):
    input: DismissSetAsideLettersInput


class DismissSetAsideLettersDismissSetAsideLettersErrorsParameters(TypedDict):
    name: str
    value: str


class DismissSetAsideLettersDismissSetAsideLettersErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DismissSetAsideLettersDismissSetAsideLettersErrorsParameters]


class DismissSetAsideLettersDismissSetAsideLetters(TypedDict):
    errors: list[DismissSetAsideLettersDismissSetAsideLettersErrors]


class DismissSetAsideLetters(TypedDict):
    dismissSetAsideLetters: DismissSetAsideLettersDismissSetAsideLetters | None


dismiss_set_aside_letters: Operation[DismissSetAsideLetters] = load("inbox/dismiss_set_aside_letters")
