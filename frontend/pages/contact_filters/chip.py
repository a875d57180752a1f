"""A part of a filter in the bar: words that open its editor, and a cross."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Child, ColorDot, Icon, classes
from frontend.locale import t
from frontend.pages.contact_filters.conditions import Condition, Part
from frontend.pages.contact_filters.names import Names
from frontend.pages.contact_filters.words import sentence, words_of


def FilterChip(
    part: Part,
    names: Names,
    *,
    id: str,
    is_open: bool,
    on_edit: Callable[[], None] | None,
    on_remove: Callable[[], None],
) -> VdomDict:
    """Draw a part of a filter. What is more than a condition can only be read, and removed."""
    said = sentence(part, names)
    if isinstance(part, Condition) and on_edit is not None:
        open_editor = on_edit
        face = html.button(
            {
                "id": id,
                "key": "face",
                "type": "button",
                "className": "condition-face",
                "title": said,
                "aria-haspopup": "dialog",
                "aria-expanded": str(is_open).lower(),
                "onClick": lambda _: open_editor(),
            },
            *_condition(part, names),
        )
    else:
        face = html.span(
            {"id": id, "key": "face", "className": "condition-face", "title": said, "tabIndex": -1},
            html.span({"className": "condition-value"}, said),
        )
    return html.li(
        {"key": id, "className": classes("condition", is_open and "condition-open")},
        face,
        html.button(
            {
                "key": "remove",
                "type": "button",
                "className": "condition-remove",
                "aria-label": t("Remove {name}", name=said),
                "onClick": lambda _: on_remove(),
            },
            Icon("x", size=12),
        ),
    )


def _condition(condition: Condition, names: Names) -> list[Child]:
    field, operator, value = words_of(condition, names)
    if not operator and not value:
        return [html.span({"key": "value", "className": "condition-value"}, field)]
    # The spaces are read out and copied; what one sees is the gap between the parts.
    return [
        html.span({"key": "field", "className": "condition-field"}, field + " "),
        html.span({"key": "operator", "className": "condition-operator"}, operator + " "),
        html.span({"key": "dots", "className": "condition-dots"}, *_dots(condition, names)),
        html.span({"key": "value", "className": "condition-value"}, value),
    ]


def _dots(condition: Condition, names: Names) -> list[Child]:
    if condition.field != "label":
        return []
    known = [names.labels[value] for value in condition.values if value in names.labels]
    return [ColorDot(label["color"]) for label in known[:3]]
