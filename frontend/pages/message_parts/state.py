"""A conversation as one window sees it: read page by page, followed, marked as read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

PAGE = 20
"""As many as the contact's page reads when it opens."""
Message = Mapping[str, Any]


class Shown(NamedTuple):
    """The messages on screen, oldest first, and the place behind which older ones begin, None where
    there are none.
    """

    messages: tuple[Message, ...]
    older: str | None


@dataclass(eq=False)
class ConversationState:
    """What was written to somebody and by them: to a contact, or in a thread of an address that is
    no contact's.
    """

    session: Session
    contact_id: str | None = None
    thread_id: str | None = None
    """The thread, as soon as it is known: a contact has none before the first message."""
    cursor: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The place in the history that the messages were read at, None before."""
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    unread: Store[int] = field(default_factory=lambda: Store(0))
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    unfolded: Store[frozenset[str]] = field(
        default_factory=lambda: Store[frozenset[str]](frozenset())
    )
    """Messages whose quoted text is shown."""
    pictures: Store[Mapping[str, str]] = field(default_factory=lambda: Store[Mapping[str, str]]({}))
    """The paths of messages that are shown with their images, by the message's id."""
    looked_at: Store[tuple[str, int] | None] = field(
        default_factory=lambda: Store[tuple[str, int] | None](None)
    )
    """The file that is looked at: its message, its place there."""
    asked: Store[tuple[str, Message] | None] = field(
        default_factory=lambda: Store[tuple[str, Message] | None](None)
    )
    """What is asked before it is done, `again` or `cancel`, and of which message."""
    _reading_older: bool = False

    @property
    def key(self) -> str:
        """Return what this conversation is kept under."""
        return self.contact_id or self.thread_id or ""

    def begin(self, connection: Mapping[str, Any], cursor: str) -> None:
        """Take what the page read when it opened."""
        self._take_page(connection, keep=())
        unread = (edge for edge in connection["edges"] if not edge["node"]["isRead"])
        self.unread.set(sum(1 for _ in unread))
        self.cursor.set(cursor)

    async def read(self) -> None:
        """Read the newest messages."""
        try:
            data = await self._page(None)
        except OperationFailed:
            self.failed.set(self.shown.value is None)
            raise
        self.failed.set(False)
        self._take_page(data["messages"], keep=())
        self._take_thread(data["contactThread" if self.contact_id else "thread"])
        self.cursor.set((data["viewer"] or {}).get("cursor"))

    async def read_older(self) -> None:
        """Read the page before what is shown; a second wish for the same is not heard."""
        shown = self.shown.value
        if self._reading_older or shown is None or shown.older is None:
            return
        self._reading_older = True
        try:
            found = (await self._page(shown.older))["messages"]
        finally:
            self._reading_older = False
        now = self.shown.value
        if now is not None:
            self._take_page(found, keep=now.messages)

    async def follow_contact(self, event: Mapping[str, Any]) -> None:
        """Take in an event of `threadChanged`."""
        if event["reset"]:
            await self.read()
            return
        self.take(event["messages"])
        self._take_thread(event["thread"])

    async def follow_threads(self, event: Mapping[str, Any]) -> None:
        """Take in an event of `inboxChanged`, which tells that the thread changed, not how."""
        if event["reset"] or any(each["id"] == self.thread_id for each in event["threads"]):
            data = await self._page(None)
            self.take([edge["node"] for edge in data["messages"]["edges"]])
            self._take_thread(data["thread"])

    def take(self, messages: Iterable[Message]) -> None:
        """Show messages as they are now. One that belongs before what was read comes with its
        page.
        """
        newer = {message["id"]: message for message in messages}
        shown = self.shown.value
        if shown is None or not newer:
            return
        first = shown.messages[0] if shown.messages and shown.older else None
        known = {message["id"] for message in shown.messages}
        kept = [newer.get(message["id"], message) for message in shown.messages]
        added = [
            message
            for message in newer.values()
            if message["id"] not in known and (first is None or message["at"] >= first["at"])
        ]
        joined = sorted([*kept, *added], key=lambda message: message["at"])
        self.shown.set(Shown(tuple(joined), shown.older))
        self._take_thread_id(newer.values())

    def find(self, message_id: str) -> Message | None:
        """Return a message that is shown."""
        messages = self.shown.value.messages if self.shown.value else ()
        return next((each for each in messages if each["id"] == message_id), None)

    async def mark_read(self) -> None:
        """Take the whole thread for read, as it was seen."""
        if self.thread_id is None or not self.unread.value:
            return
        self.unread.set(0)
        await self.run("mark_threads", {"ids": [self.thread_id], "isRead": True})

    async def run(self, verb: str, values: dict[str, Any]) -> Mapping[str, Any] | None:
        """Do something with messages; what is refused is said in a toast, and None returned."""
        operation = load(f"messages/{verb}")
        try:
            data = await self.session.client.run(operation, {"input": values})
        except OperationFailed as error:
            report(error, self.session)
            return None
        payload: Mapping[str, Any] = data[operation.field]
        if payload["errors"]:
            self.session.toasts.show(explain(payload["errors"][0]), kind="error")
            return None
        return payload

    async def _page(self, after: str | None) -> dict[str, Any]:
        verb = "list_contact_messages" if self.contact_id else "list_thread_messages"
        asked = {"id": self.contact_id or self.thread_id, "first": PAGE, "after": after}
        data: dict[str, Any] = await self.session.client.run(load(f"messages/{verb}"), asked)
        return data

    def _take_page(self, connection: Mapping[str, Any], *, keep: tuple[Message, ...]) -> None:
        info = connection["pageInfo"]
        found = [edge["node"] for edge in reversed(connection["edges"])]
        known = {message["id"] for message in keep}
        older = tuple(message for message in found if message["id"] not in known)
        self.shown.set(Shown((*older, *keep), info["endCursor"] if info["hasNextPage"] else None))
        self._take_thread_id(found)

    def _take_thread(self, thread: Mapping[str, Any] | None) -> None:
        if thread is not None:
            self.thread_id = thread["id"]
            self.unread.set(thread["unreadCount"])

    def _take_thread_id(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.thread_id = message["threadId"]
