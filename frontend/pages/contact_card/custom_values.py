"""The custom fields of the card: those with a value, edited in place, and the way to the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Choice, Combobox, Icon, Link
from frontend.errors import explain
from frontend.hooks import use_can, use_store
from frontend.locale import t
from frontend.pages.contact_card.field_name import FieldName
from frontend.pages.contact_card.inline import InlineText
from frontend.pages.contact_card.state import CardState, is_deleted
from frontend.pages.contact_parts.field_values import (
    ValueEdit,
    kept_values,
    link_of,
    read_value,
    shown_value,
    typed_value,
    unreadable,
)
from frontend.pages.contact_parts.fields import KIND_ICONS, Field, kind_words, use_fields
from frontend.pages.field_manager.new_field import NewFieldDialog

NO_NAME: str | None = None
NONE_OPENED: tuple[str, ...] = ()
INPUTS: dict[str, tuple[str, dict[str, Any]]] = {
    "TEXT": ("lines", {"maxLength": 2000}),
    "NUMBER": ("text", {"inputMode": "decimal", "maxLength": 60}),
    "DATE": ("date", {"max": "9999-12-31"}),
    "URL": ("text", {"inputMode": "url", "maxLength": 2000}),
}
"""The input of each type and its attributes."""


@component
def CustomValues(state: CardState, *, whole: bool = False) -> VdomDict | None:
    """What the contact has in custom fields; a field without a value appears when it is chosen. In
    `whole` view the fields themselves are renamed in place.
    """
    fields, can_write = use_fields(), use_can("WRITE_CONTACTS")
    renames = use_can("MANAGE_CUSTOM_FIELDS") and whole
    values = use_store(state.contact, lambda contact: kept_values(contact or {}))
    deleted: bool = use_store(state.contact, is_deleted)
    opened, set_opened = use_state(NONE_OPENED)
    may_write = can_write and not deleted
    shown = [field for field in fields if values.get(field["id"]) or field["id"] in opened]
    if not shown and not may_write:
        return None

    def open_field(field_id: str) -> None:
        set_opened(lambda before: (*before, field_id))
        state.session.command("focus", id=input_id(field_id))

    rows = [
        CustomValue(
            state,
            field,
            values.get(field["id"], ""),
            may_write,
            renames=renames and may_write,
            key=field["id"],
        )
        for field in shown
    ]
    return html.section(
        {"className": "quick-section quick-custom", "aria-label": t("Custom fields")},
        html.ul({"className": "quick-rows"}, *rows),
        FieldPicker(
            [field for field in fields if field not in shown],
            open_field,
            id="quick-fields",
            key="picker",
        )
        if may_write
        else None,
    )


def input_id(field_id: str) -> str:
    """Return the id of a field's input on the card."""
    return f"quick-custom-{field_id}"


@component
def CustomValue(
    state: CardState, field: Field, kept: str, may_write: bool, *, renames: bool
) -> VdomDict:
    """A value: its field's name above it, a link beside an address."""
    kind = field["kind"]
    type, attributes = INPUTS[kind]

    def edit(before: str, after: str) -> ValueEdit | str:
        started, wanted = read_value(kind, before), read_value(kind, after)
        if wanted is None:
            return explain(unreadable(field, []))
        return ValueEdit(field, started or "", wanted)

    text = (
        InlineText(
            state,
            edit,
            id=input_id(field["id"]),
            label=field["name"],
            value=typed_value(kind, kept),
            placeholder=kind_words(kind),
            type=type,
            attributes=attributes,
            key=f"text-{kind}",
        )
        if may_write
        else html.bdi({"className": "inline-text"}, shown_value(kind, kept))
    )
    return html.li(
        {"className": "quick-row"},
        _icon(field, kept),
        html.div(
            {"className": "quick-row-main"},
            FieldName(field, key="name")
            if renames
            else html.span({"className": "quick-row-note"}, field["name"]),
            text,
        ),
    )


def _icon(field: Field, kept: str) -> VdomDict:
    link = link_of(kept) if field["kind"] == "URL" else None
    if link is None:
        return html.span({"className": "quick-row-icon"}, Icon(KIND_ICONS[field["kind"]]))
    return Link(
        Icon("link", label=t("Open {address}", address=shown_value("URL", kept))),
        href=link["href"],
        outside=True,
        attributes={"className": "quick-row-icon"},
    )


@component
def FieldPicker(others: Sequence[Field], on_pick: Callable[[str], None], *, id: str) -> VdomDict:
    """The way to a field that has no value yet, and to one that is made on the spot."""
    can_manage = use_can("MANAGE_CUSTOM_FIELDS")
    named, set_named = use_state(NO_NAME)
    count, set_count = use_state(0)

    def pick(field_id: str) -> None:
        set_count(count + 1)
        on_pick(field_id)

    async def made(field: Field) -> None:
        set_named(None)
        pick(field["id"])

    choices = [Choice(each["id"], each["name"], hint=kind_words(each["kind"])) for each in others]
    picker: Component = Combobox(
        id=id,
        label=t("Add a field"),
        choices=choices,
        on_select=pick,
        on_create=set_named if can_manage else None,
        create_label=lambda text: t("Create the field “{name}”", name=text),
        placeholder=t("Add a field"),
        key=f"picker-{count}",
    )
    return html.div(
        {"className": "field-picker"},
        picker,
        NewFieldDialog(on_made=made, on_close=lambda: set_named(None), name=named, key="new")
        if named is not None
        else None,
    )
