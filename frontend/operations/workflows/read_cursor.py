"""What read_cursor.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadCursorVariables(TypedDict):
    pass


class ReadCursorViewer(TypedDict):
    cursor: str | None


class ReadCursor(TypedDict):
    viewer: ReadCursorViewer | None


read_cursor: Operation[ReadCursor] = load("workflows/read_cursor")
