"""The lines of a text, each of bounded length, with room to step back."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from functools import lru_cache
from typing import TextIO

MAX_ROW_CHARACTERS = 128 * 1024
"""Longest row read, quoted line breaks included. Not above the csv module's limit for one
cell, so that limit is never met and never has to be changed for the whole process."""

_DISCARD_CHARACTERS = 1024 * 1024
_BLOCK_CHARACTERS = 64 * 1024
_ENDS = ("\n", "\r")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


class Lines:
    """Reads physical lines with their line ends; ``""`` is the end of the text.

    A line longer than ``MAX_ROW_CHARACTERS`` comes back cut, and ``cut`` is then true; what
    was cut off is skipped without being kept.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._ahead: deque[str] = deque()
        self._block, self._at = "", 0
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

    def skip_blank(self, separator: str) -> int:
        """Pass over the lines from here on that are nothing but white space and separators, as the
        one before was; return how many.

        A spreadsheet may write a million of them below its table: one by one they take minutes.
        """
        if self._ahead:
            return 0
        skipped, blank = 0, _blank_lines(separator)
        while self._fill_block():
            found = blank.match(self._block, self._at)
            end = self._at if found is None else found.end()
            skipped += _count_lines(self._block, self._at, end)
            self._at = end
            if end < len(self._block):
                break
        self.number += skipped
        return skipped

    def _fill_block(self) -> bool:
        """Have text in the block that is read already; False at the end of the file."""
        if self._at == len(self._block):
            self._block, self._at = self._text.read(_BLOCK_CHARACTERS), 0
            if self._block.endswith("\r"):  # half of a line's end, maybe
                self._block += self._text.read(1)
        return bool(self._block)

    def _read_text(self) -> str:
        line = self._read_line(MAX_ROW_CHARACTERS + 1)
        if not self._started:
            self._started = True
            line = line.removeprefix("\ufeff") or self._read_line(MAX_ROW_CHARACTERS + 1)
        if len(line) > MAX_ROW_CHARACTERS and not line.endswith(_ENDS):
            rest = line
            while rest and not rest.endswith(_ENDS):
                rest = self._read_line(_DISCARD_CHARACTERS)
        return line

    def _read_line(self, limit: int) -> str:
        if self._at == len(self._block):
            return self._text.readline(limit)
        found = _LINE.match(self._block, self._at, self._at + limit)
        line = "" if found is None else found[0]
        self._at += len(line)
        if len(line) < limit and not line.endswith(_ENDS):
            line += self._text.readline(limit - len(line))
        return line


@lru_cache(maxsize=8)
def _blank_lines(separator: str) -> re.Pattern[str]:
    """Return what matches lines with nothing in them, whole ones only."""
    space = " \t".replace(separator, "")
    cell, end = f'(?:""|[{space}]*)', re.escape(separator)
    return re.compile(rf"(?:{cell}(?:{end}{cell})*[\r\n]+)*")


def _count_lines(text: str, start: int, end: int) -> int:
    """Return how many lines end in a part of a text, however they do."""
    returns = text.count("\r", start, end)
    return text.count("\n", start, end) + returns - text.count("\r\n", start, end)
