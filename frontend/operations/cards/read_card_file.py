"""What read_card_file.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ReadCardFileVariables(TypedDict):
    id: str


class ReadCardFileNode(TypedDict):
    id: NotRequired[str]
    name: NotRequired[str]
    kind: NotRequired[Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]]
    sizeBytes: NotRequired[int]
    downloadUrl: NotRequired[str]
    viewUrl: NotRequired[str | None]


class ReadCardFile(TypedDict):
    node: ReadCardFileNode | None


read_card_file: Operation[ReadCardFile] = load("cards/read_card_file")
