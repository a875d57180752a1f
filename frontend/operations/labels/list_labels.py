"""What list_labels.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListLabelsVariables(TypedDict):
    search: NotRequired[str | None]


class ListLabelsLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    version: int
    contactCount: int


class ListLabels(TypedDict):
    labels: list[ListLabelsLabels]


list_labels: Operation[ListLabels] = load("labels/list_labels")
