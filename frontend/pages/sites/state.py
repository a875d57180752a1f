"""The account's sites as one window sees them."""

from __future__ import annotations

from dataclasses import dataclass, field

from frontend.client import OperationFailed
from frontend.operations import load
from frontend.pages.site_parts.words import Site
from frontend.session import Session
from frontend.store import Store

PAGE = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """What has been read of the list; `end` is where the rest begins."""

    sites: tuple[Site, ...]
    total: int
    end: str | None
    search: str
    checked: bool
    """Whether the sites are looked at every day."""


@dataclass(eq=False)
class SiteList:
    """The list from its top as far as it was scrolled; read again whenever something changed."""

    session: Session
    search: str = ""
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    pages: int = 1
    _reading: int = 0

    async def read(self) -> None:
        """Read as many pages as are shown; what a later reading asked for wins."""
        self._reading += 1
        reading, search = self._reading, self.search
        shown: Shown | None = None
        try:
            for _ in range(self.pages):
                shown = await self._page(search, shown)
                if shown.end is None:
                    break
        except OperationFailed:
            self.failed.set(self.shown.value is None)
            raise
        if reading == self._reading:
            self.failed.set(False)
            self.shown.set(shown)

    async def _page(self, search: str, before: Shown | None) -> Shown:
        """Return what is shown when another page comes after what was read before."""
        wanted = {"search": search, "first": PAGE, "after": before.end if before else None}
        data = await self.session.client.run(load("sites/list_sites"), wanted)
        found = data["sites"]
        return Shown(
            (*(before.sites if before else ()), *(edge["node"] for edge in found["edges"])),
            found["totalCount"],
            found["pageInfo"]["endCursor"] if found["pageInfo"]["hasNextPage"] else None,
            search,
            data["siteChecks"]["enabled"],
        )

    async def find(self, search: str) -> None:
        """Show what a search finds, from the top."""
        self.search, self.pages = search, 1
        await self.read()

    async def read_more(self) -> None:
        """Show another page."""
        self.pages += 1
        await self.read()

    def site(self, site_id: str) -> Site | None:
        """Return a shown site."""
        shown = self.shown.value
        sites = shown.sites if shown else ()
        return next((site for site in sites if site["id"] == site_id), None)
