"""What cards bring to a board: the drawer of the one that is open."""

from __future__ import annotations

from frontend.pages.card.slot import CardSlot

SLOTS = (lambda: CardSlot(key="card"),)
