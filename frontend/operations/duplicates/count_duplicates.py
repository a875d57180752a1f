"""What count_duplicates.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class CountDuplicatesVariables(TypedDict):
    pass


class CountDuplicatesDuplicatePairs(TypedDict):
    totalCount: int


class CountDuplicates(TypedDict):
    duplicatePairs: CountDuplicatesDuplicatePairs


count_duplicates: Operation[CountDuplicates] = load("duplicates/count_duplicates")
