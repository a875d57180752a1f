"""Setting one field of all ticked contacts, or clearing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, event, html, use_state
from reactpy.types import VdomDict

from frontend.client import UserError
from frontend.components import Dialog, FormErrors, SelectField, TextField
from frontend.components.select import Option
from frontend.components.unsaved import Unsaved
from frontend.hooks import use_form
from frontend.locale import t, tn
from frontend.pages.contact_card.custom_values import INPUTS
from frontend.pages.contact_parts.field_values import read_value, unreadable, value_input
from frontend.pages.contact_parts.fields import Field, Fields, use_fields
from frontend.pages.contact_parts.suggesting import suggesting
from frontend.pages.contact_parts.words import field_label
from frontend.pages.contacts_grid.bulk_change import dialog_actions, undo_hint, use_bulk_change
from frontend.pages.contacts_grid.contact_list import ContactList

STANDARD = ("company", "position")


@component
def BulkField(contacts: ContactList, *, on_close: Callable[[], None]) -> VdomDict:
    """A dialog that names the field, then what becomes of it."""
    fields = use_fields()
    chosen, set_chosen = use_state((STANDARD[0], "set"))

    def changed(name: str, value: Any) -> None:
        if name in ("field", "act"):
            set_chosen((form.values["field"], form.values["act"]))
            form.clear_errors()

    form = use_form({"field": STANDARD[0], "act": "set", "values": {}}, on_change=changed)
    change = use_bulk_change(contacts, on_close)
    name, act = chosen
    custom = next((field for field in fields if field["id"] == name), None)

    async def apply() -> None:
        typed = form.get(f"values.{name}") if act == "set" else ""
        asked = _change(name, custom, typed)
        if act == "set" and not typed.strip():
            refused: tuple[UserError, ...] = ({"code": "REQUIRED", "path": [], "parameters": []},)
        elif asked is None and custom is not None:
            refused = (unreadable(custom, []),)
        else:
            refused = await change.apply(asked or {})
        form.show_errors([{**error, "path": ["values", name]} for error in refused])

    async def submitted(_: dict[str, Any]) -> None:
        await apply()

    return Dialog(
        tn("Set a field of {count} contact", "Set a field of {count} contacts", change.total),
        html.form(
            {"className": "form", "onSubmit": event(submitted, prevent_default=True)},
            FormErrors(form, key="errors"),
            SelectField(form, "field", _choices(fields), label=t("Field"), key="field"),
            SelectField(
                form,
                "act",
                [Option("set", t("Set to")), Option("clear", t("Clear"))],
                label=t("What happens"),
                key="act",
            ),
            _input(form, name, custom) if act == "set" else None,
            undo_hint(),
            Unsaved(form, key="unsaved"),
        ),
        on_close=on_close,
        id="bulk-field",
        actions=dialog_actions(apply, busy=change.busy),
    )


def _choices(fields: Fields) -> list[Option]:
    standard = [Option(name, field_label(name)) for name in STANDARD]
    return [*standard, *(Option(field["id"], field["name"]) for field in fields)]


def _input(form: Any, name: str, custom: Field | None) -> VdomDict:
    type, attributes = INPUTS[custom["kind"]] if custom else ("text", {"maxLength": 200})
    lines = type == "lines"
    field: Any = TextField(
        form,
        f"values.{name}",
        label=t("Value"),
        type="text" if lines else type,
        lines=2 if lines else 1,
        required=True,
        suggest=suggesting(name),
        attributes=attributes,
        key=f"value-{name}",
    )
    return html.div({"key": f"value-{name}"}, field)


def _change(name: str, custom: Field | None, typed: str) -> dict[str, Any] | None:
    """Return the ContactsChange, None when what was typed cannot be understood."""
    if custom is None:
        return {name: {"value": typed or None}}
    kept = read_value(custom["kind"], typed)
    return None if kept is None else {"customValue": value_input(custom, kept)}
