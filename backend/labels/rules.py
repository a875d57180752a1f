"""What a label may be called and look like. Pure: no ORM, no I/O."""

from __future__ import annotations

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
