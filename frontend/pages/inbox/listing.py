"""The list on screen, or what stands instead of it."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.components.elements import Child
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_store, use_target
from frontend.locale import t
from frontend.pages.inbox.acts import turn_archived, turn_read
from frontend.pages.inbox.row import ARCHIVE, MARK, Look, thread_row
from frontend.pages.inbox.state import Inbox, Shown, Thread
from frontend.pages.mail_parts.problems import problem_words

_inbox_list, _reach = Vdom("carnet-inbox-list"), Vdom("carnet-reach")


@component
def Threads(inbox: Inbox, open_id: str, query: str) -> VdomDict:
    """The conversations, unread first; `open_id` is the one beside."""
    can_send, manages = use_can("SEND_MESSAGES"), use_can("MANAGE_MAILBOX")
    shown: Shown | None = use_store(inbox.shown)
    failed: bool = use_store(inbox.failed)

    def chosen(event: dict[str, Any]) -> Thread | None:
        return inbox.thread(event["currentTarget"]["dataset"]["id"])

    async def mark(event: dict[str, Any]) -> None:
        if thread := chosen(event):
            await turn_read(inbox, thread, query)

    async def archive(event: dict[str, Any]) -> None:
        if thread := chosen(event):
            await turn_archived(inbox, thread, query)

    use_target(MARK, mark)
    use_target(ARCHIVE, archive)
    if shown is None:
        return _unread(inbox, failed)
    if not shown.rows:
        return html.div({"className": "inbox-nothing"}, _nothing(inbox, shown, manages))
    look = {flag: Look(flag, can_send, query) for flag in (False, True)}
    rows = [thread_row(row.thread, look[row.thread["id"] == open_id]) for row in shown.rows]
    return html.div(
        {"className": "inbox-scroll"},
        _hint(shown, manages),
        _inbox_list(
            {"key": "list"},
            FragmentList("ul", {"className": "threads", "aria-label": t("Conversations")}, rows),
        ),
        _older(inbox, shown),
    )


def _older(inbox: Inbox, shown: Shown) -> VdomDict | None:
    async def reached(event: dict[str, Any]) -> None:
        await inbox.read_older()

    if shown.older is None:
        return None
    return _reach(
        {"key": "older", "className": "inbox-older", "data-at": shown.older, "onreach": reached},
        Button(t("Show older"), small=True, variant="ghost", on_click=inbox.read_older),
    )


def _unread(inbox: Inbox, failed: bool) -> VdomDict:
    if not failed:
        return html.div({"className": "inbox-scroll"}, Skeleton("list", lines=6))
    return EmptyState(
        t("The inbox could not be read"),
        t("The server did not answer as it should. What you have is safe."),
        action=Button(t("Try again"), variant="primary", on_click=inbox.read),
        drawing="lost",
    )


def _nothing(inbox: Inbox, shown: Shown, manages: bool) -> VdomDict:
    if shown.search:
        return EmptyState(
            t("No conversation found"),
            t("No message or contact has these words."),
            drawing="search",
        )
    if inbox.archived:
        return EmptyState(
            t("Nothing archived"),
            t("What you archive is kept here; an answer brings it back to the inbox."),
            drawing="list",
        )
    if shown.mailbox is None:
        return EmptyState(
            t("No mailbox yet"),
            t("Connect the mailbox that your clients write to: their answers then appear here.")
            if manages
            else t("Once an owner or admin has set a mailbox up, the answers of clients are here."),
            action=_set_up() if manages else None,
            drawing="page",
        )
    if problem := shown.mailbox["readProblem"]:
        return EmptyState(
            t("Nobody wrote yet"),
            t("The mailbox cannot be read at the moment. {why}", why=problem_words(problem)),
            action=Button(t("Look at the settings"), href="/settings/mailbox") if manages else None,
            drawing="lost",
        )
    return EmptyState(
        t("Nobody wrote yet"),
        t("Write to a contact from its page; what they answer arrives here by itself."),
        action=Button(t("Contacts"), href="/contacts"),
        drawing="page",
    )


def _hint(shown: Shown, manages: bool) -> Child:
    """Say where answers go as long as no mailbox is read, and why it cannot be at the moment."""
    if shown.mailbox is None:
        words, way = (
            t("No mailbox is read: answers go to the e-mail of whoever wrote."),
            t("Set it up"),
        )
    elif problem := shown.mailbox["readProblem"]:
        words = t("The mailbox cannot be read at the moment. {why}", why=problem_words(problem))
        way = t("Look at the settings")
    else:
        return None
    return html.p(
        {"className": "inbox-hint", "key": "hint", "role": "status"},
        words,
        *((" ", html.a({"href": "/settings/mailbox"}, way)) if manages else ()),
    )


def _set_up() -> VdomDict:
    return Button(t("Set the mailbox up"), icon="mail", variant="primary", href="/settings/mailbox")
