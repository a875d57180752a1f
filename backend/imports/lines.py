"""The lines of a text, each of bounded length, with room to step back."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TextIO

MAX_ROW_CHARACTERS = 128 * 1024
"""Longest row read, quoted line breaks included. Not above the csv module's limit for one
cell, so that limit is never met and never has to be changed for the whole process."""

_DISCARD_CHARACTERS = 1024 * 1024


class Lines:
    """Reads physical lines with their line ends; ``""`` is the end of the text.

    A line longer than ``MAX_ROW_CHARACTERS`` comes back cut, and ``cut`` is then true; what
    was cut off is skipped without being kept.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._ahead: deque[str] = deque()
        self._started = False
        self.number = 0
        self.cut = False

    def read(self) -> str:
        """Return the next line."""
        line = self._ahead.popleft() if self._ahead else self._read_text()
        if line:
            self.number += 1
            self.cut = len(line) > MAX_ROW_CHARACTERS
        return line

    def push_back(self, lines: Iterable[str]) -> None:
        """Give lines back, in their order, to be read again."""
        returned = list(lines)
        self._ahead.extendleft(reversed(returned))
        self.number -= len(returned)

    def _read_text(self) -> str:
        line = self._text.readline(MAX_ROW_CHARACTERS + 1)
        if not self._started:
            self._started = True
            line = line.removeprefix("\ufeff") or self._text.readline(MAX_ROW_CHARACTERS + 1)
        if len(line) > MAX_ROW_CHARACTERS and not line.endswith(("\n", "\r")):
            rest = line
            while rest and not rest.endswith(("\n", "\r")):
                rest = self._text.readline(_DISCARD_CHARACTERS)
        return line
