"""What steps are, and where cards are put."""

from __future__ import annotations

from enum import StrEnum


class StepKind(StrEnum):
    """Whether cards of a step are still under way, or what came of them."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class CardPlace(StrEnum):
    """An end of a step."""

    TOP = "top"
    BOTTOM = "bottom"


class WorkflowTemplate(StrEnum):
    """What a new workflow begins with."""

    SALES = "sales"
    WEB_PROJECT = "web_project"
    SUPPORT = "support"
    EMPTY = "empty"


class CardDue(StrEnum):
    """When cards are due, as seen on some day."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    NONE = "none"


OUTCOMES = (StepKind.WON, StepKind.LOST)
"""In the order in which they stand, after all others."""
