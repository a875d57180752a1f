"""What read_duplicate.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ReadDuplicateVariables(TypedDict):
    id: str


class ReadDuplicateNodeFirst(TypedDict):
    id: str
    createdAt: str


class ReadDuplicateNodeSecond(TypedDict):
    id: str
    createdAt: str


class ReadDuplicateNode(TypedDict):
    id: NotRequired[str]
    score: NotRequired[int]
    reasons: NotRequired[list[Literal["EMAIL", "PHONE", "COMPANY", "DOMAIN", "ADDRESS"]]]
    first: NotRequired[ReadDuplicateNodeFirst]
    second: NotRequired[ReadDuplicateNodeSecond]


class ReadDuplicate(TypedDict):
    node: ReadDuplicateNode | None


read_duplicate: Operation[ReadDuplicate] = load("duplicates/read_duplicate")
