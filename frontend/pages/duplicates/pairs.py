"""The pairs as one window sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from frontend.client import OperationFailed
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

PAGE = 50
Pair = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """What has been read of the list."""

    pairs: tuple[Pair, ...]
    total: int
    end: str | None
    """Where the next page begins; None when all are here."""


@dataclass(eq=False)
class PairList:
    """The list from its top as far as it was scrolled; read again whenever something changed."""

    session: Session
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    cursor: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The place in the history of the first reading, from which changes are followed."""
    pages: int = 1

    async def read(self) -> None:
        """Read as many pages as are shown."""
        pairs: list[Pair] = []
        after: str | None = None
        total = 0
        try:
            for _ in range(self.pages):
                data = await self._page(after)
                found = data["duplicatePairs"]
                pairs += [edge["node"] for edge in found["edges"]]
                total = found["totalCount"]
                after = found["pageInfo"]["endCursor"]
                if self.cursor.value is None:
                    self.cursor.set((data["viewer"] or {}).get("cursor"))
                if not found["pageInfo"]["hasNextPage"]:
                    after = None
                    break
        except OperationFailed:
            self.failed.set(True)
            raise
        self.failed.set(False)
        self.shown.set(Shown(tuple(pairs), total, after))

    async def read_more(self) -> None:
        """Show another page."""
        self.pages += 1
        await self.read()

    def take_off(self, pair_id: str) -> None:
        """Show a pair no more, ahead of the server's own word."""
        shown = self.shown.value
        if shown is not None:
            left = tuple(pair for pair in shown.pairs if pair["id"] != pair_id)
            gone = len(shown.pairs) - len(left)
            self.shown.set(Shown(left, shown.total - gone, shown.end))

    async def _page(self, after: str | None) -> dict[str, Any]:
        operation = load("duplicates/list_duplicates")
        data: dict[str, Any] = await self.session.client.run(
            operation, {"first": PAGE, "after": after}
        )
        return data
