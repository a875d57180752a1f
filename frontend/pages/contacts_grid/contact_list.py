"""The list as one window sees it: reads the rows that are looked at, and follows what changes in
them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from frontend.client import Client, OperationFailed
from frontend.errors import report
from frontend.operations import load
from frontend.pages.contacts_grid.columns import ColumnChoice
from frontend.pages.contacts_grid.listing import Listing
from frontend.pages.contacts_grid.rows import row_of
from frontend.pages.contacts_grid.segment import MARGIN, PAGE, Row, Segment
from frontend.pages.contacts_grid.selection import Selection
from frontend.pages.contacts_grid.shared_rows import change_by, held_once
from frontend.store import Store

SPAN_LIMIT = 5_000
"""How many contacts one shift-click may tick."""
IDS_PAGE = 200
NOT_UNDERSTOOD = "BAD_USER_INPUT"
JUMP_MARGIN = 20


class Opened(NamedTuple):
    """What is on screen, and the place in the history it was read at; live changes are followed
    from there.

    `generation` counts the readings, `jumps` those after which the browser goes to the first row
    read.
    """

    generation: int
    jumps: int
    listing: Listing
    columns: ColumnChoice
    cursor: str | None
    makes_sense: bool = True
    """False when the API did not understand the filter, which came out of a mangled link."""


class Told(NamedTuple):
    """A selection that the server made, for the browser to take over, after what it said up to
    `heard`.
    """

    epoch: int = 0
    heard: int = 0
    selection: Selection = Selection()


class _Answer(NamedTuple):
    rows: list[Row]
    has_previous: bool
    has_next: bool
    total: int
    cursor: str | None


@dataclass(eq=False)
class ContactList:
    """The loaded segment of one listing, and what is ticked in it.

    Reads and live changes take turns, so that neither undoes the other.
    """

    client: Client
    own: Store[ColumnChoice | None] = field(
        default_factory=lambda: Store[ColumnChoice | None](None)
    )
    """The user's columns, None until they have been read."""
    choice: Store[ColumnChoice | None] = field(
        default_factory=lambda: Store[ColumnChoice | None](None)
    )
    """The columns that are wanted now: the user's, or those of the saved filter that is open."""
    drawn: Store[ColumnChoice] = field(default_factory=lambda: Store(ColumnChoice()))
    """The columns on screen: their order changes together with the rows."""
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    opened: Store[Opened | None] = field(default_factory=lambda: Store[Opened | None](None))
    segment: Store[Segment | None] = field(default_factory=lambda: Store[Segment | None](None))
    selection: Store[Selection] = field(default_factory=lambda: Store(Selection()))
    told: Store[Told] = field(default_factory=lambda: Store(Told()))
    doubts: Store[int] = field(default_factory=lambda: Store(0))
    """Grows whenever the total or the place of the segment must be asked for."""
    view: tuple[int, int] = (0, 30)
    """The first and last row in view, as the browser last said."""
    heard: int = 0
    """The number of the last tick that the browser told."""
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _wanted: tuple[int, int] | None = None
    _loading: asyncio.Task[None] | None = None

    @property
    def listing(self) -> Listing:
        return self.opened.value.listing if self.opened.value else Listing()

    @property
    def columns(self) -> ColumnChoice:
        return self.opened.value.columns if self.opened.value else ColumnChoice()

    @property
    def total(self) -> int:
        return self.segment.value.total if self.segment.value else 0

    def name_of(self, contact_id: str) -> str | None:
        """Return the name of a loaded contact."""
        segment = self.segment.value
        index = segment.index_of(contact_id) if segment else None
        return segment.rows[index].name if segment and index is not None else None

    async def open(
        self, listing: Listing, columns: ColumnChoice, anchor: str | None = None
    ) -> None:
        """Show a listing from its top, or from the contact `anchor` on; other columns stay at their
        place.
        """
        async with self._turn:
            before = self.opened.value
            if before is not None and before.listing == listing:
                if before.columns.shown != columns.shown:
                    await self._read_again(columns)
                return
            start = await self._place_of(anchor, listing) if anchor else 0
            answer = await self._read(listing, columns, first=PAGE, offset=start, total=True)
            if not answer.rows and start:
                start = 0
                answer = await self._read(listing, columns, first=PAGE, offset=0, total=True)
            self.view = (start, start + 30)
            self._show(listing, columns, start, answer)

    async def open_nothing(self, listing: Listing, columns: ColumnChoice) -> None:
        """Show no rows for a listing that makes no sense; there is nothing to follow either."""
        async with self._turn:
            self._show(listing, columns, 0, _Answer([], False, False, 0, None))
            opened = self.opened.value
            self.opened.set(opened and opened._replace(makes_sense=False))

    def choose(self, choice: ColumnChoice) -> None:
        """Take other columns; widths show at once, another order as soon as its rows are here."""
        self.choice.set(choice)
        if self.opened.value is None or choice.shown == self.drawn.value.shown:
            self.drawn.set(choice)

    def look(self, first: int, last: int) -> None:
        """Have the rows around `first` to `last` loaded; of several wishes the last one counts."""
        self._wanted = (max(0, first), max(first, last))
        if self._loading is None or self._loading.done():
            self._loading = asyncio.get_running_loop().create_task(self._load())

    async def apply(self, event: Mapping[str, Any], generation: int) -> None:
        """Take in an event of `contactsChanged`; one of a listing that is no longer shown is
        dropped.
        """
        async with self._turn:
            opened, segment = self.opened.value, self.segment.value
            if opened is None or segment is None or opened.generation != generation:
                return
            if event["reset"]:
                await self._read_anew(opened)
                return
            changed = change_by(segment, event, opened.columns.shown)
            if event["left"]:
                self.select(self.selection.value.without(event["left"]))
            if changed.segment.total and not changed.segment.rows:
                await self._read_again(opened.columns)
                return
            self.segment.set(changed.segment.trimmed(*self.view))
            if not changed.certain:
                self._doubt()

    async def _read_anew(self, opened: Opened) -> None:
        try:
            await self._read_again(opened.columns)
        except OperationFailed as error:
            # The field that the list is sorted by is gone: the page turns to another sort.
            if not (opened.listing.is_custom and error.code == "NOT_FOUND"):
                raise

    async def settle(self) -> None:
        """Ask for the total and the place of the loaded rows, which live changes left in doubt."""
        async with self._turn:
            segment = self.segment.value
            if segment is None:
                return
            variables = self.listing.variables()
            if not segment.rows:
                answer = await self.client.run(load("contacts/count_contacts"), variables)
                total = answer["contacts"]["totalCount"]
            else:
                answer = await self.client.run(
                    load("contacts/locate_contact"), {**variables, "id": segment.rows[0].id}
                )
                total = answer["contacts"]["totalCount"]
                place = answer["contactPosition"]
                if place is None:
                    await self._read_again(self.columns)
                    return
                segment = replace(segment, start=place, at_top=segment.at_top and place == 0)
            self.segment.set(replace(segment, total=total))

    async def tick_span(self, first: int, last: int) -> None:
        """Tick the rows between two places, loaded or not."""
        listing, start = self.listing, min(first, last)
        wanted = min(abs(last - first) + 1, SPAN_LIMIT)
        ids: list[str] = []
        while len(ids) < wanted:
            page = min(IDS_PAGE, wanted - len(ids))
            answer = await self.client.run(
                load("contacts/list_contact_ids"),
                {**listing.variables(), "first": page, "offset": start + len(ids)},
            )
            edges = answer["contacts"]["edges"]
            ids += [edge["node"]["id"] for edge in edges]
            if len(edges) < page:
                break
        self.select(self.selection.value.ticked(add=ids))

    def select(self, selection: Selection) -> None:
        """Tick what the server decides, in the browser too."""
        if selection != self.selection.value:
            self.selection.set(selection)
            self.told.update(lambda told: Told(told.epoch + 1, self.heard, selection))

    def close(self) -> None:
        """Stop what is being loaded."""
        if self._loading is not None:
            self._loading.cancel()

    async def _load(self) -> None:
        try:
            while self._wanted is not None:
                wanted, self._wanted = self._wanted, None
                async with self._turn:
                    await self._cover(*wanted)
        except Exception as error:
            report(error)

    async def _cover(self, first: int, last: int) -> None:
        opened, segment = self.opened.value, self.segment.value
        if opened is None or segment is None:
            return
        first = min(first, max(0, segment.total - 1))
        last = min(last, max(0, segment.total - 1))
        self.view = (first, last)
        if not segment.touches(first, last):
            # The rows in view first; the browser asks again for those around them.
            segment = await self._jumped(opened, segment, first, last)
        elif not segment.covers(first, last):
            segment = await self._extended(opened, segment, first, last)
        self.segment.set(held_once(segment.trimmed(first, last)))

    async def _jumped(self, opened: Opened, segment: Segment, first: int, last: int) -> Segment:
        size = min(IDS_PAGE, max(PAGE, last - first + 1 + JUMP_MARGIN))
        start = max(0, min(first - JUMP_MARGIN // 2, segment.total - size))
        answer = await self._read(opened.listing, opened.columns, first=size, offset=start)
        return replace(
            segment,
            start=start,
            rows=tuple(answer.rows),
            at_top=not answer.has_previous,
            at_end=not answer.has_next,
        )

    async def _extended(self, opened: Opened, segment: Segment, first: int, last: int) -> Segment:
        if not segment.at_end and segment.end < last + 1 + MARGIN:
            segment = await self._extended_below(opened, segment, last)
        if not segment.at_top and segment.start > max(0, first - MARGIN):
            segment = await self._extended_above(opened, segment, first)
        return segment

    async def _extended_below(self, opened: Opened, segment: Segment, last: int) -> Segment:
        after = next(
            (i for i in reversed(range(len(segment.rows))) if segment.rows[i].cursor), None
        )
        if after is None:
            return await self._jumped(opened, segment, *self.view)
        behind = len(segment.rows) - 1 - after
        missing = last + 1 + MARGIN - segment.end
        answer = await self._read(
            opened.listing,
            opened.columns,
            first=min(IDS_PAGE, behind + max(PAGE, missing)),
            after=segment.rows[after].cursor,
        )
        segment = segment.joined_below(after, answer.rows, at_end=not answer.has_next)
        if segment.at_end and segment.end != segment.total:
            self._doubt()
        return segment

    async def _extended_above(self, opened: Opened, segment: Segment, first: int) -> Segment:
        before = next((i for i in range(len(segment.rows)) if segment.rows[i].cursor), None)
        if before is None:
            return await self._jumped(opened, segment, *self.view)
        missing = segment.start - max(0, first - MARGIN)
        answer = await self._read(
            opened.listing,
            opened.columns,
            last=min(IDS_PAGE, before + max(PAGE, missing)),
            before=segment.rows[before].cursor,
        )
        extended = segment.joined_above(before, answer.rows, at_top=not answer.has_previous)
        if not extended.at_top and extended.start == 0:
            self._doubt()
        return extended

    async def _read_again(self, columns: ColumnChoice) -> None:
        """Read what is loaded once more, keeping the first row in view where it is."""
        listing, segment = self.listing, self.segment.value or Segment()
        start = segment.start
        index = min(max(0, self.view[0] - start), max(0, len(segment.rows) - 1))
        if start and segment.rows:
            start = max(
                0, await self._place_of(segment.rows[index].id, listing, start + index) - index
            )
        size = min(IDS_PAGE, max(PAGE, len(segment.rows)))
        answer = await self._read(listing, columns, first=size, offset=start, total=True)
        if not answer.rows and start:
            start = max(0, answer.total - size)
            answer = await self._read(listing, columns, first=size, offset=start, total=True)
        self._show(listing, columns, start, answer)

    async def _place_of(self, contact_id: str, listing: Listing, otherwise: int = 0) -> int:
        try:
            answer = await self.client.run(
                load("contacts/locate_contact"), {**listing.variables(), "id": contact_id}
            )
        except OperationFailed as error:
            if error.code != NOT_UNDERSTOOD:
                raise
            return otherwise
        place = answer["contactPosition"]
        return otherwise if place is None else int(place)

    async def _read(
        self, listing: Listing, columns: ColumnChoice, *, total: bool = False, **page: Any
    ) -> _Answer:
        variables = {**listing.variables(), **columns.relations, **page, "total": total}
        data = await self.client.run(load("contacts/list_contacts"), variables)
        contacts = data["contacts"]
        return _Answer(
            [row_of(edge["node"], columns.shown, edge["cursor"]) for edge in contacts["edges"]],
            contacts["pageInfo"]["hasPreviousPage"],
            contacts["pageInfo"]["hasNextPage"],
            contacts.get("totalCount") or 0,
            (data.get("viewer") or {}).get("cursor"),
        )

    def _show(self, listing: Listing, columns: ColumnChoice, start: int, answer: _Answer) -> None:
        before = self.opened.value
        generation = before.generation + 1 if before else 1
        if before is not None and before.listing != listing:
            kept = replace(before.listing, sort=listing.sort, descending=listing.descending)
            if kept != listing:
                self.select(Selection())
        jumps = before.jumps + (before.listing != listing) if before else 1
        self.opened.set(Opened(generation, jumps, listing, columns, answer.cursor))
        chosen = self.choice.value or columns
        self.drawn.set(chosen if chosen.shown == columns.shown else columns)
        segment = Segment(
            start,
            tuple(answer.rows),
            at_top=not answer.has_previous,
            at_end=not answer.has_next,
            total=answer.total,
        )
        self.segment.set(held_once(segment))

    def _doubt(self) -> None:
        self.doubts.update(lambda doubts: doubts + 1)
