"""Signatures drawn by hand: coordinates in a field, and nothing else.

A text of strokes: ``12.30-13.31_80.20`` is a stroke of two points and a dot.
"""

from __future__ import annotations

import re

from backend.billing.limits import MAX_POINTS, MAX_STROKES, SIGNING_HEIGHT, SIGNING_WIDTH
from backend.core.errors import InvalidCharacters, TooLong

_STROKES = re.compile(r"\d{1,4}\.\d{1,4}(?:[-_]\d{1,4}\.\d{1,4})*")
_MARGIN = 8
_PEN = 5

Stroke = list[tuple[int, int]]


def clean_strokes(text: str | None) -> str | None:
    """Return a drawn signature, or None when nothing was drawn.

    Raises:
        TooLong: more strokes or points than a hand draws.
        InvalidCharacters: anything but points within the field.
    """
    if not text:
        return None
    path = ("signature",)
    if len(text) > 10 * MAX_POINTS or text.count("_") >= MAX_STROKES:
        raise TooLong(path, maximum=MAX_POINTS)
    if not text.isascii() or _STROKES.fullmatch(text) is None:
        raise InvalidCharacters(path)
    points = [point for stroke in strokes_of(text) for point in stroke]
    if len(points) > MAX_POINTS:
        raise TooLong(path, maximum=MAX_POINTS)
    if any(x > SIGNING_WIDTH or y > SIGNING_HEIGHT for x, y in points):
        raise InvalidCharacters(path)
    return text


def strokes_of(text: str) -> list[Stroke]:
    """Return the strokes of a signature that was checked."""
    return [[_point(each) for each in stroke.split("-")] for stroke in text.split("_")]


def _point(text: str) -> tuple[int, int]:
    x, _, y = text.partition(".")
    return int(x), int(y)


def drawn_signature(text: str) -> tuple[bytes, int, int]:
    """Return a signature as SVG, made of numbers alone, cut to what was drawn: width and height."""
    strokes = strokes_of(text)
    across = [x for stroke in strokes for x, _ in stroke]
    down = [y for stroke in strokes for _, y in stroke]
    left, top = min(across) - _MARGIN, min(down) - _MARGIN
    width, height = max(across) + _MARGIN - left, max(down) + _MARGIN - top
    lines = "".join(_line(stroke, left, top) for stroke in strokes)
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><path d="{lines}" fill="none" stroke="#1c2422" '
        f'stroke-width="{_PEN}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
    return drawing.encode(), width, height


def _line(stroke: Stroke, left: int, top: int) -> str:
    first, *others = [f"{x - left} {y - top}" for x, y in stroke]
    # A dot is a line of almost no length: a line of none is drawn by nobody.
    return f"M{first}" + ("L" + "L".join(others) if others else "l0.1 0")
