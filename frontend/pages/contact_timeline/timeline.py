"""The entries of a story as one window sees them: read by pages, followed, kept as fragments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from frontend.client import OperationFailed
from frontend.fragments import Fragment
from frontend.locale.formats import local_day
from frontend.operations import load
from frontend.pages.contact.parts import contact_parts
from frontend.pages.contact_timeline.entry import day_heading, entry_row
from frontend.session import Session
from frontend.store import Store

PAGE = 30


class Row(NamedTuple):
    """An entry as it is kept: its place in the history, its day, and what is drawn."""

    cursor: str
    day: date
    drawn: Fragment


class Shown(NamedTuple):
    """The entries on screen, newest first, and the place behind which older ones begin, None at
    the beginning of the story.
    """

    rows: tuple[Row, ...]
    older: str | None

    def fragments(self) -> Iterable[Fragment]:
        """Return what is drawn: each day's heading before its entries."""
        day: date | None = None
        for row in self.rows:
            if row.day != day:
                day = row.day
                yield day_heading(day)
            yield row.drawn


@dataclass(eq=False)
class Timeline:
    """One contact's story about one topic, or about all when `topic` is empty."""

    session: Session
    contact_id: str
    topic: str
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    cursor: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The place in the history that the story was read at, None before."""
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    """Whether the newest entries could not be read."""
    _reading_older: bool = False

    @property
    def variables(self) -> dict[str, Any]:
        story = contact_parts().story_of(self.topic)
        return {"contactId": self.contact_id, "topics": list(story.topics) if story else None}

    def begin_with(self, connection: Mapping[str, Any], cursor: str | None) -> None:
        """Show what the page read when it opened."""
        self.shown.set(_shown(connection))
        self.cursor.set(cursor)

    async def begin(self) -> None:
        """Read the newest entries, unless they are here."""
        if self.shown.value is None:
            await self.read()

    async def read(self) -> None:
        """Read the newest entries anew."""
        try:
            data = await self._page(None)
        except OperationFailed:
            self.failed.set(True)
            raise
        self.failed.set(False)
        self.shown.set(_shown(data["contactTimeline"]))
        self.cursor.set((data["viewer"] or {}).get("cursor"))

    async def read_older(self) -> None:
        """Read the page behind what is shown; a second wish for the same is not heard."""
        shown = self.shown.value
        if self._reading_older or shown is None or shown.older is None:
            return
        self._reading_older = True
        try:
            page = _shown((await self._page(shown.older))["contactTimeline"])
        finally:
            self._reading_older = False
        self.shown.update(lambda now: now and Shown(_joined(now.rows, page.rows), page.older))

    async def follow(self, event: Mapping[str, Any]) -> None:
        """Take in an event of `contactTimeline`."""
        if event["reset"]:
            await self.read()
            return
        new = tuple(_row(entry) for entry in event["entries"])
        self.shown.update(lambda now: now and now._replace(rows=_joined(new, now.rows)))

    async def _page(self, after: str | None) -> Mapping[str, Any]:
        asked = {**self.variables, "first": PAGE, "after": after}
        data: Mapping[str, Any] = await self.session.client.run(
            load("timeline/list_timeline"), asked
        )
        return data


def _joined(newer: tuple[Row, ...], older: tuple[Row, ...]) -> tuple[Row, ...]:
    """Put entries one after the other; one that is in both is shown once."""
    known = {row.cursor for row in newer}
    return (*newer, *(row for row in older if row.cursor not in known))


def _shown(connection: Mapping[str, Any]) -> Shown:
    page = connection["pageInfo"]
    rows = tuple(_row(edge["node"]) for edge in connection["edges"])
    return Shown(rows, page["endCursor"] if page["hasNextPage"] else None)


def _row(entry: Mapping[str, Any]) -> Row:
    return Row(entry["cursor"], local_day(entry["at"]), entry_row(entry))
