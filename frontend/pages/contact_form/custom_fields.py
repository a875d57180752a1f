"""The custom fields of the form: those with a value, those chosen, and the way to the others."""

from __future__ import annotations

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import TextField
from frontend.hooks import Form
from frontend.locale import t
from frontend.pages.contact_card.custom_values import INPUTS, FieldPicker
from frontend.pages.contact_parts.field_values import FIELD
from frontend.pages.contact_parts.fields import Field, use_fields
from frontend.session import current_session

MOST_AT_ONCE = 8
"""A new contact's form shows all fields up to so many; beyond, they are chosen."""


@component
def CustomFields(form: Form) -> VdomDict:
    """An input that fits its type for each field; what is emptied is cleared."""
    session, fields = current_session(), use_fields()
    opened, set_opened = use_state(frozenset(form.values[FIELD]))
    all_at_once = len(fields) <= MOST_AT_ONCE
    shown = [field for field in fields if all_at_once or field["id"] in opened]

    def open_field(field_id: str) -> None:
        set_opened(lambda before: before | {field_id})
        session.command("focus", id=form.element_id(f"{FIELD}.{field_id}"))

    return html.section(
        {"className": "form-rows form-custom", "aria-label": t("Custom fields")},
        html.h3({"className": "form-heading"}, t("Custom fields")),
        html.div({"className": "form-custom-fields"}, *(_input(form, field) for field in shown)),
        FieldPicker(
            [field for field in fields if field not in shown],
            open_field,
            id="form-fields",
            key="picker",
        ),
    )


def _input(form: Form, field: Field) -> Component:
    type, attributes = INPUTS[field["kind"]]
    lines = type == "lines"
    return TextField(
        form,
        f"{FIELD}.{field['id']}",
        label=field["name"],
        type="text" if lines else type,
        lines=2 if lines else 1,
        attributes=attributes,
        key=field["id"],
    )
