"""The list of conversations as a window keeps it: in order, calm while one reads, whole."""

from __future__ import annotations

from typing import Any

from frontend.client import Client, Result
from frontend.location import Location
from frontend.pages.inbox.state import Inbox
from frontend.session import Session
from frontend.store import Store
from tests.frontend.answering import Api


def thread(name: str, minute: int, *, unread: bool = False, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "isUnread": unread,
        "isArchived": False,
        "lastAt": f"2026-11-22T10:{minute:02}:00+00:00",
        **more,
    }


def event(*threads: dict[str, Any], gone: tuple[str, ...] = (), reset: bool = False) -> Any:
    return {"cursor": "next", "reset": reset, "threads": list(threads), "gone": list(gone)}


class Server:
    """Answers as the API does, unread first, by pages of what it has."""

    def __init__(self, *threads: dict[str, Any], size: int = 3) -> None:
        self.threads, self.size = list(threads), size
        self.api = Api()
        self.api.answers["ListThreads"] = self._list
        self.api.answers["ReadThread"] = lambda asked: {"data": {"thread": None}}
        client = Client({}, self.api.execute, self.api.subscribe)  # type: ignore[arg-type]
        self.inbox = Inbox(Session(client, Store(Location())))

    def _list(self, asked: dict[str, Any]) -> Result:
        rows = sorted(self.threads, key=lambda each: (each["isUnread"], each["lastAt"]))[::-1]
        start = int(asked["after"] or 0)
        page = rows[start : start + self.size]
        end = start + len(page)
        info = {"hasNextPage": end < len(rows), "endCursor": str(end)}
        found = {"pageInfo": info, "edges": [{"node": each} for each in page]}
        return {"data": {"viewer": {"cursor": "now"}, "mailbox": None, "threads": found}}

    @property
    def names(self) -> str:
        shown = self.inbox.shown.value
        return " ".join(row.thread["id"] for row in shown.rows) if shown else ""


async def test_what_comes_stands_where_it_belongs_and_nothing_jumps_while_it_is_read() -> None:
    server = Server(thread("a", 1), thread("b", 2, unread=True), thread("c", 3), size=9)
    inbox = server.inbox
    await inbox.read()
    assert server.names == "b c a"
    await inbox.follow(event(thread("d", 0, unread=True)))
    assert server.names == "b d c a"
    await inbox.follow(event(thread("b", 2)))
    assert server.names == "b d c a"
    await inbox.follow(event(thread("a", 4, unread=True)))
    assert server.names == "a b d c"
    await inbox.follow(event(thread("c", 3, isArchived=True), gone=("d",)))
    assert server.names == "a b"
    await inbox.follow(event(thread("c", 3)))
    assert server.names == "a b c"


async def test_older_ones_come_behind_each_once_and_not_before_their_page() -> None:
    server = Server(*(thread(f"t{minute}", minute) for minute in range(1, 8)))
    inbox = server.inbox
    await inbox.read()
    assert server.names == "t7 t6 t5"
    await inbox.follow(event(thread("t0", 0)))
    assert server.names == "t7 t6 t5"
    await inbox.follow(event(thread("t2", 9)))
    await inbox.read_older()
    assert server.names == "t2 t7 t6 t5 t4 t3"
    await inbox.read_older()
    assert server.names == "t2 t7 t6 t5 t4 t3 t1"
    await inbox.read_older()
    assert len(server.api.asked) == 3


async def test_a_search_is_read_anew_for_what_it_may_find_and_the_open_one_is_followed() -> None:
    server = Server(thread("a", 1), size=9)
    inbox = server.inbox
    inbox.search = "quote"
    await inbox.read()
    await inbox.open("a")
    await inbox.follow(event(thread("a", 5, unread=True)))
    assert len(server.api.asked) == 1
    opened = inbox.opened.value
    assert opened is not None
    assert opened["isUnread"]
    server.threads.append(thread("b", 2))
    await inbox.follow(event(thread("b", 2)))
    assert server.names == "b a"
    await inbox.follow(event(gone=("a",)))
    assert inbox.opened.value is None
    assert inbox.missing.value
    await inbox.open("")
    assert not inbox.missing.value
