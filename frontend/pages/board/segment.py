"""The cards of a step that are loaded: one unbroken run of them, and what live changes make of it.

A card's rank orders the cards of its step, compared as a text; its place is where the API goes on
reading. Nothing here reads or sends: these are decisions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from frontend.fragments import Fragment

FIRST = 12
"""How many cards of each step are read with the board: a screen of them."""
PAGE = 30
"""How many are read at a time when a step is looked at further."""
MOST = 5 * PAGE
"""How many a window keeps of one step; beyond, those far from what is looked at are let go."""


class Row(NamedTuple):
    """A loaded card."""

    id: str
    rank: str
    place: str
    version: int
    name: str
    fragment: Fragment


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Segment:
    """Loaded cards in their order. `above` and `below`: there are more beyond.

    Every change makes another segment; two are never compared by what they hold.
    """

    rows: tuple[Row, ...] = ()
    above: bool = False
    below: bool = False
    end: int = 0
    """Counts the jumps to the step's end, which the browser follows."""
    _by_id: dict[str, Row] = field(default_factory=dict, init=False, repr=False)

    def row(self, card_id: str) -> Row | None:
        """Return a loaded card."""
        if not self._by_id:  # every window that holds the segment looks here at every change
            self._by_id.update((row.id, row) for row in self.rows)
        return self._by_id.get(card_id)

    def neighbours_of(self, card_id: str) -> tuple[str | None, str | None]:
        """Return the ids before and after a loaded card."""
        for index, row in enumerate(self.rows):
            if row.id == card_id:
                before = self.rows[index - 1].id if index else None
                after = self.rows[index + 1].id if index + 1 < len(self.rows) else None
                return before, after
        return None, None

    def without(self, card_id: str) -> Segment:
        """Return the segment once a card has left."""
        if self.row(card_id) is None:
            return self
        return replace(self, rows=tuple(row for row in self.rows if row.id != card_id))

    def with_row(self, row: Row) -> Segment:
        """Put a card at its place, if that lies within what is loaded; otherwise beyond it."""
        rest = self.without(row.id)
        index = bisect_left(rest.rows, row.rank, key=_rank)
        if index == 0 and rest.above:
            return rest
        if index == len(rest.rows) and rest.below:
            return rest
        return replace(rest, rows=(*rest.rows[:index], row, *rest.rows[index:]))

    def joined_below(self, rows: Sequence[Row], *, more: bool) -> Segment:
        """Put a page after the last card; let go of the first ones when there are too many."""
        kept = (*self.rows, *_fresh(rows, self.rows))
        cut = max(0, len(kept) - MOST)
        return replace(self, rows=kept[cut:], above=self.above or cut > 0, below=more)

    def joined_above(self, rows: Sequence[Row], *, more: bool) -> Segment:
        """Put a page before the first card; let go of the last ones when there are too many."""
        kept = (*_fresh(rows, self.rows), *self.rows)
        return replace(self, rows=kept[:MOST], above=more, below=self.below or len(kept) > MOST)


def _rank(row: Row) -> str:
    return row.rank


def _fresh(rows: Sequence[Row], kept: Sequence[Row]) -> list[Row]:
    known = {row.id for row in kept}
    return [row for row in rows if row.id not in known]
