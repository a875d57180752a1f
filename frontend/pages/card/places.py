"""Where boards and their cards are in the interface."""

from __future__ import annotations

from urllib.parse import quote

CARD_PATTERN = "/boards/{board}/cards/{card}"


def board_url(workflow_id: str) -> str:
    """Return the URL of a board."""
    return f"/boards/{quote(workflow_id, safe='=')}"


def card_url(workflow_id: str, card_id: str) -> str:
    """Return the URL of a board with a card open beside it."""
    return f"{board_url(workflow_id)}/cards/{quote(card_id, safe='=')}"
