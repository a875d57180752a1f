"""What is to be ticked off on a card: typed one after the other, ticked, worded anew, moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import Component, VdomDict

from frontend.components import Checkbox, IconButton
from frontend.components.field import FieldErrors
from frontend.errors import explain
from frontend.events import Detail
from frontend.hooks import use_can, use_store
from frontend.locale import format_number, t
from frontend.pages.card.inline import InlineField
from frontend.pages.card.section import drawer_section
from frontend.pages.card.state import Card, OpenCard, is_settled

_composer = Vdom("carnet-task-composer")
TEXT_LENGTH = 500
NO_WORDS: tuple[str, ...] = ()
Item = Mapping[str, Any]


@component
def Checklist(card: OpenCard) -> VdomDict | None:
    """The points, how many are done, and the field for the next one."""
    shown: Card = use_store(card.card)
    can_write = use_can("WRITE_CONTACTS") and not is_settled(shown)
    items: Sequence[Item] = shown["checklist"]
    if not items and not can_write:
        return None
    return drawer_section(
        "checklist",
        t("Checklist"),
        "list-checks",
        _progress(shown) if items else None,
        html.ul(
            {"className": "checklist", "aria-label": t("Checklist")},
            *(
                ChecklistLine(
                    card,
                    item,
                    place,
                    len(items),
                    can_write,
                    key=item["id"],
                )
                for place, item in enumerate(items)
            ),
        )
        if items
        else None,
        NewPoint(card, key="new") if can_write else None,
        count=t(
            "{done} of {total}",
            done=format_number(shown["checklistDone"]),
            total=format_number(shown["checklistTotal"]),
        )
        if items
        else None,
    )


def _progress(card: Card) -> VdomDict:
    done, total = card["checklistDone"], card["checklistTotal"]
    return html.progress(
        {
            "className": "checklist-progress",
            "value": done,
            "max": total,
            "aria-label": t("Done of the checklist"),
            "key": "progress",
        }
    )


@component
def ChecklistLine(card: OpenCard, item: Item, place: int, count: int, can_write: bool) -> VdomDict:
    """A point: its box, its words, what else can be done with it."""

    async def tick(event: dict[str, Any]) -> None:
        done = bool(event["target"]["checked"])
        await card.act("update_checklist_item", {"id": item["id"], "done": done})

    async def reword(typed: str) -> tuple[str, ...]:
        if not typed:
            await delete()
            return ()
        payload = await card.run("update_checklist_item", {"id": item["id"], "text": typed})
        if payload is not None and payload["errors"]:
            return tuple(explain(error) for error in payload["errors"])
        await card.read()
        return ()

    async def delete() -> None:
        if await card.act("delete_checklist_item", {"id": item["id"]}) is None:
            return

        async def undo() -> None:
            await card.act("restore_checklist_item", {"id": item["id"]})

        card.session.toasts.show(
            t("Deleted “{text}”", text=item["text"][:60]), kind="success", undo=undo
        )

    return html.li(
        {"className": "checklist-item", "data-done": "" if item["done"] else None},
        Checkbox(
            item["text"],
            checked=item["done"],
            label_hidden=True,
            disabled=not can_write,
            on_change=tick,
            attributes={"key": f"done-{item['done']}"},
        ),
        InlineField(
            card,
            reword,
            id=f"point-{item['id']}",
            label=t("Point of the checklist"),
            value=item["text"],
            type="lines",
            class_name="checklist-text",
            attributes={"maxLength": TEXT_LENGTH},
            key="text",
        )
        if can_write
        else html.bdi({"className": "checklist-words"}, item["text"]),
        _acts(card, item, place, count, delete) if can_write else None,
    )


def _acts(card: OpenCard, item: Item, place: int, count: int, delete: Any) -> VdomDict:
    items = (card.card.value or {"checklist": ()})["checklist"]

    async def up() -> None:
        await _move(card, item, {"beforeId": items[place - 1]["id"]})

    async def down() -> None:
        await _move(card, item, {"afterId": items[place + 1]["id"]})

    return html.span(
        {"className": "checklist-acts"},
        IconButton("chevron-up", t("Move up"), small=True, disabled=place == 0, on_click=up),
        IconButton(
            "chevron-down", t("Move down"), small=True, disabled=place == count - 1, on_click=down
        ),
        IconButton("trash-2", t("Delete the point"), small=True, on_click=delete),
    )


async def _move(card: OpenCard, item: Item, where: Mapping[str, str]) -> None:
    await card.act("move_checklist_item", {"id": item["id"], **where})


@component
def NewPoint(card: OpenCard) -> VdomDict | Component:
    """The field: Enter adds, several one after the other."""
    turn, set_turn = use_state("new")
    refused, set_refused = use_state(NO_WORDS)

    async def add(event: dict[str, Any]) -> None:
        text, result = Detail(event).text("text"), "no"
        try:
            values = {"cardId": card.card_id, "text": text, "idempotencyKey": uuid4().hex}
            payload = await card.run("add_checklist_item", values)
            if payload is not None:
                set_refused(tuple(explain(error) for error in payload["errors"]))
                if not payload["errors"]:
                    result = "yes"
                    await card.read()
        finally:
            set_turn(f"{result}:{uuid4().hex}")

    return html.div(
        {"className": "checklist-new"},
        _composer(
            {"data-turn": turn, "onadd": add, "ontyped": lambda event: set_refused(NO_WORDS)},
            html.input(
                {
                    "id": "new-point",
                    "className": "checklist-input",
                    "type": "text",
                    "autocomplete": "off",
                    "maxLength": TEXT_LENGTH,
                    "placeholder": t("Add a point and press Enter"),
                    "aria-label": t("New point of the checklist"),
                    "aria-invalid": "true" if refused else None,
                    "aria-describedby": "new-point-error" if refused else None,
                }
            ),
        ),
        FieldErrors("new-point", refused),
    )
