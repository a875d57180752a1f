"""What all lines have in common, told to the browser once: it dresses each line with it.

Drawn in every line, the buttons, the taxes and the unchanging attributes were four fifths of what a
long draft sends when it opens (static/islands/builder_pattern.js puts them on).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from reactpy import html
from reactpy.types import VdomDict

from frontend.components import IconButton
from frontend.components.icon import Icon
from frontend.fragments import wire_model
from frontend.locale import t
from frontend.pages.document_builder.lines import HEADING, TEXT

NAME_LENGTH, TEXT_LENGTH, UNIT_LENGTH, NUMBER_LENGTH = 200, 4_000, 30, 24


def pattern(taxes: Sequence[Mapping[str, Any]]) -> str:
    """Return the handle, the acts, the taxes to choose from and each field's attributes, as JSON. A
    field is known by its name, where it is another one in a heading or text by the kind before it.
    """
    choices = [[each["id"], each["name"], each["isArchived"]] for each in taxes]
    return orjson.dumps(
        {
            "handle": wire_model(_handle()),
            "acts": wire_model(_acts()),
            "taxes": [["", t("No tax"), False], *choices],
            "fields": {
                "name": {
                    **_text(t("Item"), "builder-name", NAME_LENGTH),
                    "role": "combobox",
                    "aria-autocomplete": "list",
                    "aria-expanded": "false",
                    "aria-controls": "builder-offers",
                },
                f"{HEADING}.name": _text(t("Heading of a section"), "builder-name", NAME_LENGTH),
                f"{TEXT}.description": _area(t("Text")),
                "description": _area(t("Description")),
                "quantity": _number(t("Quantity"), "quantity", "0"),
                "price": _number(t("Price"), "price", "0"),
                "tax_id": {"aria-label": t("Tax"), "class": "input select builder-tax"},
                "unit": {
                    **_text(t("Unit"), "builder-unit", UNIT_LENGTH),
                    "placeholder": t("hour, day …"),
                },
                "discount": _number(t("Discount of the line in percent"), "discount", "0"),
            },
        }
    ).decode()


def _text(label: str, name: str, length: int) -> dict[str, str]:
    return {
        "type": "text",
        "class": f"input {name}",
        "aria-label": label,
        "placeholder": label,
        "maxlength": str(length),
    }


def _area(label: str) -> dict[str, str]:
    return {
        "class": "input input-area builder-description",
        "rows": "1",
        "aria-label": label,
        "placeholder": label,
        "maxlength": str(TEXT_LENGTH),
    }


def _number(label: str, name: str, placeholder: str) -> dict[str, str]:
    given = _text(label, f"builder-number builder-{name}", NUMBER_LENGTH)
    return {**given, "placeholder": placeholder, "inputmode": "decimal"}


def _handle() -> VdomDict:
    return html.button(
        {
            "type": "button",
            "className": "builder-handle",
            "title": t("Drag to move; Alt and the arrows move too"),
            "aria-label": t("Move the line"),
            "data-handle": "",
        },
        Icon("grip-vertical", size=14),
    )


def _acts() -> VdomDict:
    def act(icon: str, label: str, name: str) -> VdomDict:
        return IconButton(icon, label, small=True, attributes={"data-act": name})

    return html.span(
        {"className": "builder-acts"},
        act("settings-2", t("Description, unit, discount"), "open"),
        act("copy", t("Duplicate the line"), "duplicate"),
        act("trash-2", t("Delete the line"), "delete"),
    )
