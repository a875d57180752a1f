"""Putting labels on all ticked contacts, and taking others off."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Choice, Combobox, Dialog
from frontend.errors import explain
from frontend.hooks import use_can
from frontend.locale import t, tn
from frontend.pages.contact_parts.labels import create_label, label_choices, use_labels
from frontend.pages.contacts_grid.bulk_change import dialog_actions, undo_hint, use_bulk_change
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.session import current_session

NONE_CHOSEN: tuple[str, ...] = ()


@component
def BulkLabels(contacts: ContactList, *, on_close: Callable[[], None]) -> VdomDict:
    """A dialog with two boxes, one of labels to add and one of labels to remove."""
    session, labels = current_session(), use_labels()
    can_create = use_can("MANAGE_LABELS")
    added, set_added = use_state(NONE_CHOSEN)
    removed, set_removed = use_state(NONE_CHOSEN)
    change = use_bulk_change(contacts, on_close)
    choices = label_choices(labels)

    async def create(name: str) -> None:
        if label := await create_label(session, name):
            set_added(lambda chosen: (*chosen, label["id"]))

    async def apply() -> None:
        asked = {"add": list(added), "remove": list(removed)}
        for error in await change.apply({"labels": asked}):
            session.toasts.show(explain(error), kind="error")

    return Dialog(
        tn("Label {count} contact", "Label {count} contacts", change.total),
        html.div(
            {"className": "form"},
            _box(
                "bulk-add",
                t("Add labels"),
                [choice for choice in choices if choice.value not in removed],
                added,
                set_added,
                create if can_create else None,
            ),
            _box(
                "bulk-remove",
                t("Remove labels"),
                [choice for choice in choices if choice.value not in added],
                removed,
                set_removed,
                None,
            ),
            undo_hint(),
        ),
        on_close=on_close,
        id="bulk-labels",
        actions=dialog_actions(apply, busy=change.busy, disabled=not (added or removed)),
    )


def _box(
    id: str,
    words: str,
    choices: list[Choice],
    chosen: tuple[str, ...],
    set_chosen: Callable[[Callable[[tuple[str, ...]], tuple[str, ...]]], None],
    create: Callable[[str], Awaitable[None]] | None,
) -> VdomDict:
    def take(value: str) -> None:
        set_chosen(lambda shown: shown if value in shown else (*shown, value))

    def leave(value: str) -> None:
        set_chosen(lambda shown: tuple(other for other in shown if other != value))

    return html.div(
        {"className": "field", "key": id},
        html.label({"className": "field-label", "htmlFor": id}, words),
        Combobox(
            id=id,
            label=words,
            choices=choices,
            selected=[choice for choice in choices if choice.value in chosen],
            multiple=True,
            on_select=take,
            on_remove=leave,
            on_create=create,
            create_label=lambda text: t("Create the label “{name}”", name=text),
            placeholder=t("Choose labels"),
            key=id,
        ),
    )
