"""What cards are called, and what is said of their steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.locale import t


def card_name(card: Mapping[str, Any]) -> str:
    """Return what a card is called: its title, else its contact's name."""
    return card.get("name") or t("Untitled card")


def step_path(card: Mapping[str, Any]) -> str:
    """Return where a card stands: its board and step."""
    return t("{board} › {step}", board=card["workflow"]["name"], step=card["step"]["name"])
