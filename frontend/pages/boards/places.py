"""Where boards and their cards are in the interface."""

from __future__ import annotations

from urllib.parse import quote, unquote

from frontend.location import match

BOARD_PATTERN = "/boards/{board}"
CARD_PATTERN = "/boards/{board}/cards/{card}"


def board_url(workflow_id: str) -> str:
    """Return the URL of a board."""
    return f"/boards/{quote(workflow_id, safe='=')}"


def card_url(workflow_id: str, card_id: str) -> str:
    """Return the URL of a board with a card open beside it."""
    return f"{board_url(workflow_id)}/cards/{quote(card_id, safe='=')}"


def board_of(path: str) -> str:
    """Return the board that a path leads to, with or without an open card; empty elsewhere."""
    found = match(BOARD_PATTERN, path) or match(CARD_PATTERN, path) or {}
    return unquote(found.get("board", ""))


def card_of(path: str) -> str:
    """Return the card that is open at a path; empty when none is."""
    return unquote((match(CARD_PATTERN, path) or {}).get("card", ""))
