"""The catalogue as one window sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from frontend.client import OperationFailed
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

Product = Mapping[str, Any]
PAGE = 60
MOST_AT_ONCE = 200
"""As many as the API returns at once."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What has been read of the list; `end` is where the rest begins."""

    products: tuple[Product, ...]
    total: int
    end: str | None
    search: str


@dataclass(eq=False)
class Catalogue:
    """The list from its top as far as it was scrolled; read again whenever something changed."""

    session: Session
    search: str = ""
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    wanted: int = PAGE
    """How many are to be shown, if there are as many."""
    _reading: int = 0

    async def read(self) -> None:
        """Read as far as is shown; what a later reading asked for wins."""
        await self._read(None)

    async def read_more(self) -> None:
        """Read what comes after what is shown."""
        self.wanted += PAGE
        await self._read(self.shown.value)

    async def find(self, search: str) -> None:
        """Show what a search finds, from the top."""
        self.search, self.wanted = search, PAGE
        await self._read(None)

    async def _read(self, shown: Shown | None) -> None:
        self._reading += 1
        reading, search = self._reading, self.search
        try:
            while shown is None or (shown.end and len(shown.products) < self.wanted):
                shown = await self._page(search, shown)
        except OperationFailed:
            self.failed.set(self.shown.value is None)
            raise
        if reading == self._reading:
            self.failed.set(False)
            self.shown.set(shown)

    async def _page(self, search: str, before: Shown | None) -> Shown:
        """Return what is shown when another page comes after what was read before."""
        known = before.products if before else ()
        first = min(self.wanted - len(known), MOST_AT_ONCE)
        wanted = {"search": search, "first": first, "after": before.end if before else None}
        data = await self.session.client.run(load("billing/list_products"), wanted)
        found = data["products"]
        return Shown(
            (*known, *(edge["node"] for edge in found["edges"])),
            found["totalCount"],
            found["pageInfo"]["endCursor"] if found["pageInfo"]["hasNextPage"] else None,
            search,
        )

    def product(self, product_id: str) -> Product | None:
        """Return a shown product."""
        shown = self.shown.value
        products = shown.products if shown else ()
        return next((each for each in products if each["id"] == product_id), None)
