"""What a board asks: where a card goes, why it was lost."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import (
    Button,
    ColorDot,
    Dialog,
    FormErrors,
    Icon,
    Notice,
    Option,
    SelectField,
    TextField,
)
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_store
from frontend.locale import format_number, t
from frontend.pages.board.moving import Choosing, Move, Moving
from frontend.pages.board.shown import Shown, Step
from frontend.store import Store

REASON_LENGTH = 300
BOTTOM, TOP = "bottom", "top"


@component
def MoveDialogs(moving: Moving) -> VdomDict:
    """The dialog that is open, if any."""
    choosing: Choosing | None = use_store(moving.choosing)
    losing: Move | None = use_store(moving.losing)
    return html.div(
        MoveTo(moving, choosing, key=f"to-{choosing.card_id}-{choosing.words}")
        if choosing
        else None,
        WhyLost(moving, losing, key=f"lost-{losing.key}") if losing else None,
    )


@component
def MoveTo(moving: Moving, choosing: Choosing) -> VdomDict:
    """The steps, to take a card to the top or the bottom of one."""
    shown: Shown | None = use_store(moving.board.shown)
    end: Store[str] = use_ref(Store(BOTTOM)).current
    form = use_form({"end": BOTTOM}, on_change=lambda _, value: end.set(value))

    return html.div(
        Dialog(
            t("Move {name} to…", name=choosing.name) if choosing.name else t("Move to…"),
            Notice(choosing.words, kind="warning") if choosing.words else None,
            html.div(
                {"className": "board-choices", "key": "steps"},
                *(
                    StepChoice(moving, step, end, choosing.step_id, place == 0, key=step.id)
                    for place, step in enumerate(shown.steps if shown else ())
                ),
            ),
            SelectField(
                form,
                "end",
                [Option(BOTTOM, t("At the bottom")), Option(TOP, t("At the top"))],
                label=t("Where in the step"),
                key="end",
            ),
            on_close=lambda: moving.choosing.set(None),
            id="move-card",
        )
    )


@component
def StepChoice(
    moving: Moving, step: Step, end: Store[str], here: str | None, is_first: bool
) -> VdomDict:
    """A step to take the card to."""
    counts = use_store(moving.board.counts)

    async def choose(event: dict[str, Any]) -> None:
        await moving.chosen(step.id, at_top=end.value == TOP)

    return html.button(
        {
            "type": "button",
            "className": "board-choice",
            "onClick": choose,
            "data-autofocus": "" if is_first else None,
        },
        ColorDot(step.color),
        html.span({"dir": "auto"}, step.name),
        Icon("check", size=14, label=t("It is here")) if step.id == here else None,
        html.span(
            {"className": "board-choice-count"},
            format_number(counts.get(step.id, (0, ()))[0]),
        ),
    )


@component
def WhyLost(moving: Moving, move: Move) -> VdomDict | Component:
    """Asks why a card was lost; without an answer it stays where it was."""
    shown: Shown | None = use_store(moving.board.shown)
    step = shown.step(move.step_id) if shown else None
    form = use_form({"reason": ""})

    async def save(values: dict[str, Any]) -> None:
        await moving.lose(values["reason"].strip())

    return html.div(
        Dialog(
            t("Move to {step}", step=step.name if step else ""),
            SubmitForm(
                form,
                FormErrors(form, key="errors"),
                TextField(
                    form,
                    "reason",
                    label=t("Why was it lost?"),
                    hint=t("The numbers of the board count reasons."),
                    autofocus=True,
                    attributes={"maxLength": REASON_LENGTH},
                    key="reason",
                ),
                html.div(
                    {"className": "dialog-actions", "key": "actions"},
                    Button(t("Cancel"), attributes={"data-close": ""}),
                    Button(t("Move"), variant="primary", type="submit"),
                ),
                on_submit=save,
                label=t("Why was it lost?"),
                id="why-lost-form",
                key="form",
            ),
            on_close=moving.keep,
            id="why-lost",
        )
    )
