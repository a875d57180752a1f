"""All that was written to somebody and by them, and the field to write on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from reactpy import component, html, use_ref
from reactpy.core.vdom import Vdom
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.fragments import Fragment, FragmentList
from frontend.hooks import use_can, use_live, use_store, use_target, use_task
from frontend.locale import t
from frontend.locale.formats import local_day
from frontend.operations import load
from frontend.pages.message_parts.acts import discard, send_again, show_pictures
from frontend.pages.message_parts.asked import CANCEL
from frontend.pages.message_parts.message import (
    AGAIN,
    DISCARD,
    FILE,
    PICTURES,
    QUOTE,
    day_line,
    message_row,
)
from frontend.pages.message_parts.opened import Opened
from frontend.pages.message_parts.recipient import Recipient
from frontend.pages.message_parts.state import ConversationState, Shown
from frontend.pages.message_parts.writing import Writing
from frontend.session import current_session

_conversation, _reach = Vdom("carnet-conversation"), Vdom("carnet-reach")
_ANSWER = re.compile(r"^(\s*(re|aw|sv|rif|r)\s*:)+\s*", re.IGNORECASE)
NOT_BEGUN: ConversationState | None = None
First = tuple[Mapping[str, Any], str]
"""What a page read beforehand: a connection of messages, and the place in the history."""


@component
def Conversation(
    *,
    contact_id: str | None = None,
    thread_id: str | None = None,
    name: str = "",
    first: First | None = None,
    recipient: Recipient | None = None,
) -> VdomDict:
    """The messages of a contact, or those of a thread whose address is no contact's.

    Give it the contact wherever there is one, by name too, and a `key`: it stays with whom it
    began. It fills the height that it is given. `first` is taken when it appears. Without a
    `recipient` the addresses are read here, and followed.
    """
    session, kept = current_session(), use_ref(NOT_BEGUN)
    if kept.current is None:
        kept.current = ConversationState(session, contact_id, thread_id)
        if first is not None:
            kept.current.begin(*first)
    state = kept.current

    async def read() -> None:
        if state.shown.value is None:
            await state.read()

    use_task(read, [], loading=session)
    return html.section(
        {"className": "conversation"},
        Follow(state, key="follow"),
        Messages(state, name, key="messages"),
        Writing(state, recipient, key="writing"),
        Opened(state, key="opened"),
    )


@component
def Follow(state: ConversationState) -> None:
    """Nothing to see: takes in what is written while one looks."""
    cursor: str | None = use_store(state.cursor)
    if state.contact_id:
        operation, variables, follow = (
            load("messages/follow_contact_messages"),
            {"id": state.contact_id},
            state.follow_contact,
        )
    else:
        operation, variables, follow = load("messages/follow_threads"), {}, state.follow_threads
    use_live(operation, variables, follow, after=cursor, skip=cursor is None)


@component
def Messages(state: ConversationState, name: str) -> VdomDict | Component:
    """The messages of a contact by name, or what stands instead of them."""
    can_send = use_can("SEND_MESSAGES")
    shown: Shown | None = use_store(state.shown)
    failed: bool = use_store(state.failed)
    unread: int = use_store(state.unread)
    unfolded: frozenset[str] = use_store(state.unfolded)
    pictures: Mapping[str, str] = use_store(state.pictures)
    _answer_messages(state)

    async def seen(event: dict[str, Any]) -> None:
        if can_send:
            await state.mark_read()

    if shown is None:
        if failed:
            return EmptyState(
                t("The messages could not be read"),
                t("The server did not answer as it should. What you have is safe."),
                action=Button(t("Try again"), variant="primary", on_click=state.read),
                drawing="lost",
            )
        return html.div({"className": "conversation-scroll"}, Skeleton("list", lines=4))
    if not shown.messages:
        return html.div(
            {"className": "conversation-scroll"},
            EmptyState(
                t("No messages yet"),
                t("What you write leaves as an e-mail; the answers appear here by themselves.")
                if can_send
                else t("What colleagues write to this contact, and its answers, appear here."),
                drawing="page",
            ),
        )
    rows = [
        message_row(
            each,
            contact=name,
            can_send=can_send,
            titled=titled,
            unfolded=each["id"] in unfolded,
            picture=pictures.get(each["id"], ""),
        )
        if not isinstance(each, date)
        else day_line(each)
        for each, titled in with_days(shown)
    ]
    return _scrolled(state, shown, rows, unread, seen)


def _scrolled(
    state: ConversationState, shown: Shown, rows: list[Fragment], unread: int, seen: Any
) -> VdomDict:
    async def reached(event: dict[str, Any]) -> None:
        await state.read_older()

    return _conversation(
        {
            "className": "conversation-frame",
            "data-unread": str(unread),
            "data-newest": shown.messages[-1]["id"],
            "onseen": seen,
        },
        html.div(
            {
                "className": "conversation-scroll",
                "tabIndex": 0,
                "role": "log",
                "aria-label": t("Conversation"),
            },
            html.div(
                {"className": "conversation-all"},
                _reach(
                    {
                        "key": "older",
                        "className": "conversation-older",
                        "data-at": shown.older,
                        "onreach": reached,
                    },
                    Button(t("Show older"), small=True, variant="ghost", on_click=state.read_older),
                )
                if shown.older
                else None,
                FragmentList("ol", {"className": "messages", "aria-label": t("Messages")}, rows),
            ),
        ),
        html.button(
            {"type": "button", "className": "button conversation-newest", "data-newest-button": ""},
            t("Newest messages"),
        ),
    )


def with_days(shown: Shown) -> Iterable[tuple[Any, bool]]:
    """Yield the messages, the days before them, and whether a message begins another subject."""
    day: date | None = None
    subject = ""
    for message in shown.messages:
        if (written := local_day(message["at"])) != day:
            day = written
            yield day, False
        about = _ANSWER.sub("", message["subject"])
        yield message, about != subject
        subject = about


def _answer_messages(state: ConversationState) -> None:
    """Answer what is pressed on the messages."""

    def told(event: dict[str, Any]) -> dict[str, str]:
        dataset: dict[str, str] = event["currentTarget"]["dataset"]
        return dataset

    async def again(event: dict[str, Any]) -> None:
        if message := state.find(told(event).get("id", "")):
            await send_again(state, message)

    def cancel(event: dict[str, Any]) -> None:
        if message := state.find(told(event).get("id", "")):
            state.asked.set(("cancel", message))

    async def give_up(event: dict[str, Any]) -> None:
        if message := state.find(told(event).get("id", "")):
            await discard(state, message)

    async def pictures(event: dict[str, Any]) -> None:
        await show_pictures(state, told(event).get("id", ""))

    def quote(event: dict[str, Any]) -> None:
        state.unfolded.update(lambda shown: shown ^ {told(event).get("id", "")})

    def open_file(event: dict[str, Any]) -> None:
        place = told(event).get("place", "")
        if place.isdigit():
            state.looked_at.set((told(event).get("id", ""), int(place)))

    use_target(AGAIN, again)
    use_target(CANCEL, cancel)
    use_target(DISCARD, give_up)
    use_target(PICTURES, pictures)
    use_target(QUOTE, quote)
    use_target(FILE, open_file)
