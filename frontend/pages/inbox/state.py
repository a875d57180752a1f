"""The conversations of the inbox as one window sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from frontend.client import OperationFailed
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

PAGE = 40
LARGEST_PAGE = 200
Thread = Mapping[str, Any]


class Row(NamedTuple):
    """A thread at its place: whether it was unread when it came there, and its newest message.

    One that is read while it is looked at stays where it is, as long as nothing new comes.
    """

    rank: tuple[bool, str]
    thread: Thread


class Shown(NamedTuple):
    """What has been read of the list; `older` is the place behind which the rest begins, None at
    the end.
    """

    rows: tuple[Row, ...]
    older: str | None
    mailbox: Mapping[str, Any] | None
    search: str


@dataclass(eq=False)
class Inbox:
    """The list, from its top as far as it was scrolled, and the thread that is open beside it."""

    session: Session
    archived: bool = False
    search: str = ""
    """What is looked for; `read` after a change."""
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    cursor: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The place in the history that the list was read at, None before."""
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    opened: Store[Thread | None] = field(default_factory=lambda: Store[Thread | None](None))
    missing: Store[bool] = field(default_factory=lambda: Store(False))
    """Whether there is no such thread as the one that was to be opened."""
    _reading: int = 0
    _reading_older: bool = False

    async def read(self) -> None:
        """Read the list from its top, as far as it is shown; what a later reading asked wins."""
        self._reading += 1
        reading, shown = self._reading, self.shown.value
        size = min(max(PAGE, len(shown.rows) if shown else 0), LARGEST_PAGE)
        try:
            data = await self._page(size, None)
        except OperationFailed:
            self.failed.set(self.shown.value is None)
            raise
        if reading != self._reading:
            return
        if self.cursor.value is None:
            self.cursor.set((data["viewer"] or {}).get("cursor"))
        self.failed.set(False)
        self.shown.set(self._shown(data, ()))

    async def read_older(self) -> None:
        """Read the page behind what is shown; a second wish for the same is not heard."""
        shown, reading = self.shown.value, self._reading
        if self._reading_older or shown is None or shown.older is None:
            return
        self._reading_older = True
        try:
            data = await self._page(PAGE, shown.older)
        finally:
            self._reading_older = False
        now = self.shown.value
        if now is not None and reading == self._reading:
            self.shown.set(self._shown(data, now.rows))

    async def follow(self, event: Mapping[str, Any]) -> None:
        """Take in an event of `inboxChanged`."""
        changed = {thread["id"]: thread for thread in event["threads"]}
        await self._follow_opened(event, changed)
        shown = self.shown.value
        known = {row.thread["id"] for row in shown.rows} if shown else set()
        if event["reset"] or (self.search and changed.keys() - known):
            await self.read()
            return
        for thread_id in event["gone"]:
            self.take_off(thread_id)
        for thread in changed.values():
            self.place(thread)

    async def open(self, thread_id: str) -> None:
        """Know the thread that is to be open, from the list or from the server."""
        self.missing.set(False)
        thread = self.thread(thread_id)
        if thread is None and thread_id:
            thread = await self._read(thread_id)
            self.missing.set(thread is None)
        self.opened.set(thread)

    def thread(self, thread_id: str) -> Thread | None:
        """Return a thread that is shown, or open."""
        opened, shown = self.opened.value, self.shown.value
        if opened is not None and opened["id"] == thread_id:
            return opened
        rows = shown.rows if shown else ()
        return next((row.thread for row in rows if row.thread["id"] == thread_id), None)

    def place(self, thread: Thread) -> None:
        """Show a thread as it is now, where it belongs; behind what was read it comes later."""
        shown = self.shown.value
        if shown is None:
            return
        rows = list(shown.rows)
        at = next((i for i, row in enumerate(rows) if row.thread["id"] == thread["id"]), None)
        if at is not None:
            before = rows[at].thread
            stays = before["lastAt"] == thread["lastAt"] or bool(self.search)
            if stays and (self.search or thread["isArchived"] == self.archived):
                rows[at] = Row(rows[at].rank, thread)
                self.shown.set(shown._replace(rows=tuple(rows)))
                return
            del rows[at]
        if thread["isArchived"] == self.archived and not self.search:
            _insert(rows, _row(thread), is_whole=shown.older is None)
        self.shown.set(shown._replace(rows=tuple(rows)))

    def take_off(self, thread_id: str) -> None:
        """Show a thread no more."""
        self.shown.update(
            lambda now: (
                now
                and now._replace(
                    rows=tuple(row for row in now.rows if row.thread["id"] != thread_id)
                )
            )
        )

    async def _follow_opened(
        self, event: Mapping[str, Any], changed: Mapping[str, Thread | None]
    ) -> None:
        opened = self.opened.value
        if opened is None:
            return
        if event["reset"]:
            changed = {opened["id"]: await self._read(opened["id"])}
        if opened["id"] in event["gone"] or changed.get(opened["id"], opened) is None:
            self.missing.set(True)
            self.opened.set(None)
        else:
            self.opened.set(changed.get(opened["id"], opened))

    async def _read(self, thread_id: str) -> Thread | None:
        """Read one thread; None where there is none, and of what is no id."""
        try:
            data = await self.session.client.run(load("inbox/read_thread"), {"id": thread_id})
        except OperationFailed as error:
            if error.code == "BAD_USER_INPUT":
                return None
            raise
        thread: Thread | None = data["thread"]
        return thread

    async def _page(self, size: int, after: str | None) -> Mapping[str, Any]:
        asked = {
            "first": size,
            "after": after,
            "archived": self.archived,
            "search": self.search or None,
        }
        data: Mapping[str, Any] = await self.session.client.run(load("inbox/list_threads"), asked)
        return data

    def _shown(self, data: Mapping[str, Any], before: tuple[Row, ...]) -> Shown:
        """Return what is shown when a page comes after what was read before."""
        found = data["threads"]
        known = {row.thread["id"] for row in before}
        new = (_row(edge["node"]) for edge in found["edges"] if edge["node"]["id"] not in known)
        older = found["pageInfo"]["endCursor"] if found["pageInfo"]["hasNextPage"] else None
        return Shown((*before, *new), older, data["mailbox"], self.search)


def _row(thread: Thread) -> Row:
    return Row((thread["isUnread"], thread["lastAt"]), thread)


def _insert(rows: list[Row], new: Row, *, is_whole: bool) -> None:
    """Put a row before the first that comes after it; at the end only where all is shown."""
    at = next((i for i, row in enumerate(rows) if row.rank < new.rank), len(rows))
    if at < len(rows) or is_whole:
        rows.insert(at, new)
