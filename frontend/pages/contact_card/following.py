"""What keeps a shown contact true: its changes, its conflicts, its deletion."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Button, Notice, Time
from frontend.hooks import use_can, use_live, use_store
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_card.state import CardState
from frontend.pages.contact_parts.conflict_dialog import ConflictDialog
from frontend.pages.contact_parts.deletion import restore_contacts
from frontend.pages.contact_parts.edits import Edit


@component
def Follow(state: CardState) -> None:
    """Nothing to see: keeps the card true."""
    cursor: str | None = use_store(state.cursor)
    use_live(
        load("contacts/contact_changed"),
        {"id": state.contact_id},
        state.follow,
        after=cursor,
        skip=cursor is None,
    )


@component
def Conflict(state: CardState) -> Component | None:
    """The dialog that settles what two people changed at once."""
    conflict = use_store(state.conflict)
    if conflict is None:
        return None

    async def settle(edits: tuple[Edit, ...]) -> None:
        state.settle()
        for words in await state.save(edits):
            state.session.toasts.show(words, kind="error")

    return ConflictDialog(conflict, on_settle=settle, on_close=state.settle, key=str(id(conflict)))


@component
def Deleted(state: CardState) -> VdomDict | None:
    """Says that the contact is deleted, and brings it back."""
    can_write = use_can("WRITE_CONTACTS")
    deleted_at: str | None = use_store(
        state.contact, lambda contact: (contact or {}).get("deletedAt")
    )
    if not deleted_at:
        return None

    async def restore() -> None:
        if await restore_contacts(state.session, {"ids": [state.contact_id]}):
            await state.read()

    return Notice(
        html.p(t("Deleted"), " ", Time(deleted_at)),
        kind="warning",
        action=Button(t("Restore"), small=True, on_click=restore) if can_write else None,
    )
