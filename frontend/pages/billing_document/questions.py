"""What is asked before a document is corrected: whole, in part, or declared void."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import Button, ConfirmDialog, Dialog
from frontend.locale import format_money, t
from frontend.pages.billing_document.issued_state import IssuedState
from frontend.pages.documents.words import name_of

NOT_ASKED = ""


@component
def Question(state: IssuedState, asked: str, *, on_close: Callable[[], None]) -> VdomDict:
    """The dialog of a question: `void` or `credit`."""
    if asked == "void":
        return html.div(Void(state, on_close=on_close, key="void"))
    return html.div(Credit(state, on_close=on_close, key="credit"))


@component
def Void(state: IssuedState, *, on_close: Callable[[], None]) -> VdomDict:
    """Ask before a document is declared void: there is no way back."""
    shown = state.shown.value
    document = shown.document if shown else None
    if document is None:
        return html.div()

    async def void() -> None:
        await state.do("void_document", id=document["id"], version=document["version"])
        on_close()

    paid = int(document["paid"]["minor"])
    text = t(
        "It stays in the list with its number, and nothing of it is to be paid any more. This "
        "cannot be taken back. If the client has it already, a credit note is the better way."
    )
    if paid:
        text = t(
            "It stays in the list with its number. The payments that came for it stay recorded: "
            "{amount}. This cannot be taken back.",
            amount=format_money(paid, document["currency"]),
        )
    return html.div(
        ConfirmDialog(
            t("Declare {document} void?", document=name_of(document)),
            text,
            confirm=t("Declare void"),
            cancel=t("Leave it as it is"),
            danger=True,
            on_confirm=void,
            on_close=on_close,
            key="confirm",
        )
    )


@component
def Credit(state: IssuedState, *, on_close: Callable[[], None]) -> VdomDict:
    """Ask how much of an invoice a credit note takes off."""
    busy, set_busy = use_state(NOT_ASKED)
    begun = use_ref(False)
    shown = state.shown.value
    document = shown.document if shown else None
    if document is None:
        return html.div()
    credited = int(document["credited"]["minor"])

    async def begin(way: str) -> None:
        if begun.current:  # a second click that was made before the dialog was gone
            return
        begun.current = True
        set_busy(way)
        try:
            draft = await state.do("create_credit_note", invoiceId=document["id"])
            if draft is not None and way == "whole":
                # What keeps it from being issued is told in the builder.
                await state.do("issue_document", id=draft["id"], version=draft["version"])
        finally:
            set_busy(NOT_ASKED)
        on_close()
        state.leave_for(draft)

    def button(way: str, label: str, **look: Any) -> VdomDict:
        async def run() -> None:
            await begin(way)

        return Button(
            label,
            on_click=run,
            busy=busy == way,
            disabled=bool(busy) and busy != way,
            attributes={"key": way},
            **look,
        )

    amount = format_money(int(document["total"]["minor"]), document["currency"])
    return Dialog(
        t("Credit {document}", document=name_of(document)),
        html.p(
            t("What is issued never changes: a credit note with a number of its own corrects it.")
        ),
        html.p(
            t("{amount} are credited already.", amount=format_money(credited, document["currency"]))
        )
        if credited
        else None,
        html.p(
            t(
                "“All of it” issues a credit note of {amount} now. “A part” opens a draft with all "
                "lines: take off what the client keeps.",
                amount=amount,
            )
        ),
        on_close=on_close,
        id="credit",
        size="medium",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), attributes={"data-close": "", "key": "cancel"}),
            button("part", t("A part")),
            button("whole", t("All of it"), variant="primary") if not credited else None,
        ),
    )
