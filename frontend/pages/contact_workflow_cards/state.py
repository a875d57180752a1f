"""The workflow cards of a contact as one window sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import report
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

Card = Mapping[str, Any]
FIRST = 20
"""As many as the page's operation reads."""
MOST = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """The cards that were read, and how many there are."""

    cards: tuple[Card, ...]
    total: int


@dataclass(eq=False)
class CardList:
    """The cards of a contact: read, followed."""

    session: Session
    contact_id: str
    listed: Store[Listed | None] = field(default_factory=lambda: Store[Listed | None](None))

    def take(self, connection: Mapping[str, Any]) -> None:
        """Show what was read."""
        cards = tuple(edge["node"] for edge in connection["edges"])
        self.listed.set(Listed(cards, connection["totalCount"]))

    async def read(self, *, more: bool = False) -> None:
        """Read as many as are shown anew, or more of them."""
        shown = len(self.listed.value.cards) if self.listed.value else FIRST
        first = MOST if more else min(MOST, max(FIRST, shown))
        try:
            data = await self.session.client.run(
                load("cards/list_contact_cards"), {"id": self.contact_id, "first": first}
            )
        except OperationFailed as error:
            report(error, self.session)
            return
        if data["contact"] is not None:
            self.take(data["contact"]["cards"])
