"""A list of the API as one window sees it: from its top as far as it was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from frontend.client import OperationFailed
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

PAGE = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """What has been read of a list; `end` is where the rest begins."""

    rows: tuple[Mapping[str, Any], ...]
    total: int
    end: str | None


@dataclass(eq=False)
class PagedList:
    """Reads the connection that an operation asks for by `first` and `after`, with its
    `totalCount`; read again when something changed.
    """

    session: Session
    operation: str
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    pages: int = 1
    _reading: int = 0

    async def read(self) -> None:
        """Read as many pages as are shown; what a later reading asked for wins."""
        self._reading += 1
        reading = self._reading
        shown: Shown | None = None
        try:
            for _ in range(self.pages):
                shown = await self._page(shown)
                if shown.end is None:
                    break
        except OperationFailed:
            self.failed.set(self.shown.value is None)
            raise
        if reading == self._reading:
            self.failed.set(False)
            self.shown.set(shown)

    async def read_more(self) -> None:
        """Show another page."""
        self.pages += 1
        await self.read()

    async def _page(self, before: Shown | None) -> Shown:
        """Return what is shown when another page comes after what was read before."""
        operation = load(self.operation)
        wanted = {"first": PAGE, "after": before.end if before else None}
        found = (await self.session.client.run(operation, wanted))[operation.field]
        return Shown(
            (*(before.rows if before else ()), *(edge["node"] for edge in found["edges"])),
            found["totalCount"],
            found["pageInfo"]["endCursor"] if found["pageInfo"]["hasNextPage"] else None,
        )
