"""The rows of a list that are loaded: one unbroken run of it, and what live changes make of it.

Rows are counted from 0 at the top of the whole list. Nothing here reads or sends: these are
decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from frontend.fragments import Fragment

PAGE = 50
"""How many rows are read at a time."""
MARGIN = 40
"""How many rows are kept ready before and after those in view."""


class Row(NamedTuple):
    """A loaded row. `cursor` is None where a live change brought it: it is known only by its
    neighbours.
    """

    id: str
    name: str
    fragment: Fragment
    cursor: str | None = None


class Placement(NamedTuple):
    """A row and the id of the one right before it in the list, None for the first of all."""

    row: Row
    previous_id: str | None


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Segment:
    """Loaded rows from `start` on, out of `total`. `at_top` and `at_end`: no row lies beyond.

    Every change makes another segment: two are never compared by what they hold, since drawn rows
    of the same contact would pass for equal.
    """

    start: int = 0
    rows: tuple[Row, ...] = ()
    at_top: bool = True
    at_end: bool = True
    total: int = 0

    @property
    def end(self) -> int:
        """The place after the last loaded row."""
        return self.start + len(self.rows)

    def index_of(self, row_id: str | None) -> int | None:
        """Return where a row is among the loaded ones."""
        for index, row in enumerate(self.rows):
            if row.id == row_id:
                return index
        return None

    def neighbours_of(self, row_id: str) -> tuple[str | None, str | None] | None:
        """Return the ids before and after a row; None where they are not known from the loaded
        rows.
        """
        index = self.index_of(row_id)
        if index is None or (index == 0 and not self.at_top):
            return None
        if index == len(self.rows) - 1 and not self.at_end:
            return None
        before = self.rows[index - 1].id if index else None
        after = self.rows[index + 1].id if index + 1 < len(self.rows) else None
        return before, after

    def covers(self, first: int, last: int) -> bool:
        """Tell whether rows `first` to `last` and the margin around them are loaded."""
        wanted_end = min(last + 1 + MARGIN, self.total)
        above = self.at_top or self.start <= max(0, first - MARGIN)
        below = self.at_end or self.end >= wanted_end
        return bool(self.rows or not self.total) and above and below

    def touches(self, first: int, last: int) -> bool:
        """Tell whether rows `first` to `last` lie in or next to what is loaded, so that it can be
        extended.
        """
        return bool(self.rows) and first <= self.end + PAGE and last >= self.start - PAGE

    def joined_below(self, after: int, rows: Sequence[Row], at_end: bool) -> Segment:
        """Put a page after the loaded row at index `after`, in the place of those behind it."""
        kept = self.rows[: after + 1]
        return replace(self, rows=(*kept, *_fresh(rows, kept)), at_end=at_end)

    def joined_above(self, before: int, rows: Sequence[Row], at_top: bool) -> Segment:
        """Put a page before the loaded row at index `before`, in the place of those above it."""
        kept = self.rows[before:]
        added = _fresh(rows, kept)
        start = 0 if at_top else max(0, self.start + before - len(added))
        return replace(self, rows=(*added, *kept), start=start, at_top=at_top)

    def trimmed(self, first: int, last: int) -> Segment:
        """Let go of rows that are far from `first` to `last`."""
        above = max(0, min(len(self.rows), first - 2 * MARGIN - self.start))
        below = max(0, min(len(self.rows) - above, self.end - (last + 1 + 2 * MARGIN)))
        rows = self.rows[above : len(self.rows) - below]
        if not rows or len(rows) == len(self.rows):
            return self
        return replace(
            self,
            start=self.start + above,
            rows=rows,
            at_top=self.at_top and not above,
            at_end=self.at_end and not below,
        )


class Changed(NamedTuple):
    """What live changes made of a segment. `certain` is False when its place or the total must be
    asked for.
    """

    segment: Segment
    certain: bool


def apply_changes(
    segment: Segment,
    entered: Sequence[Placement],
    changed: Sequence[Placement],
    left: Iterable[str],
) -> Changed:
    """Return the segment after rows entered the list, changed in it (perhaps moved) and left it.

    Placements tell the order after all changes of the same event. What happens outside the loaded
    rows may push them
    up or down; unless they begin at the top, how far is not known from the event alone.
    """
    gone = set(left)
    if not gone and not entered and (redrawn := _in_place(segment, changed)) is not None:
        return Changed(replace(segment, rows=redrawn), certain=True)
    loaded = {row.id for row in segment.rows}
    arrivals = [placement for placement in entered if placement.row.id not in loaded]
    altered = [*changed, *(placement for placement in entered if placement.row.id in loaded)]
    elsewhere = [placement for placement in altered if placement.row.id not in loaded]
    rows, moved, in_place = _without_moved(segment, altered, gone)
    unplaced = _place(rows, [*arrivals, *moved, *elsewhere], segment.at_top)
    repeated = len(arrivals) < len(entered)
    if segment.at_top:
        certain = not repeated and not (unplaced and (segment.at_end or not rows))
    else:
        certain = not (repeated or unplaced or elsewhere or gone - loaded)
    return Changed(
        replace(
            segment,
            rows=tuple(in_place.get(row.id, row) for row in rows),
            total=max(0, segment.total - len(gone) + len(arrivals)),
        ),
        certain,
    )


def _in_place(segment: Segment, changed: Sequence[Placement]) -> tuple[Row, ...] | None:
    """Return the rows with the changed ones among them, None unless all of those are loaded and
    stay where they are.

    So it is nearly always, and every window that shows a row asks it for every change of it.
    """
    rows = list(segment.rows)
    for placement in changed:
        index = segment.index_of(placement.row.id)
        if index is None or (index == 0 and not segment.at_top):
            return None
        if placement.previous_id != (segment.rows[index - 1].id if index else None):
            return None
        rows[index] = placement.row
    return tuple(rows)


def _without_moved(
    segment: Segment, altered: Sequence[Placement], gone: set[str]
) -> tuple[list[Row], list[Placement], dict[str, Row]]:
    """Return the rows that stay, the altered ones to be placed anew, and those that changed where
    they are.
    """
    news = {placement.row.id: placement for placement in altered}
    staying: list[Row] = []
    in_place: dict[str, Row] = {}
    moved: list[Placement] = []
    previous: str | None = None
    previous_stays = True
    for row in segment.rows:
        placement = news.get(row.id)
        stays = row.id not in gone
        if stays and placement is not None:
            # Behind the same row as before, and that one has not gone elsewhere itself.
            stays = previous_stays and placement.previous_id == previous
            if stays:
                in_place[row.id] = placement.row
            else:
                moved.append(placement)
        if stays:
            staying.append(row)
        previous, previous_stays = row.id, stays
    return staying, moved, in_place


def _place(rows: list[Row], pending: Sequence[Placement], at_top: bool) -> bool:
    """Put rows behind the ones they follow; tell whether some were left over, whose neighbours are
    not loaded.
    """
    waiting = list(pending)
    while waiting:
        left_over: list[Placement] = []
        for placement in waiting:
            index = _index_behind(rows, placement.previous_id, at_top)
            if index is None:
                left_over.append(placement)
            else:
                rows.insert(index, placement.row)
        if len(left_over) == len(waiting):
            return True
        waiting = left_over
    return False


def _index_behind(rows: list[Row], previous_id: str | None, at_top: bool) -> int | None:
    if previous_id is None:
        return 0 if at_top else None
    for index, row in enumerate(rows):
        if row.id == previous_id:
            return index + 1
    return None


def _fresh(rows: Sequence[Row], kept: Sequence[Row]) -> list[Row]:
    known = {row.id for row in kept}
    return [row for row in rows if row.id not in known]
