"""What a label may be called and look like. Pure: no ORM, no I/O."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

NAME_LENGTH = 60
MAX_LABELS = 1000
"""Labels of one account."""


class LabelColor(StrEnum):
    """The colours that a label can have; the interface decides how each looks in its themes."""

    GRAY = "gray"
    RED = "red"
    ORANGE = "orange"
    AMBER = "amber"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    INDIGO = "indigo"
    PURPLE = "purple"
    PINK = "pink"


def least_used_color(used: Iterable[str]) -> LabelColor:
    """Return the colour that fewest of some labels have, the first of several.

    Gray is left to those who choose it: it says that a label has no colour.
    """
    given = list(used)
    return min(list(LabelColor)[1:], key=given.count)
