"""Archiving, deleting and moving cards, with the words that say so and their Undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.pages.card.words import card_name
from frontend.session import Session

Card = Mapping[str, Any]

_acting: set[str] = set()
"""Cards that are being put away: a double click is one."""


async def archive_card(session: Session, card: Card) -> bool:
    """Put a card into the archive, and say so with an Undo."""
    words = t("{card} was archived", card=card_name(card))
    return await _put_away(session, card, "archive_cards", "unarchive_cards", words)


async def delete_card(session: Session, card: Card) -> bool:
    """Delete a card, and say so with an Undo."""
    words = t("{card} was deleted", card=card_name(card))
    return await _put_away(session, card, "delete_cards", "restore_cards", words)


async def bring_back(session: Session, card: Card) -> bool:
    """Take a card out of the bin, or out of the archive."""
    verb = "restore_cards" if card["deletedAt"] else "unarchive_cards"
    return await run(session, verb, {"ids": [card["id"]]}) is not None


async def _put_away(session: Session, card: Card, verb: str, back: str, words: str) -> bool:
    if card["id"] in _acting:
        return False
    _acting.add(card["id"])
    try:
        if await run(session, verb, {"ids": [card["id"]]}) is None:
            return False
    finally:
        _acting.discard(card["id"])

    async def undo() -> None:
        await run(session, back, {"ids": [card["id"]]})

    session.toasts.show(words, kind="success", undo=undo)
    return True


async def run(session: Session, verb: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Do something with cards; what is refused is said in a toast, and None returned."""
    operation = load(f"cards/{verb}")
    try:
        data = await session.client.run(operation, {"input": dict(values)})
    except OperationFailed as error:
        report(error, session)
        return None
    payload: Mapping[str, Any] = data[operation.field]
    if payload["errors"]:
        session.toasts.show(explain(payload["errors"][0]), kind="error")
        return None
    return payload
