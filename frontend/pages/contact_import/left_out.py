"""The columns that nothing is made of yet, and making custom fields of all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button
from frontend.errors import explain
from frontend.hooks import use_can, use_store
from frontend.locale import t, tn
from frontend.pages.contact_import.mapping import Column, is_imported
from frontend.pages.contact_import.one_import import OneImport
from frontend.pages.contact_import.targets import LONGEST_NAME, asked_field


def worth_keeping(columns: Sequence[Column]) -> list[Column]:
    """Return the columns that are left out though there is something in them and a name on them;
    of several with one name the first.
    """
    found: dict[str, Column] = {}
    for column in columns:
        name = column["header"].strip()
        if name and not column["isEmpty"] and not is_imported(column):
            found.setdefault(name.casefold(), column)
    return list(found.values())


def asked_columns(columns: Sequence[Column]) -> list[dict[str, Any]]:
    """Return what the API is asked to make fields of columns."""
    return [
        {
            "index": each["index"],
            "target": asked_field(each["header"].strip()[:LONGEST_NAME], each["guessedKind"]),
        }
        for each in columns
    ]


@component
def KeepAll(one: OneImport) -> VdomDict | None:
    """The button that makes custom fields of them all."""
    columns: tuple[Column, ...] = use_store(
        one.shown, lambda found: tuple(found["columns"]) if found else ()
    )
    busy: bool = use_store(one.pending, lambda verbs: "configure_import" in verbs)
    can_define = use_can("MANAGE_CUSTOM_FIELDS")
    kept = worth_keeping(columns)
    if not can_define or len(kept) < 2:
        return None

    async def keep() -> None:
        for refusal in await one.configure(columns=asked_columns(kept)):
            one.session.toasts.show(explain(refusal), kind="error")

    words = tn(
        "Make {count} of them a custom field", "Make {count} of them custom fields", len(kept)
    )
    return html.div(
        {"className": "import-keep"},
        html.p({"className": "import-text"}, t("There is something in these columns.")),
        Button(words, icon="list-plus", small=True, on_click=keep, busy=busy),
    )
