"""Deleting the shown contact, once it was confirmed."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component
from reactpy.types import Component

from frontend.components import ConfirmDialog
from frontend.locale import t
from frontend.pages.contact_card.state import CardState
from frontend.pages.contact_parts.deletion import delete_contacts
from frontend.pages.contact_parts.words import contact_name


@component
def Deletion(
    state: CardState, *, on_deleted: Callable[[], None], on_close: Callable[[], None]
) -> Component | None:
    """The dialog that asks; `on_deleted` is called when the contact lies in the bin."""
    contact = state.contact.value
    if contact is None:
        return None

    async def delete() -> None:
        done = await delete_contacts(
            state.session, {"ids": [state.contact_id]}, count=1, name=contact_name(contact)
        )
        on_close()
        if done:
            on_deleted()

    return ConfirmDialog(
        t("Delete {name}?", name=contact_name(contact)),
        t("You can undo this for 30 days."),
        confirm=t("Delete"),
        danger=True,
        on_confirm=delete,
        on_close=on_close,
        key="confirm",
    )
