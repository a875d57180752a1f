"""Deleting the shown contact, once it was confirmed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component
from reactpy.types import Component

from frontend.components import ConfirmDialog
from frontend.hooks import use_query
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_card.state import CardState
from frontend.pages.contact_parts.belongings import counted
from frontend.pages.contact_parts.deletion import delete_contacts
from frontend.pages.contact_parts.words import contact_name


@component
def Deletion(
    state: CardState, *, on_deleted: Callable[[], None], on_close: Callable[[], None]
) -> Component | None:
    """The dialog that asks, and names what goes with the contact; `on_deleted` is called when it
    lies in the bin.
    """
    contact = state.contact.value
    asked, _, _, _ = use_query(load("contacts/what_goes_with"), {"id": state.contact_id})
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
        _what_goes((asked or {}).get("contact") or {}),
        confirm=t("Delete"),
        danger=True,
        on_confirm=delete,
        on_close=on_close,
        key="confirm",
    )


def _what_goes(found: Mapping[str, Any]) -> str:
    """Say what is deleted along with the contact, and comes back with it."""
    totals = {"FILE": "attachments", "NOTE": "notes", "PROJECT": "projects", "CARD": "cards"}
    things = counted(
        {
            **{kind: (found.get(of) or {}).get("totalCount", 0) for kind, of in totals.items()},
            "OPEN_TASK": found.get("openTaskCount", 0),
            "MESSAGE": found.get("messageCount", 0),
        }
    )
    if not things:
        return t("You can undo this for 30 days.")
    return t(
        "It goes with all that belongs to it: {things}. You can undo this for 30 days.",
        things=things,
    )
