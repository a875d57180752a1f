"""Which contacts are ticked: some by id, or the whole result but some.

The browser ticks at once (static/islands/grid_selection.js) and tells what changed; this follows
it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from frontend.pages.contacts_grid.listing import Listing


@dataclass(frozen=True, slots=True)
class Selection:
    """`ids` are the ticked contacts; where `everything` is ticked, they are the exceptions."""

    ids: frozenset[str] = frozenset()
    everything: bool = False

    def ticked(self, add: Iterable[str] = (), remove: Iterable[str] = ()) -> Selection:
        """Return the selection after ticks came and went."""
        added, removed = (remove, add) if self.everything else (add, remove)
        return replace(self, ids=(self.ids | frozenset(added)) - frozenset(removed))

    def without(self, gone: Iterable[str]) -> Selection:
        """Return the selection without contacts that left the list."""
        return replace(self, ids=self.ids - frozenset(gone))

    def count(self, total: int) -> int:
        """Return how many contacts are ticked, out of a result of `total`."""
        return max(0, total - len(self.ids)) if self.everything else len(self.ids)

    def is_empty(self, total: int) -> bool:
        return self.count(total) == 0

    def argument(self, listing: Listing) -> dict[str, Any]:
        """Return the API's ContactSelection; the whole result goes by its filter, never by ids."""
        if not self.everything:
            return {"ids": sorted(self.ids)}
        result = listing.filter() or {"deleted": False}
        if self.ids:
            result = {"and": [result, {"not": {"ids": sorted(self.ids)}}]}
        return {"filter": result}
