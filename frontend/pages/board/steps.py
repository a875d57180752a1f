"""The columns: a head, the loaded cards, the field for the next one."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Icon
from frontend.hooks import use_can, use_store
from frontend.locale import format_money, format_number, t, tn
from frontend.pages.board.adding import Composer
from frontend.pages.board.segment import Segment
from frontend.pages.board.shared_cards import cards_element
from frontend.pages.board.shown import LOST, WON, Shown, Step
from frontend.pages.board.state import Board
from frontend.pages.board.step_acts import StepActs
from frontend.pages.board.step_menu import StepMenu

_NO_COUNT: tuple[int, tuple[tuple[int, str], ...]] = (0, ())


@component
def Steps(board: Board, acts: StepActs) -> VdomDict:
    """All steps side by side; it renders when they change, not when cards do."""
    steps: tuple[Step, ...] = use_store(board.shown, _steps_of)
    can_write = use_can("WRITE_CONTACTS")
    return html.div(
        {"className": "board-steps", "key": "steps"},
        *(
            StepColumn(board, acts, step, place == 0, key=step.id)
            for place, step in enumerate(steps)
        ),
        html.div(
            {"className": "board-new-step", "key": "new"},
            Button(t("Add step"), icon="plus", variant="ghost", on_click=acts.add),
        )
        if can_write
        else None,
    )


def _steps_of(shown: Shown | None) -> tuple[Step, ...]:
    return shown.steps if shown else ()


@component
def StepColumn(board: Board, acts: StepActs, step: Step, is_first: bool) -> VdomDict:
    """One step."""
    can_write = use_can("WRITE_CONTACTS")
    return html.section(
        {
            "className": "board-step",
            "data-step": step.id,
            "data-kind": step.kind,
            "aria-labelledby": f"step-{step.id}",
        },
        html.header(
            {"className": f"board-step-head color-{step.color.lower()}", "key": "head"},
            html.span({"className": "board-step-dot", "aria-hidden": "true"}),
            html.h2(
                {"className": "board-step-name", "id": f"step-{step.id}", "dir": "auto"}, step.name
            ),
            _outcome(step),
            StepCounts(board, step.id, key="counts"),
            StepMenu(acts, step, key="menu") if can_write else None,
        ),
        Cards(board, step, key="cards"),
        html.footer(
            {"className": "board-foot", "key": "foot"},
            Composer(board, step, is_first, key="composer"),
        )
        if can_write
        else None,
    )


def _outcome(step: Step) -> VdomDict | None:
    icon, words = {WON: ("trophy", t("Won")), LOST: ("circle-x", t("Lost"))}.get(
        step.kind, ("", "")
    )
    if not icon:
        return None
    return html.span({"className": "board-step-outcome"}, Icon(icon, size=14, label=words))


@component
def StepCounts(board: Board, step_id: str) -> VdomDict:
    """How many cards the step has, and what they are worth in each currency."""
    count, sums = use_store(board.counts, lambda counts: counts.get(step_id, _NO_COUNT))
    words = tn("{count} card", "{count} cards", count)
    return html.div(
        {"className": "board-step-worth"},
        html.span(
            {"className": "board-step-count", "title": words},
            html.span({"aria-hidden": "true"}, format_number(count)),
            html.span({"className": "visually-hidden"}, words),
        ),
        html.span(
            {"className": "board-step-sums"},
            *(
                html.span({"key": currency}, format_money(int(minor), currency, short=True))
                for minor, currency in sums
            ),
        ),
    )


@component
def Cards(board: Board, step: Step) -> VdomDict:
    """The loaded cards of a step; the browser scrolls them and asks for more."""
    segment: Segment = use_store(board.segment(step.id))
    return html.div(
        {"className": "board-step-body", "data-end": segment.end or None},
        cards_element(segment, step),
        html.ul({"className": "board-shelf", "aria-hidden": "true"}),
    )
