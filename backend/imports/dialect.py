"""Find out which character separates the cells of a file.

``csv.Sniffer`` is not used: it fails on the ``sep=;`` line that Excel writes and reads, and
guesses letters as separators.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from contextlib import suppress

from backend.imports.errors import SeparatorInvalid
from backend.imports.lines import Lines

SEPARATORS = (",", ";", "\t", "|")
_SAMPLE_LINES = 40
_SAMPLE_CHARACTERS = 128 * 1024
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[,;]*\r?\n?', re.IGNORECASE | re.DOTALL)


def detect_separator(lines: Lines, separator: str | None = None) -> str:
    """Choose the separator: the given one, the ``sep=`` line's, or the one that fits best.

    Leaves ``lines`` at the header.

    Raises:
        SeparatorInvalid: ``separator`` cannot be one.
    """
    if separator is not None and not is_separator(separator):
        raise SeparatorInvalid
    sample = _peek(lines)
    declared = _SEPARATOR_LINE.fullmatch(sample[0]) if sample else None
    if declared and is_separator(declared[1]):
        lines.read()
        return separator or declared[1]
    return separator or _best_separator(sample)


def is_separator(text: str) -> bool:
    """Whether a text can separate cells: one character, and not one that words are made of."""
    return len(text) == 1 and not text.isalnum() and text not in '"\r\n \0.-_@+'


def _peek(lines: Lines) -> list[str]:
    sample: list[str] = []
    size = 0
    while len(sample) < _SAMPLE_LINES and size < _SAMPLE_CHARACTERS and (line := lines.read()):
        sample.append(line)
        size += len(line)
    lines.push_back(sample)
    return sample


def _best_separator(sample: Sequence[str]) -> str:
    return max(SEPARATORS, key=lambda separator: _fit(sample, separator))


def _fit(sample: Sequence[str], separator: str) -> tuple[bool, int]:
    """Rate a separator: rows as wide as the header first, then the header's width.

    ``max`` keeps the first of equals, so a file of one column is read with commas.
    """
    widths: list[int] = []
    with suppress(csv.Error):  # rate what could be read
        widths.extend(len(cells) for cells in csv.reader(sample, delimiter=separator) if cells)
    if not widths or widths[0] == 1:
        return (False, 0)
    header, *rows = widths
    alike = sum(width == header for width in rows)
    return (alike * 2 >= len(rows), header)
