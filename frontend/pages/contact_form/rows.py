"""E-mails and phones: any number of rows, each with its kind, added, removed and put in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, IconButton, SelectField, TextField
from frontend.hooks import Form
from frontend.locale import t
from frontend.pages.contact_form.values import blank_item
from frontend.pages.contact_parts.words import (
    email_kinds,
    options,
    phone_kinds,
    status_options,
)
from frontend.session import current_session

DrawRow = Callable[[Form, str, int], Sequence[Component]]


@component
def Rows(
    form: Form,
    field: str,
    draw: DrawRow,
    *,
    title: str,
    add: str,
    remove: str,
    focus_on: str,
    country: str = "",
) -> VdomDict:
    """The rows of one list of the form. `draw` returns the fields of a row by the name it has in
    the form.
    """
    _, set_version = use_state(0)
    session = current_session()
    items: list[dict[str, Any]] = form.values[field]

    def change(wanted: list[dict[str, Any]], focus: str | None = None) -> None:
        form.errors.set({n: e for n, e in form.errors.value.items() if not n.startswith(field)})
        form.set(field, wanted)
        if form.draft is not None:
            form.draft.flush()  # a row that is kept is found again by what is typed into it
        set_version(lambda version: version + 1)
        if focus:
            session.command("focus", id=focus)

    def add_row() -> None:
        place = len(form.values[field])
        name = form.element_id(f"{field}.{place}.{focus_on}")
        item = blank_item(field, country)
        if any(other["kind"] == item["kind"] for other in form.values[field]):
            item["kind"] = "OTHER"
        change([*form.values[field], item], focus=name)

    def drop(place: int) -> None:
        kept = [item for other, item in enumerate(form.values[field]) if other != place]
        change(kept, focus=f"add-{field}")

    def move(place: int, by: int) -> None:
        wanted = list(form.values[field])
        wanted.insert(place + by, wanted.pop(place))
        direction = "up" if by < 0 else "down"
        change(wanted, focus=f"{field}-{place + by}-{direction}")

    return html.section(
        {"className": "form-rows", "aria-label": title},
        html.h3({"className": "form-heading"}, title),
        html.ul(
            {"className": "form-list"},
            *(
                html.li(
                    {"key": item["key"], "className": f"form-row form-row-{field}"},
                    html.div({"className": "form-row-fields"}, *draw(form, field, place)),
                    _moves(field, place, len(items), remove, move, drop),
                )
                for place, item in enumerate(items)
            ),
        ),
        Button(
            add,
            icon="plus",
            variant="ghost",
            small=True,
            on_click=add_row,
            attributes={"id": f"add-{field}", "className": "form-add"},
        ),
    )


def _moves(
    field: str,
    place: int,
    count: int,
    remove: str,
    move: Callable[[int, int], None],
    drop: Callable[[int], None],
) -> VdomDict:
    arrows = (
        [
            IconButton(
                "arrow-up",
                t("Move up"),
                small=True,
                disabled=place == 0,
                on_click=lambda: move(place, -1),
                attributes={"id": f"{field}-{place}-up", "key": "up"},
            ),
            IconButton(
                "arrow-down",
                t("Move down"),
                small=True,
                disabled=place == count - 1,
                on_click=lambda: move(place, 1),
                attributes={"id": f"{field}-{place}-down", "key": "down"},
            ),
        ]
        if count > 1
        else []
    )
    return html.div(
        {"className": "form-row-moves"},
        *arrows,
        IconButton(
            "x", remove, small=True, on_click=lambda: drop(place), attributes={"key": "remove"}
        ),
    )


def email_row(form: Form, field: str, place: int) -> list[Component]:
    """Return the fields of an e-mail."""
    name, key = f"{field}.{place}", form.values[field][place]["key"]
    return [
        TextField(
            form,
            f"{name}.address",
            label=t("E-mail"),
            label_hidden=True,
            placeholder=t("E-mail"),
            type="email",
            attributes={"spellCheck": "false", "maxLength": 320},
            key=f"{key}-address",
        ),
        SelectField(
            form,
            f"{name}.kind",
            options(email_kinds()),
            label=t("Kind"),
            label_hidden=True,
            key=f"{key}-kind",
        ),
        SelectField(
            form,
            f"{name}.status",
            status_options(),
            label=t("Subscription status"),
            label_hidden=True,
            key=f"{key}-status",
        ),
    ]


def phone_row(form: Form, field: str, place: int) -> list[Component]:
    """Return the fields of a phone."""
    name, key = f"{field}.{place}", form.values[field][place]["key"]
    return [
        TextField(
            form,
            f"{name}.number",
            label=t("Phone"),
            label_hidden=True,
            placeholder=t("Phone"),
            type="tel",
            attributes={"maxLength": 60},
            key=f"{key}-number",
        ),
        SelectField(
            form,
            f"{name}.kind",
            options(phone_kinds()),
            label=t("Kind"),
            label_hidden=True,
            key=f"{key}-kind",
        ),
    ]
