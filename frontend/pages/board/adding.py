"""The field at the foot of a step: a title and Enter, or somebody's name, found as one types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_ref, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Avatar, Icon
from frontend.errors import explain, report
from frontend.events import Detail
from frontend.fragments import FragmentList, fragment
from frontend.leaves import Leaf
from frontend.locale import t
from frontend.operations import load
from frontend.pages.board.shown import Step
from frontend.pages.board.state import Board

_composer = Vdom("carnet-card-composer")
TITLE_LENGTH = 300
FOUND = 5
NOBODY: tuple[str, Sequence[Mapping[str, Any]]] = ("", ())


@component
def Composer(board: Board, step: Step, is_first: bool) -> VdomDict:
    """The field; the browser empties it at Enter, and shows what is on its way above it."""
    window = use_ref(uuid4().hex[:8]).current
    (typed, found), set_found = use_state(NOBODY)
    wanted = use_ref("")
    field_id = f"new-card-{step.id}"

    async def look(event: dict[str, Any]) -> None:
        wanted.current = text = Detail(event).text("text")
        asked = {"search": text, "first": FOUND}
        data = await board.client.run(load("contacts/find_contacts"), asked)
        if wanted.current == text:
            set_found((text, [_who(edge["node"]) for edge in data["contacts"]["edges"]]))

    async def add(event: dict[str, Any]) -> None:
        await add_card(board, step.id, Detail(event))

    return _composer(
        {
            "className": "board-composer",
            "data-window": window,
            "data-transient": "",
            "onadd": add,
            "onlook": look,
        },
        html.ul({"className": "board-adding", "aria-live": "polite"}),
        _box(step, is_first),
        FragmentList(
            "div",
            {
                "id": f"{field_id}-found",
                "className": "combobox-list",
                "role": "listbox",
                "popover": "manual",
                "aria-label": t("Contacts"),
                "data-typed": typed,
            },
            [
                *(_person(field_id, contact) for contact in found),
                *([_new_person(field_id, typed)] if typed else ()),
            ],
        ),
        Leaf(board.added, _answered, key="answered"),
    )


@fragment(version=lambda step, is_first: (step.id, step.name, is_first))
def _box(step: Step, is_first: bool) -> VdomDict:
    field_id = f"new-card-{step.id}"
    return html.label(
        {"className": "board-composer-box", "key": "box"},
        Icon("plus", size=14),
        html.input(
            {
                "id": field_id,
                "className": "board-composer-input",
                "type": "text",
                "autocomplete": "off",
                "maxLength": TITLE_LENGTH,
                "placeholder": t("Add a card"),
                "aria-label": t("Add a card to {step}", step=step.name),
                "title": t("A title, or the name of a contact"),
                "role": "combobox",
                "aria-autocomplete": "list",
                "aria-expanded": "false",
                "aria-controls": f"{field_id}-found",
                "data-keys": "c" if is_first else None,
                "data-label": t("Add a card") if is_first else None,
            }
        ),
    )


@fragment(version=lambda answered: answered)
def _answered(answered: tuple[str, ...]) -> VdomDict:
    """Tell the browser which cards were added, or refused."""
    return html.span(
        {"className": "board-added", "hidden": True, "data-answered": " ".join(answered)}
    )


def _who(contact: Mapping[str, Any]) -> dict[str, str]:
    email = (contact["primaryEmail"] or {}).get("address")
    hint = contact["company"] or email or ""
    return {"id": contact["id"], "name": contact["displayName"], "hint": hint}


@fragment(version=lambda field_id, contact: (field_id, *contact.items()))
def _person(field_id: str, contact: Mapping[str, Any]) -> VdomDict:
    return html.div(
        {
            "id": f"{field_id}-{contact['id']}",
            "key": contact["id"],
            "className": "combobox-option",
            "role": "option",
            "aria-selected": "false",
            "data-value": contact["id"],
            "data-label": contact["name"],
        },
        Avatar(contact["name"], size=20),
        html.span({"className": "combobox-label"}, contact["name"]),
        html.span({"className": "combobox-hint"}, contact["hint"]),
    )


@fragment(version=lambda field_id, name: (field_id, name))
def _new_person(field_id: str, name: str) -> VdomDict:
    return html.div(
        {
            "id": f"{field_id}-new",
            "key": "new",
            "className": "combobox-option combobox-create",
            "role": "option",
            "aria-selected": "false",
            "data-new": "",
            "data-label": name,
        },
        Icon("user-plus", size=14),
        html.span({"className": "combobox-label"}, t("New contact “{name}”", name=name)),
    )


async def add_card(board: Board, step_id: str, told: Detail) -> None:
    """Put a card at the foot of a step; what is refused goes back into the field."""
    key, contact_id = told.text("key"), told.text("contact", "")
    values: dict[str, Any] = {"stepId": step_id, "place": "BOTTOM", "idempotencyKey": key}
    if contact_id:
        values["contactId"] = contact_id
    elif told.flag("isNew"):
        values["newContact"] = {"name": told.text("text")}
    else:
        values["title"] = told.text("text")
    refused = True
    try:
        operation = load("workflows/add_card")
        data = await board.client.run(operation, {"input": values})
        payload = data[operation.field]
        if payload["errors"]:
            board.session.toasts.show(explain(payload["errors"][0]), kind="error")
        else:
            refused = False
            board.take_own(payload["card"])
            board.look_at_end(step_id)
    except OperationFailed as error:
        report(error, board.session)
    finally:
        board.tell_added(key, refused=refused)
