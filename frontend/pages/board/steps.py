"""The columns: a head, the loaded cards, the field for the next one."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Icon
from frontend.fragments import fragment
from frontend.hooks import use_can, use_store
from frontend.leaves import Leaf
from frontend.locale import format_money, format_number, t, tn
from frontend.pages.board.adding import Composer
from frontend.pages.board.shared_cards import cards_element
from frontend.pages.board.shown import LOST, NO_CARDS, WON, Shown, Step, Worth
from frontend.pages.board.state import Board
from frontend.pages.board.step_acts import StepActs
from frontend.pages.board.step_menu import StepMenus, step_menu


@component
def Steps(board: Board, acts: StepActs) -> VdomDict:
    """All steps side by side; it renders when they change, not when cards do."""
    steps: tuple[Step, ...] = use_store(board.shown, _steps_of)
    can_write = use_can("WRITE_CONTACTS")
    return html.div(
        {"className": "board-steps", "key": "steps"},
        *(_column(board, acts, step, place == 0, can_write) for place, step in enumerate(steps)),
        html.div(
            {"className": "board-new-step", "key": "new"},
            Button(t("Add step"), icon="plus", variant="ghost", on_click=acts.add),
        )
        if can_write
        else None,
        StepMenus(acts, key="menus") if can_write else None,
    )


def _steps_of(shown: Shown | None) -> tuple[Step, ...]:
    return shown.steps if shown else ()


def _column(board: Board, acts: StepActs, step: Step, is_first: bool, can_write: bool) -> VdomDict:
    """One step; it has no component of its own, which each window would pay for ten times."""
    return html.section(
        {
            "className": "board-step",
            "key": step.id,
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
            Leaf(board.counts, step_worth, lambda counts: counts.get(step.id, NO_CARDS)),
            step_menu(step, acts.ways(step)) if can_write else None,
        ),
        Leaf(board.segment(step.id), lambda segment: cards_element(segment, step), key="cards"),
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


@fragment(version=lambda worth: worth)
def step_worth(worth: Worth) -> VdomDict:
    """Draw how many cards a step has, and what they are worth in each currency."""
    count, sums = worth
    words = tn("{count} card", "{count} cards", count)
    return html.div(
        {"className": "board-step-worth", "key": "counts"},
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
