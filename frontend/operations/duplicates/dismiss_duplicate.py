"""What dismiss_duplicate.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DismissDuplicateInput(TypedDict):
    id: str
    undo: bool


class DismissDuplicateVariables(TypedDict):
    input: DismissDuplicateInput


class DismissDuplicateDismissDuplicatePair(TypedDict):
    id: str


class DismissDuplicateDismissDuplicateErrorsParameters(TypedDict):
    name: str
    value: str


class DismissDuplicateDismissDuplicateErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DismissDuplicateDismissDuplicateErrorsParameters]


class DismissDuplicateDismissDuplicate(TypedDict):
    pair: DismissDuplicateDismissDuplicatePair | None
    cursor: str | None
    errors: list[DismissDuplicateDismissDuplicateErrors]


class DismissDuplicate(TypedDict):
    dismissDuplicate: DismissDuplicateDismissDuplicate | None


dismiss_duplicate: Operation[DismissDuplicate] = load("duplicates/dismiss_duplicate")
