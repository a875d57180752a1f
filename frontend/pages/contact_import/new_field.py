"""Making a column a custom field that does not exist yet: its name and its type, both guessed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from reactpy import component, event, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, SelectField, TextField
from frontend.components.unsaved import Unsaved
from frontend.hooks import use_form
from frontend.locale import t
from frontend.pages.contact_import.mapping import Column
from frontend.pages.contact_import.one_import import Refusals
from frontend.pages.contact_import.targets import LONGEST_NAME
from frontend.pages.contact_parts.fields import kind_options


@component
def NewImportField(
    column: Column,
    *,
    on_named: Callable[[str, str], Awaitable[Refusals]],
    on_close: Callable[[], None],
) -> VdomDict:
    """Ask how the field is called and what it holds; it is made when the import begins. `on_named`
    returns why it cannot be.
    """
    form = use_form(
        {"name": column["header"].strip()[:LONGEST_NAME], "kind": column["guessedKind"]}
    )
    busy, set_busy = use_state(False)

    async def add() -> None:
        if not form.values["name"].strip():
            form.show_errors([{"code": "REQUIRED", "path": ["name"], "parameters": []}])
            return
        set_busy(True)
        try:
            refusals = await on_named(form.values["name"], form.values["kind"])
        finally:
            set_busy(False)
        form.show_errors([{**each, "path": each["path"][-1:]} for each in refusals])

    async def submitted(_: dict[str, Any]) -> None:
        await add()

    return Dialog(
        t("Create a custom field"),
        html.form(
            {"className": "form", "onSubmit": event(submitted, prevent_default=True)},
            TextField(
                form,
                "name",
                label=t("Name of the field"),
                autofocus=True,
                attributes={"maxLength": LONGEST_NAME},
                key="name",
            ),
            SelectField(
                form,
                "kind",
                kind_options(),
                label=t("Type"),
                hint=t("Guessed from what is in the column. A field keeps its type."),
                key="kind",
            ),
            Unsaved(form, key="unsaved"),
        ),
        on_close=on_close,
        id="import-new-field",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), attributes={"data-close": ""}),
            Button(t("Use this field"), variant="primary", on_click=add, busy=busy),
        ),
    )
