"""How far sending many documents is: a strip while it goes on, then what came of each."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.client import OperationFailed, UserError
from frontend.components import Button, Dialog, EmptyState, Skeleton, Time
from frontend.components.progress_strip import ProgressStrip, ProgressStrips
from frontend.errors import explain, report
from frontend.hooks import use_can, use_query, use_store, use_task, use_url_state
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.document_builder.places import document_url
from frontend.pages.documents.words import name_of
from frontend.session import Session, current_session
from frontend.store import Store

PAUSE_SECONDS = 0.7
Sending = Mapping[str, Any]
_shown: WeakKeyDictionary[Session, Store[tuple[str, ...]]] = WeakKeyDictionary()


def shown_sendings(session: Session) -> Store[tuple[str, ...]]:
    """Return the sendings that this window shows in strips."""
    return _shown.setdefault(session, Store[tuple[str, ...]](()))


def show_sending(session: Session, sending_id: str) -> None:
    """Show a sending in a strip."""
    shown_sendings(session).update(lambda now: tuple(dict.fromkeys((*now, sending_id))))


@component
def SendingStrips() -> VdomDict | None:
    """The strips; what still goes on is found again after a reload."""
    session = current_session()
    shown: tuple[str, ...] = use_store(shown_sendings(session))

    async def look() -> None:
        found = await session.client.run(load("billing/list_document_sendings"))
        for each in found["documentSendings"]:
            if each["state"] == "RUNNING":
                show_sending(session, each["id"])

    use_task(look, [])
    if not shown:
        return None
    return ProgressStrips(*(SendingStrip(each, key=each) for each in shown))


@component
def SendingStrip(sending_id: str) -> VdomDict:
    """One sending, looked at again until it is over."""
    session, can_write = current_session(), use_can("WRITE_BILLING")
    sending, set_sending = use_state(_NONE)
    _, set_opened = use_url_state("sending")
    stopping, set_stopping = use_state(False)

    async def follow() -> None:
        while True:
            found = await session.client.run(
                load("billing/read_document_sending"), {"id": sending_id}
            )
            set_sending(found["documentSending"] or _NONE)
            if (found["documentSending"] or {}).get("state") != "RUNNING":
                return
            await asyncio.sleep(PAUSE_SECONDS)

    use_task(follow, [])

    async def stop() -> None:
        set_stopping(True)
        try:
            await session.client.run(
                load("billing/stop_document_sending"), {"input": {"id": sending_id}}
            )
        except OperationFailed as error:
            report(error, session)

    def close() -> None:
        shown_sendings(session).update(lambda now: tuple(e for e in now if e != sending_id))

    running = sending.get("state", "RUNNING") == "RUNNING"
    refused = sending.get("refused", 0)
    return ProgressStrip(
        t("Sending documents …") if running else sending_words(sending),
        done=sending.get("sent", 0) + refused,
        total=sending.get("total"),
        state="running" if running else "failed" if refused else "done",
        key=sending_id,
        on_cancel=stop if running and can_write else None,
        on_close=None if running else close,
        busy=stopping and running,
        more=Button(
            t("What was not sent"),
            variant="ghost",
            small=True,
            on_click=lambda: set_opened(sending_id, push=True),
        )
        if refused and not running
        else None,
    )


_NONE: Sending = {}


def sending_words(sending: Sending) -> str:
    """Return what came of a sending."""
    sent = tn("{count} document sent", "{count} documents sent", sending.get("sent", 0))
    said = [sent]
    if sending.get("refused"):
        said.append(tn("{count} not", "{count} not", sending["refused"]))
    if sending.get("state") == "STOPPED":
        said.append(t("stopped"))
    return ", ".join(said)


@component
def Sendings() -> VdomDict | None:
    """The dialogs: of one sending, or of the last ones, as the URL says."""
    opened, set_opened = use_url_state("sending")
    if not opened:
        return None

    def close() -> None:
        set_opened(None)

    if opened == "all":
        return html.div(LastSendings(close, key="all"))
    return html.div(OneSending(opened, close, key=opened))


@component
def OneSending(sending_id: str, close: Any) -> VdomDict:
    """What was not sent of a sending, each with its reason."""
    found, loading, _, _ = use_query(load("billing/read_document_sending"), {"id": sending_id})
    sending = (found or {}).get("documentSending")
    if sending is None:
        content = Skeleton("list", lines=3) if loading else EmptyState(t("Nothing found"), "")
    else:
        content = html.div(
            {"className": "form"},
            html.p(sending_words(sending)),
            html.ul(
                {"className": "send-many-list"},
                *(_problem(each) for each in sending["problems"]),
            ),
        )
    return Dialog(t("What was not sent"), content, on_close=close, id="sending", size="medium")


def _problem(problem: Mapping[str, Any]) -> VdomDict:
    document = problem["document"]
    return html.li(
        {"key": document["id"]},
        html.a({"href": document_url(document["kind"], document["id"])}, name_of(document)),
        " · ",
        html.bdi(document["buyer"]["name"] or t("No client yet")),
        html.br(),
        html.span({"className": "field-hint"}, _reason(problem["problem"])),
    )


def _reason(code: str) -> str:
    if code == "REQUIRED":
        return t("No e-mail address of the client is known.")
    return explain(UserError(code=code, path=[], parameters=[]))


@component
def LastSendings(close: Any) -> VdomDict:
    """The last sendings of the account."""
    found, loading, _, _ = use_query(load("billing/list_document_sendings"), {})
    _, set_opened = use_url_state("sending")
    sendings = (found or {}).get("documentSendings") or ()

    def line(sending: Sending) -> VdomDict:
        words = sending_words(sending)
        return html.li(
            {"key": sending["id"]},
            Button(
                words,
                variant="ghost",
                small=True,
                on_click=lambda: set_opened(sending["id"], push=True),
            )
            if sending["refused"]
            else words,
            html.br(),
            html.span(
                {"className": "field-hint"}, sending["createdBy"], " · ", Time(sending["createdAt"])
            ),
        )

    if loading and not sendings:
        content = Skeleton("list", lines=3)
    elif sendings:
        content = html.ul({"className": "send-many-list"}, *(line(each) for each in sendings))
    else:
        content = EmptyState(
            t("Nothing yet"), t("Choose documents in the list, and send them together.")
        )
    return Dialog(t("Sent together"), content, on_close=close, id="sending", size="medium")
