"""A new card from a contact's page: in which step of which board, called what, about whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Button,
    Choice,
    Combobox,
    Dialog,
    EmptyState,
    FormErrors,
    Option,
    SelectField,
    Skeleton,
    TextField,
)
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_query, use_store
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact.state import use_contact_page
from frontend.pages.contact_parts.finding import find_contacts, make_contact
from frontend.pages.contact_parts.words import contact_name
from frontend.pages.contact_workflow_cards.state import CardList

TITLE_LENGTH = 300
Workflow = Mapping[str, Any]


@component
def AddCard(cards: CardList, close: Callable[[], None]) -> VdomDict | Component:
    """The dialog, once the boards are known."""
    data, _, _, _ = use_query(load("cards/list_steps"))
    if data is None:
        return _dialog(Skeleton("form", lines=3), close)
    boards = [board for board in data["workflows"] if board["steps"]]
    if not boards:
        return _dialog(
            EmptyState(
                t("No boards yet"),
                t("A card stands on a board. Make the first one."),
                action=Button(t("Go to the boards"), href="/boards", variant="primary"),
                drawing="cards",
            ),
            close,
        )
    return NewCard(cards, boards, close, key="form")


def _dialog(content: Any, close: Callable[[], None]) -> VdomDict:
    return Dialog(t("Add card"), content, on_close=close, id="add-card", size="medium")


@component
def NewCard(cards: CardList, boards: Sequence[Workflow], close: Callable[[], None]) -> VdomDict:
    """The form: Enter in the title adds the card."""
    page = use_contact_page()
    name: str = use_store(page.contact, lambda contact: contact_name(contact or {}))
    run, state = use_mutation(load("cards/add_card"))
    board, set_board = use_state(boards[0])
    form = use_form(
        {
            "title": "",
            "workflowId": boards[0]["id"],
            "stepId": boards[0]["steps"][0]["id"],
            "contactId": cards.contact_id,
            "idempotencyKey": uuid4().hex,
        }
    )

    def turn(name: str, value: Any) -> None:
        chosen = next((each for each in boards if each["id"] == value), None)
        if name == "workflowId" and chosen is not None:
            form.set("stepId", chosen["steps"][0]["id"])
            set_board(chosen)

    form.on_change = turn

    async def save(values: dict[str, Any]) -> None:
        outcome = await run(
            {
                "stepId": values["stepId"],
                "title": values["title"].strip() or None,
                "contactId": values["contactId"],
                "idempotencyKey": values["idempotencyKey"],
            }
        )
        form.show_errors(outcome.errors)
        if outcome.ok:
            close()
            await cards.read()

    return _dialog(
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            TextField(
                form,
                "title",
                label=t("Title"),
                hint=t("Without one the contact's name stands in."),
                autofocus=True,
                attributes={"maxLength": TITLE_LENGTH},
                key="title",
            ),
            html.div(
                {"className": "add-card-place", "key": "place"},
                SelectField(
                    form,
                    "workflowId",
                    [Option(each["id"], each["name"]) for each in boards],
                    label=t("Board"),
                    key="board",
                ),
                SelectField(
                    form,
                    "stepId",
                    [Option(step["id"], step["name"]) for step in board["steps"]],
                    label=t("Step"),
                    key=f"step-{board['id']}",
                ),
            ),
            Whom(form, name, key="whom"),
            html.div(
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(t("Add card"), variant="primary", type="submit", busy=state.loading),
            ),
            on_submit=save,
            label=t("Add card"),
            id="add-card-form",
        ),
        close,
    )


@component
def Whom(form: Any, name: str) -> VdomDict:
    """The contact: this one, another, or one made on the spot."""
    chosen, set_chosen = use_state(Choice(form.get("contactId"), name))

    async def search(text: str) -> list[Choice]:
        return await find_contacts(form.session, "" if text == chosen.label else text)

    async def choose(contact_id: str) -> None:
        form.set("contactId", contact_id)

    async def make(typed: str) -> None:
        if (made := await make_contact(form.session, typed)) is not None:
            form.set("contactId", made)
            set_chosen(Choice(made, typed))

    return html.div(
        {"className": "field"},
        html.label({"htmlFor": "add-card-contact", "className": "field-label"}, t("Contact")),
        Combobox(
            id="add-card-contact",
            label=t("Contact"),
            search=search,
            choices=[],
            selected=[chosen],
            on_select=choose,
            on_create=make,
            create_label=lambda text: t("New contact “{name}”", name=text),
            placeholder=t("Name or e-mail"),
            key="contact",
        ),
    )
