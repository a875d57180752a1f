"""The dialogs of a saved filter: its name and who sees it, and the question before it goes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from reactpy import component, event, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Button,
    CheckboxField,
    ConfirmDialog,
    Dialog,
    FormErrors,
    TextField,
)
from frontend.components.unsaved import Unsaved
from frontend.hooks import use_can, use_form
from frontend.locale import t
from frontend.pages.contact_filters.segments import (
    PRIVATE,
    TEAM,
    Saved,
    Segment,
    delete_segment,
)
from frontend.session import current_session

LONGEST_NAME = 60


class Naming(NamedTuple):
    """What is said of a filter beside which contacts it chooses."""

    name: str = ""
    visibility: str = PRIVATE
    with_list: bool = False
    """Whether the order and the columns of the list are kept with it."""


Keep = Callable[[Naming], Awaitable[Saved]]


@component
def NameDialog(
    title: str,
    sentence: str,
    *,
    naming: Naming = Naming(),  # noqa: B008 - it never changes
    on_save: Keep,
    on_close: Callable[[], None],
) -> VdomDict:
    """Ask for the name of a filter, what is kept with it, and for those who may whether the team
    sees it.
    """
    can_share = use_can("SHARE_SEGMENTS")
    form = use_form(
        {
            "name": naming.name,
            "with_list": naming.with_list,
            "shared": naming.visibility == TEAM,
        }
    )
    busy, set_busy = use_state(False)
    running = use_ref(False)

    async def save() -> None:
        if running.current:  # a second Enter comes before the button is drawn busy
            return
        running.current = True
        set_busy(True)
        shown = form.values
        wanted = Naming(
            shown["name"].strip(), TEAM if shown["shared"] else PRIVATE, shown["with_list"]
        )
        try:
            saved = await on_save(wanted)
        finally:
            running.current = False
            set_busy(False)
        form.show_errors(saved.errors)
        if saved.segment_id:
            on_close()

    async def submitted(_: dict[str, Any]) -> None:
        await save()

    return html.div(
        {"className": "filter-naming"},
        Dialog(
            title,
            html.form(
                {"className": "form", "onSubmit": event(submitted, prevent_default=True)},
                html.p({"className": "filter-sentence", "key": "sentence"}, sentence),
                FormErrors(form, key="errors"),
                TextField(
                    form,
                    "name",
                    label=t("Name of the filter"),
                    autofocus=True,
                    required=True,
                    attributes={"maxLength": LONGEST_NAME},
                    key="name",
                ),
                CheckboxField(
                    form,
                    "with_list",
                    label=t("With the order and the columns shown now"),
                    hint=t("Opening the filter shows them; your own columns stay as they are."),
                    key="with-list",
                ),
                CheckboxField(
                    form,
                    "shared",
                    label=t("Share with the team"),
                    hint=t("Everybody in the account sees it; otherwise only you do."),
                    key="shared",
                )
                if can_share
                else None,
                Unsaved(form, key="unsaved"),
            ),
            on_close=on_close,
            id="filter-name",
            actions=html.div(
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(t("Save"), variant="primary", on_click=save, busy=busy),
            ),
        ),
    )


@component
def DeleteFilter(
    segment: Segment,
    *,
    leave: Callable[[], None],
    enter: Callable[[], None],
    on_close: Callable[[], None],
) -> Component:
    """Ask before a saved filter goes; the contacts stay. `leave` and `enter` are told when it is
    gone and back.
    """
    session = current_session()

    async def delete() -> None:
        await delete_segment(session, segment, leave=leave, enter=enter)
        on_close()

    words = t("The contacts stay; only the saved filter goes. You can undo this.")
    if segment["visibility"] == TEAM:
        words = t("The whole team sees this filter. The contacts stay. You can undo this.")
    return ConfirmDialog(
        t("Delete the filter “{name}”?", name=segment["name"]),
        words,
        confirm=t("Delete"),
        danger=True,
        on_confirm=delete,
        on_close=on_close,
    )
