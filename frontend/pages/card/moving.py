"""The menu that moves a card to another step of its board, and asks why it was lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, FormErrors, Menu, MenuItem, TextField
from frontend.components.submit_form import SubmitForm
from frontend.errors import explain
from frontend.hooks import use_can, use_form, use_store
from frontend.locale import t
from frontend.pages.card.acts import run
from frontend.pages.card.state import Card, OpenCard, is_settled

REASON_LENGTH = 200
NO_STEP: Mapping[str, Any] | None = None


@component
def MoveMenu(card: OpenCard) -> VdomDict:
    """The step that the card stands in; pressed, the others to move it to."""
    shown: Card = use_store(card.card)
    can_write = use_can("WRITE_CONTACTS") and not is_settled(shown)
    losing, set_losing = use_state(NO_STEP)
    step = shown["step"]
    if not can_write:
        return html.span({"className": "card-step"}, step["name"])

    def choose(chosen: Mapping[str, Any]) -> Any:
        async def move() -> None:
            if chosen["kind"] == "LOST":
                set_losing(chosen)
            elif chosen["id"] != step["id"]:
                await move_card(card, chosen, None)

        return move

    return html.div(
        {"className": "card-move"},
        Menu(
            Button(step["name"], small=True, opens=True, attributes={"title": t("Move to…")}),
            [
                MenuItem(
                    each["name"],
                    on_click=choose(each),
                    color=each["color"],
                    checked=each["id"] == step["id"],
                )
                for each in shown["workflow"]["steps"]
            ],
            id="card-move",
        ),
        WhyLost(card, losing, lambda: set_losing(NO_STEP), key="lost") if losing else None,
    )


async def move_card(card: OpenCard, step: Mapping[str, Any], reason: str | None) -> bool:
    """Move the card to the end of a step, and say so with an Undo."""
    shown = card.card.value
    if shown is None:
        return False
    values: dict[str, Any] = {
        "id": card.card_id,
        "version": shown["version"],
        "stepId": step["id"],
        "idempotencyKey": uuid4().hex,
    }
    if reason:
        values["lostReason"] = reason
    payload = await card.run("move_card", values)
    await card.read()
    if payload is None:
        return False
    if (conflict := payload["conflict"]) is not None:
        words = t(
            "{name} changed this card meanwhile: it stands in {step} now.",
            name=conflict["changedBy"],
            step=conflict["current"]["step"]["name"],
        )
        card.session.toasts.show(words, kind="error")
        return False
    if payload["errors"]:
        card.session.toasts.show(explain(payload["errors"][0]), kind="error")
        return False
    came_from, behind = payload["fromStepId"], payload["fromAfterId"]
    version = payload["card"]["version"]

    async def undo() -> None:
        where = {"afterId": behind} if behind else {"place": "TOP"}
        back = {"id": card.card_id, "version": version, "stepId": came_from, **where}
        if await run(card.session, "move_card", {**back, "idempotencyKey": uuid4().hex}):
            await card.read()

    words = t("Moved to {step}", step=step["name"])
    card.session.toasts.show(words, kind="success", undo=undo)
    return True


@component
def WhyLost(card: OpenCard, step: Mapping[str, Any], close: Any) -> VdomDict:
    """The dialog that asks for the reason."""
    form = use_form({"reason": (card.card.value or {}).get("lostReason") or ""})

    async def save(values: dict[str, Any]) -> None:
        await move_card(card, step, values["reason"].strip() or None)
        close()

    return Dialog(
        t("Move to {step}", step=step["name"]),
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
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(t("Move"), variant="primary", type="submit"),
            ),
            on_submit=save,
            label=t("Why was it lost?"),
            id="why-lost-form",
        ),
        on_close=close,
        id="why-lost",
    )
