"""The steps as stops, for phones, which show one at a time."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.fragments import shared_element
from frontend.hooks import use_store
from frontend.leaves import Leaf
from frontend.locale import format_number, t
from frontend.pages.board.shown import NO_CARDS, Counts, Shown
from frontend.pages.board.state import Board

Stop = tuple[str, str, int]
"""A step: its id, its name, how many cards it has."""


@component
def Stepper(board: Board) -> Any:
    """It renders when the steps change, not when cards do."""
    steps: tuple[tuple[str, str], ...] = use_store(board.shown, _steps_of)

    def stops(counts: Counts) -> tuple[Stop, ...]:
        return tuple((step, name, counts.get(step, NO_CARDS)[0]) for step, name in steps)

    return Leaf(board.counts, stepper, stops)


def _steps_of(shown: Shown | None) -> tuple[tuple[str, str], ...]:
    return tuple((step.id, step.name) for step in shown.steps) if shown else ()


@shared_element(version=lambda stops: stops)
def stepper(stops: tuple[Stop, ...]) -> VdomDict:
    """Draw the stops."""
    return html.nav(
        {"className": "board-stepper", "aria-label": t("Steps")},
        *(
            html.button(
                {"key": step, "type": "button", "className": "board-stop", "data-step": step},
                html.span({"dir": "auto"}, name),
                html.span({"className": "board-step-count"}, format_number(count)),
            )
            for step, name, count in stops
        ),
    )
