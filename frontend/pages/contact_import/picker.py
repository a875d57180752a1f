"""The list of what a column can become: one for all columns, opened and searched by the browser."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Icon
from frontend.fragments import fragment
from frontend.locale import t
from frontend.pages.contact_import.targets import (
    NEW,
    SKIP,
    STANDARD,
    custom_choices,
    field_words,
    groups,
)
from frontend.pages.contact_parts.fields import Fields


@fragment(version=lambda fields, can_define: (fields_key(fields), can_define))
def picker_list(fields: Fields, can_define: bool) -> VdomDict:
    """Draw the popup with its search box."""
    return html.div(
        {"className": "import-picker", "popover": "auto", "id": "import-picker"},
        html.input(
            {
                "type": "text",
                "className": "input import-picker-search",
                "role": "combobox",
                "autocomplete": "off",
                "aria-label": t("Find a field"),
                "aria-controls": "import-picker-list",
                "aria-expanded": "true",
                "aria-autocomplete": "list",
                "placeholder": t("Find a field"),
                "data-transient": "",
            }
        ),
        html.div(
            {
                "className": "import-picker-list",
                "role": "listbox",
                "id": "import-picker-list",
                "aria-label": t("Fields"),
            },
            _option(SKIP, t("Don’t import"), icon="x"),
            _option(NEW, t("Create a custom field…"), icon="plus") if can_define else None,
            *(
                _group(heading, [(STANDARD + each, field_words(each), "") for each in fields_in])
                for heading, fields_in in groups()
            ),
            _group(t("Custom fields"), custom_choices(fields)) if fields else None,
        ),
        html.p({"className": "import-picker-none", "hidden": True}, t("Nothing found")),
    )


def fields_key(fields: Fields) -> tuple[tuple[str, str, str], ...]:
    """Return what the list shows of custom fields."""
    return tuple((each["id"], each["name"], each["kind"]) for each in fields)


def _group(heading: str, choices: list[tuple[str, str, str]]) -> VdomDict:
    return html.div(
        {
            "role": "group",
            "aria-label": heading,
            "className": "import-picker-group",
            "key": heading,
        },
        html.p({"className": "menu-heading", "aria-hidden": "true"}, heading),
        *(_option(key, words, hint=hint) for key, words, hint in choices),
    )


def _option(key: str, words: str, *, hint: str = "", icon: str | None = None) -> VdomDict:
    return html.div(
        {
            "key": key,
            "id": f"import-option-{key}",
            "role": "option",
            "className": "combobox-option",
            "aria-selected": "false",
            "data-value": key,
            "data-label": words,
        },
        Icon(icon, size=14) if icon else None,
        html.span({"className": "combobox-label"}, words),
        html.span({"className": "combobox-hint"}, hint) if hint else None,
        Icon("check", size=14, class_name="combobox-check"),
    )
