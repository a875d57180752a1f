"""Checkboxes and switches: they answer at the click, the server hears of it."""

from __future__ import annotations

from typing import Literal

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Attributes, Handler, classes, listener, merged


def Checkbox(
    label: str,
    *,
    checked: bool = False,
    name: str | None = None,
    on_change: Handler | None = None,
    hint: str | None = None,
    look: Literal["box", "switch"] = "box",
    label_hidden: bool = False,
    disabled: bool = False,
    attributes: Attributes | None = None,
) -> VdomDict:
    """Draw a checkbox, or a switch for what takes effect at once. `checked` is only what it starts
    with.

    `on_change` reads `event["target"]["checked"]`.
    """
    given = merged(
        attributes,
        type="checkbox",
        className=classes("checkbox-input", look == "switch" and "switch-input"),
        name=name,
        defaultChecked=checked,
        disabled=disabled or None,
        onChange=listener(on_change),
        role="switch" if look == "switch" else None,
        **{"aria-label": label if label_hidden else None},
    )
    if label_hidden:
        return html.input(given)
    return html.label(
        {"className": classes("checkbox", disabled and "checkbox-disabled")},
        html.input(given),
        html.span(
            {"className": "checkbox-words"},
            html.span(label),
            html.span({"className": "field-hint"}, hint) if hint else None,
        ),
    )
