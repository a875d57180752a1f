"""Reading, putting aside and bringing back conversations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.operations import load
from frontend.pages.inbox.row import thread_url
from frontend.pages.inbox.state import Inbox, Thread
from frontend.session import Session


async def run(session: Session, name: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Run a mutation; what is refused or fails is said in a toast, and None returned."""
    operation = load(name)
    try:
        data = await session.client.run(operation, {"input": dict(values)})
    except OperationFailed as error:
        report(error, session)
        return None
    payload: Mapping[str, Any] = data[operation.field]
    for refusal in payload["errors"]:
        session.toasts.show(explain(refusal), kind="error")
    return None if payload["errors"] else payload


async def turn_read(inbox: Inbox, thread: Thread, query: str) -> None:
    """Mark an unread thread as read, and one that was read as unread; that one is closed, or
    it would be read again at once.
    """
    ids = [thread["id"]]
    if not thread["isUnread"]:
        _close(inbox.session, thread, query)
    await run(inbox.session, "messages/mark_threads", {"ids": ids, "isRead": thread["isUnread"]})


async def turn_archived(inbox: Inbox, thread: Thread, query: str) -> None:
    """Put a thread aside, or bring it back, with an undo; an open one is closed."""
    session, archived = inbox.session, not thread["isArchived"]
    if not inbox.search:
        inbox.take_off(thread["id"])
    _close(session, thread, query)
    if not await _archive(session, thread, archived=archived):
        await inbox.read()
        return

    async def undo() -> None:
        await _archive(session, thread, archived=not archived)

    session.toasts.show(
        t("Conversation archived") if archived else t("Back in the inbox"), undo=undo
    )


def _close(session: Session, thread: Thread, query: str) -> None:
    if session.location.value.path == thread_url(thread["id"]):
        go(session, f"/inbox{query}")


async def _archive(session: Session, thread: Thread, *, archived: bool) -> bool:
    values = {"ids": [thread["id"]], "isArchived": archived}
    return await run(session, "inbox/archive_threads", values) is not None
