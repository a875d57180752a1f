"""The inbox page: the list beside the conversation that is open."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlencode

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.components import EmptyState, PageHeader, SearchInput
from frontend.hooks import use_changes, use_live, use_params, use_store, use_task, use_url_state
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_parts.fields import FollowFields
from frontend.pages.inbox.count import UnreadThreads
from frontend.pages.inbox.listing import Threads
from frontend.pages.inbox.opened import Opened
from frontend.pages.inbox.state import Inbox
from frontend.routes import Command, Page, Section
from frontend.session import current_session

PATTERN = "/inbox/{thread}"
PAUSE_SECONDS = 0.15
NOT_BEGUN: Inbox | None = None


@component
def InboxPage() -> VdomDict:
    """The inbox, or what was put aside of it."""
    archived, _ = use_url_state("archived")
    return html.div(
        {"className": "inbox"},
        InboxView(archived == "1", key=f"archived-{archived}"),
        FollowFields(key="fields"),
    )


@component
def InboxView(archived: bool) -> VdomDict:
    """One list and the conversation beside it; what it holds watches them by itself."""
    session, kept = current_session(), use_ref(NOT_BEGUN)
    if kept.current is None:
        search = session.location.value.query.get("q", "")
        kept.current = Inbox(session, archived, search)
    inbox = kept.current
    thread_id = use_params(PATTERN).get("thread", "")
    search, _ = use_url_state("q")
    query, turns = _query(archived, search), use_ref(0)
    if search != inbox.search:  # by a link, or by going back
        inbox.search = search
        turns.current += 1
    use_task(inbox.read, [turns.current], loading=session)
    return html.div(
        {"className": "inbox-view", "data-open": "" if thread_id else None},
        PageHeader(
            t("Inbox"),
            search=Search(inbox, key=f"search-{turns.current}"),
            actions=_views(archived),
        ),
        html.div(
            {"className": "inbox-columns", "key": "columns"},
            html.div(
                {"className": "inbox-list", "key": "list"},
                Threads(inbox, thread_id, query, key="threads"),
            ),
            html.div(
                {"className": "inbox-beside", "key": "beside"},
                Opened(inbox, thread_id, query, key="opened")
                if thread_id
                else html.div(
                    {"className": "inbox-nothing"},
                    EmptyState(
                        t("No conversation is open"),
                        t("Choose one from the list, with the arrows and Enter too."),
                        drawing="page",
                    ),
                ),
            ),
        ),
        Follow(inbox, key="follow"),
    )


def _query(archived: bool, search: str) -> str:
    kept = {"archived": "1" if archived else "", "q": search}
    given = {name: value for name, value in kept.items() if value}
    return f"?{urlencode(given)}" if given else ""


def _views(archived: bool) -> VdomDict:
    """The inbox, and what was put aside."""
    views = ((t("Inbox"), "/inbox", not archived), (t("Archived"), "/inbox?archived=1", archived))
    return html.nav(
        {"className": "inbox-views", "aria-label": t("Show")},
        *(
            html.a(
                {
                    "key": href,
                    "className": "inbox-view-link",
                    "href": href,
                    **({"aria-current": "page"} if is_here else {}),
                },
                words,
            )
            for words, href, is_here in views
        ),
    )


@component
def Search(inbox: Inbox) -> VdomDict:
    """Search as one types; the URL keeps it."""
    begun, set_query = use_url_state("q")
    typed = use_ref(begun or "")
    runner = use_task(_nothing, [])

    async def find() -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        inbox.search = typed.current
        set_query(typed.current or None)
        await inbox.read()

    def take(event: dict[str, Any]) -> None:
        typed.current = event["target"]["value"].strip()
        runner.start(find)

    return SearchInput(
        label=t("Search messages"),
        value=inbox.search,
        on_input=take,
        attributes={"id": "inbox-search", "maxLength": 100},
    )


async def _nothing() -> None:
    """Nothing has been typed yet."""


@component
def Follow(inbox: Inbox) -> None:
    """Nothing to see: takes in what comes while one looks, and how the mailbox does."""
    cursor: str | None = use_store(inbox.cursor)
    use_changes(("MAILBOX",), lambda event: inbox.read())
    use_live(load("inbox/follow_inbox"), {}, inbox.follow, after=cursor, skip=cursor is None)


PAGES = (Page("/inbox", InboxPage, title=lambda: t("Inbox"), skeleton="list", also=(PATTERN,)),)
SECTION = Section(
    "inbox",
    label=lambda: t("Inbox"),
    icon="inbox",
    href="/inbox",
    on_phones=True,
    order=17,
    count=lambda: UnreadThreads(key="unread-threads"),
)
COMMANDS = (Command("inbox", label=lambda: t("Inbox"), icon="inbox", href="/inbox", keys="g i"),)
