"""Who may change the shown contact."""

from __future__ import annotations

from frontend.hooks import use_can, use_store
from frontend.pages.contact_card.state import CardState, is_deleted


def use_may_write(state: CardState) -> bool:
    """Tell whether the viewer may change this contact."""
    can_write = use_can("WRITE_CONTACTS")
    deleted: bool = use_store(state.contact, is_deleted)
    return can_write and not deleted
