"""The labels of a shown contact."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Chip, Combobox
from frontend.hooks import use_can, use_store
from frontend.locale import t
from frontend.pages.contact_card.state import CardState, is_deleted
from frontend.pages.contact_parts.labels import (
    change_labels,
    create_label,
    label_choices,
    use_labels,
)


@component
def Labels(state: CardState) -> VdomDict:
    """The labels: chosen, taken off and made on the spot."""
    session, known = state.session, use_labels()
    can_write, can_create = use_can("WRITE_CONTACTS"), use_can("MANAGE_LABELS")
    carried = use_store(state.contact, lambda contact: (contact or {}).get("labels", ()))
    deleted: bool = use_store(state.contact, is_deleted)

    async def change(add: list[str], remove: list[str]) -> None:
        await change_labels(session, {"ids": [state.contact_id]}, add=add, remove=remove)
        await state.read()

    async def create(name: str) -> None:
        if label := await create_label(session, name):
            await change([label["id"]], [])

    if not can_write or deleted:
        chips = [
            Chip(label["name"], color=label["color"], attributes={"key": label["id"]})
            for label in carried
        ]
        none = html.span({"className": "chips-none"}, t("No labels."))
        return html.div({"className": "chips"}, *(chips or (none,)))
    return html.div(
        {"className": "quick-section quick-labels", "role": "group", "aria-label": t("Labels")},
        Combobox(
            id="quick-labels",
            label=t("Add labels"),
            choices=label_choices(known or carried),
            selected=label_choices(carried),
            multiple=True,
            on_select=lambda label_id: change([label_id], []),
            on_remove=lambda label_id: change([], [label_id]),
            on_create=create if can_create else None,
            create_label=lambda text: t("Create the label “{name}”", name=text),
            placeholder=t("Add labels"),
            key="labels",
        ),
    )
