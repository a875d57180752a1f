"""Taking away what a contact has, with the way to bring it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.locale import t
from frontend.pages.contact_card.state import CardState
from frontend.pages.contact_parts.address_edit import AddressEdit
from frontend.pages.contact_parts.edits import ITEM_FIELDS, Edit, ItemEdit, TextEdit

NAMES = {"emails": "address", "phones": "number"}
"""What an item of each list is, in one word."""


async def remove_item(state: CardState, field: str, item: Mapping[str, Any], text: str) -> None:
    """Take an e-mail or a phone away."""
    name = NAMES[field]
    rest = tuple((each, item[each]) for each in ITEM_FIELDS[field] if each not in ("id", name))
    await _remove(
        state,
        ItemEdit(field, item["id"], name, item[name], ""),
        ItemEdit(field, None, name, "", item[name], rest),
        text,
    )


async def remove_address(state: CardState, address: Mapping[str, Any], text: str) -> None:
    """Take a postal address away."""
    await _remove(state, AddressEdit(address, None), AddressEdit(None, address), text)


async def remove_text(state: CardState, field: str, text: str) -> None:
    """Take a plain field away: the company."""
    await _remove(state, TextEdit(field, text, ""), TextEdit(field, "", text), text)


async def _remove(state: CardState, edit: Edit, back: Edit, text: str) -> None:
    toasts = state.session.toasts

    async def undo() -> None:
        for words in await state.save([back]):
            toasts.show(words, kind="error")

    refused = await state.save([edit])
    for words in refused:
        toasts.show(words, kind="error")
    if not refused and state.conflict.value is None:
        toasts.show(t("Removed: {text}", text=text), kind="success", undo=undo)
