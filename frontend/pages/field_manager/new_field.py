"""Making a custom field: its name and its type."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from reactpy import component, event, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, FormErrors, SelectField, TextField
from frontend.components.unsaved import Unsaved
from frontend.hooks import use_form
from frontend.locale import t
from frontend.pages.contact_parts.fields import Field, create_field, kind_options
from frontend.session import current_session

Made = Callable[[Field], Awaitable[None]]


@component
def NewFieldDialog(*, on_made: Made, on_close: Callable[[], None], name: str = "") -> VdomDict:
    """Ask for the name and the type of a new field, which it keeps for life."""
    session = current_session()
    form = use_form({"name": name, "kind": "TEXT"})
    busy, set_busy = use_state(False)

    async def add() -> None:
        set_busy(True)
        field, refused = await create_field(session, form.values["name"], form.values["kind"])
        set_busy(False)
        form.show_errors(refused)
        if field is not None:
            await on_made(field)

    async def submitted(_: dict[str, Any]) -> None:
        await add()

    return html.div(
        {"className": "field-new"},
        Dialog(
            t("New field"),
            html.form(
                {"className": "form", "onSubmit": event(submitted, prevent_default=True)},
                FormErrors(form, key="errors"),
                TextField(
                    form,
                    "name",
                    label=t("Name of the field"),
                    autofocus=True,
                    attributes={"maxLength": 60},
                    key="name",
                ),
                SelectField(
                    form,
                    "kind",
                    kind_options(),
                    label=t("Type"),
                    hint=t("A field keeps its type."),
                    key="kind",
                ),
                Unsaved(form, key="unsaved"),
            ),
            on_close=on_close,
            id="new-field",
            actions=html.div(
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(t("Add field"), variant="primary", on_click=add, busy=busy),
            ),
        ),
    )
