"""Giving a conversation with an unknown address to a contact, one that is here or a new one."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Choice, Combobox, Dialog
from frontend.hooks import use_can
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_form.new_contact import Made, NewContact
from frontend.pages.contact_parts.words import contact_name
from frontend.pages.inbox.acts import run
from frontend.pages.inbox.row import person, thread_url
from frontend.pages.inbox.state import Inbox, Thread
from frontend.session import current_session

OFFERED = 8
NOTHING, NEW, ASSIGN = "", "new", "assign"


@component
def Stranger(inbox: Inbox, thread: Thread, query: str) -> VdomDict | None:
    """Say that nobody here has this address, and offer what can be done about it."""
    asked, ask = use_state(NOTHING)
    busy, set_busy = use_state(False)
    session, may = current_session(), (use_can("SEND_MESSAGES"), use_can("WRITE_CONTACTS"))

    async def give(contact_id: str) -> None:
        if busy:
            return
        set_busy(True)
        given = {"id": thread["id"], "contactId": contact_id}
        payload = await run(session, "inbox/assign_thread", given)
        set_busy(False)
        ask(NOTHING)
        if payload is not None:
            session.toasts.show(t("The conversation is theirs now"), kind="success")
            go(session, thread_url(payload["thread"]["id"], query), replace=True)

    return html.div(
        {"className": "stranger"},
        html.p(
            {"className": "stranger-words"},
            t("{address} is no contact’s.", address=thread["address"] or person(thread)),
        ),
        html.div(
            {"className": "stranger-acts"},
            Button(
                t("Add as contact"),
                icon="user-plus",
                small=True,
                busy=busy,
                on_click=lambda: ask(NEW),
            )
            if all(may)
            else None,
            Button(t("Give to a contact"), small=True, busy=busy, on_click=lambda: ask(ASSIGN))
            if may[0]
            else None,
        ),
        _asked(asked, thread, give, lambda: ask(NOTHING)),
    )


def _asked(asked: str, thread: Thread, give: Made, close: Callable[[], None]) -> Component | None:
    if asked == NEW:
        begins = {"givenName": thread["name"] or "", "address": thread["address"] or ""}
        return NewContact(
            on_close=lambda _: close(),
            on_made=give,
            draft_key=f"contact:new:{thread['id']}",
            begins=begins,
            key="new",
        )
    return AssignDialog(thread, give, close, key="assign") if asked == ASSIGN else None


@component
def AssignDialog(thread: Thread, give: Made, on_close: Callable[[], None]) -> VdomDict:
    """Ask whose the conversation is."""
    session = current_session()

    async def search(text: str) -> list[Choice]:
        data = await session.client.run(
            load("contacts/find_contacts"), {"search": text, "first": OFFERED}
        )
        found = [edge["node"] for edge in data["contacts"]["edges"]]
        return [
            Choice(
                each["id"],
                contact_name(each),
                hint=each["company"] or (each["primaryEmail"] or {}).get("address") or "",
            )
            for each in found
        ]

    return Dialog(
        t("Give to a contact"),
        Combobox(
            id="assign-to",
            label=t("Whose conversation is this?"),
            choices=[],
            search=search,
            on_select=give,
            placeholder=t("Name, e-mail or phone"),
            autofocus=True,
            key="search",
        ),
        text=t(
            "All messages with {person} go to the contact’s conversation.", person=person(thread)
        ),
        on_close=on_close,
        id="assign-dialog",
        size="medium",
        actions=html.div(
            {"className": "dialog-actions"}, Button(t("Cancel"), attributes={"data-close": ""})
        ),
    )
