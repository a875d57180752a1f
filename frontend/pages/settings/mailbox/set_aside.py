"""The letters of the mailbox that could not be kept: told, until somebody has noted it."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Notice, Time
from frontend.errors import explain
from frontend.hooks import use_mutation, use_toast
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.settings.mailbox.values import Mailbox


@component
def SetAside(mailbox: Mailbox) -> VdomDict:
    """Which letters, of whom; those behind them were read."""
    dismiss, state = use_mutation(load("inbox/dismiss_set_aside_letters"))
    toast = use_toast()
    letters = mailbox["setAside"]

    async def noted(event: dict[str, Any]) -> None:
        outcome = await dismiss({"mailboxId": mailbox["id"]})
        for error in outcome.errors:
            toast(explain(error), kind="error")

    return Notice(
        html.p(
            tn(
                "A letter could not be kept, though it was tried three times. It is in the "
                "mailbox; those after it were read.",
                "{count} letters could not be kept, though each was tried three times. They are in "
                "the mailbox; those after them were read.",
                len(letters),
            )
        ),
        html.ul(
            {"className": "mailbox-set-aside"},
            *(
                html.li(
                    {"key": str(place)},
                    html.bdi({"className": "mailbox-letter"}, letter["subject"] or t("No subject")),
                    html.bdi(letter["fromAddress"]) if letter["fromAddress"] else None,
                    Time(letter["writtenAt"] or letter["at"]),
                )
                for place, letter in enumerate(letters)
            ),
        ),
        Button(t("Understood"), small=True, busy=state.loading, on_click=noted),
        kind="warning",
    )
