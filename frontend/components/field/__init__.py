"""A labelled field: label above, hint and refusal below, tied together for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components.checkbox import Checkbox
from frontend.components.elements import Attributes, Child, classes
from frontend.components.icon import Icon
from frontend.components.select import Option, Select
from frontend.components.suggest import Suggest, Suggesting
from frontend.components.text_input import TextArea, TextInput
from frontend.hooks.form import Form
from frontend.hooks.state import use_store


def Field(
    label: str,
    control: VdomDict,
    *,
    id: str,
    hint: str | None = None,
    errors: Sequence[str] = (),
    required: bool = False,
    label_hidden: bool = False,
    aside: Child = None,
    suggest: Suggesting | None = None,
) -> VdomDict:
    """Draw a label, a control (`TextInput`, `Select` …) and the words that belong to it.

    `id` becomes the control's id. `aside` stands at the end of the label's line, e.g. a link.
    `suggest` finds texts to offer under it.
    """
    described = [f"{id}-hint"] if hint else []
    if errors:
        described.append(f"{id}-error")
    tied: dict[str, Any] = {"id": id}
    if described:
        tied["aria-describedby"] = " ".join(described)
    if errors:
        tied["aria-invalid"] = "true"
    if required:
        tied["required"] = True
    control["attributes"] = {**control.get("attributes", {}), **tied}
    return html.div(
        {"className": classes("field", bool(errors) and "field-invalid")},
        html.div(
            {
                "className": classes(
                    "field-heading", label_hidden and not aside and "visually-hidden"
                )
            },
            html.label(
                {
                    "htmlFor": id,
                    "className": classes("field-label", label_hidden and "visually-hidden"),
                },
                label,
            ),
            aside,
        ),
        Suggest(control, suggest, id=id, key="control") if suggest else control,
        html.p({"id": f"{id}-hint", "className": "field-hint"}, hint) if hint else None,
        FieldErrors(id, errors),
    )


def FieldErrors(id: str, errors: Sequence[str]) -> VdomDict | None:
    """Draw refusals under a control and have them read out."""
    if not errors:
        return None
    return html.div(
        {"id": f"{id}-error", "className": "field-errors", "role": "alert"},
        *(
            html.p({"className": "field-error"}, Icon("circle-alert", size=14), words)
            for words in errors
        ),
    )


@component
def TextField(
    form: Form,
    name: str,
    *,
    label: str,
    type: str = "text",
    hint: str | None = None,
    required: bool = False,
    placeholder: str = "",
    autocomplete: str = "off",
    autofocus: bool = False,
    lines: int = 1,
    label_hidden: bool = False,
    aside: Child = None,
    suggest: Suggesting | None = None,
    attributes: Attributes | None = None,
) -> VdomDict:
    """A text field of a form. It keeps its own text, and shows the form's refusals for its name by
    itself.

    With `lines` above 1 it is a text area of that height. `suggest` finds texts to offer under it.
    """
    errors = use_store(form.errors, lambda shown: shown.get(name, ()))
    given = {**form.control(name), **(attributes or {})}
    if lines > 1:
        control = TextArea(rows=lines, placeholder=placeholder, attributes=given)
    else:
        control = TextInput(
            type=type,
            placeholder=placeholder,
            autocomplete=autocomplete,
            autofocus=autofocus,
            attributes=given,
        )
    return Field(
        label,
        control,
        id=form.element_id(name),
        hint=hint,
        errors=errors,
        required=required,
        label_hidden=label_hidden,
        aside=aside,
        suggest=suggest,
    )


@component
def SelectField(
    form: Form,
    name: str,
    options: Sequence[Option],
    *,
    label: str,
    hint: str | None = None,
    required: bool = False,
    label_hidden: bool = False,
    attributes: Attributes | None = None,
) -> VdomDict:
    """A select of a form."""
    errors = use_store(form.errors, lambda shown: shown.get(name, ()))
    given = {**form.control(name), **(attributes or {})}
    chosen = given.pop("defaultValue")
    given["onChange"] = given.pop("onInput")
    return Field(
        label,
        Select(options, value=chosen, attributes=given),
        id=form.element_id(name),
        hint=hint,
        errors=errors,
        required=required,
        label_hidden=label_hidden,
    )


@component
def CheckboxField(form: Form, name: str, *, label: str, hint: str | None = None) -> VdomDict:
    """A checkbox of a form."""
    errors = use_store(form.errors, lambda shown: shown.get(name, ()))
    return html.div(
        {"className": "field"},
        Checkbox(label, hint=hint, attributes=form.checkbox(name)),
        FieldErrors(form.element_id(name), errors),
    )


@component
def FormErrors(form: Form) -> VdomDict | None:
    """The refusals of a form that belong to no field of it."""
    errors: tuple[str, ...] = use_store(form.errors, lambda shown: shown.get("", ()))
    if not errors:
        return None
    return html.div(
        {"className": "notice notice-error", "role": "alert"},
        Icon("circle-alert"),
        html.div(*(html.p(words) for words in errors)),
    )
