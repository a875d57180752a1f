"""A contact's notes as one window sees them: read page by page, followed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from frontend.client import OperationFailed
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

PAGE = 30
Note = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """What has been read: pinned ones first, then the newest; `end` is where the rest begins."""

    notes: tuple[Note, ...]
    end: str | None


@dataclass(eq=False)
class NoteList:
    """The notes of the open contact."""

    session: Session
    contact_id: str
    cursor: str | None = None
    """The place in the history that they were read at."""
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    editing: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The note that is being edited."""

    def begin(self, connection: Any, cursor: str | None) -> None:
        """Take what the page read when it opened, if it did."""
        if connection is not None and cursor is not None:
            self.cursor = cursor
            self.shown.set(_shown((), connection))

    async def read(self) -> None:
        """Read the notes from the top."""
        try:
            data = await self._page(None)
        except OperationFailed:
            self.failed.set(self.shown.value is None)
            raise
        self.failed.set(False)
        self.cursor = (data["viewer"] or {}).get("cursor")
        self.shown.set(_shown((), data["notes"]))

    async def read_more(self) -> None:
        """Read what comes below."""
        shown = self.shown.value
        if shown is not None and shown.end is not None:
            found = (await self._page(shown.end))["notes"]
            self.shown.update(lambda now: _shown(now.notes if now else (), found))

    async def follow(self, event: Mapping[str, Any]) -> None:
        """Take in an event of `notesChanged`."""
        if event["reset"]:
            await self.read()
        else:
            self.take(event["changed"], gone=event["deleted"])

    def take(self, notes: Iterable[Note] = (), *, gone: Iterable[str] = ()) -> None:
        """Show notes as they are now, and others no more."""
        newer = {note["id"]: note for note in notes}
        left = newer.keys() | set(gone)

        def merged(now: Shown | None) -> Shown | None:
            if now is None:
                return None
            last = now.notes[-1] if now.notes and now.end else None
            # One that belongs below what was read comes with its page.
            fresh = [note for note in newer.values() if not last or _place(note) >= _place(last)]
            kept = [note for note in now.notes if note["id"] not in left]
            return Shown(tuple(sorted([*fresh, *kept], key=_place, reverse=True)), now.end)

        self.shown.update(merged)

    async def _page(self, after: str | None) -> dict[str, Any]:
        data: dict[str, Any] = await self.session.client.run(
            load("notes/list_notes"), {"id": self.contact_id, "first": PAGE, "after": after}
        )
        return data


def _shown(before: tuple[Note, ...], connection: Mapping[str, Any]) -> Shown:
    info = connection["pageInfo"]
    found = tuple(edge["node"] for edge in connection["edges"])
    known = {note["id"] for note in found}
    kept = tuple(note for note in before if note["id"] not in known)
    return Shown((*kept, *found), info["endCursor"] if info["hasNextPage"] else None)


def _place(note: Note) -> tuple[bool, str]:
    return note["pinned"], note["createdAt"]
