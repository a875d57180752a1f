"""What became of a document that went to its client: letters, looks, the answer, the link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Chip, ConfirmDialog, IconButton, Menu, MenuItem
from frontend.components.copy_button import CopyButton
from frontend.components.time import Time
from frontend.errors import explain
from frontend.hooks import use_can, use_live, use_mutation, use_query, use_toast, use_url_state
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.document_send.dialog import SendDialog
from frontend.pages.document_send.words import state_words, trouble_words

Document = Mapping[str, Any]
SENDABLE = ("ISSUED", "PARTLY_PAID", "PAID", "ACCEPTED", "INVOICED")


@component
def SendingPanel(document_id: str) -> VdomDict | None:
    """The panel of an issued document, which reads and follows by itself; `?send=1` opens the
    letter.
    """
    data, _, _, refetch = use_query(load("billing/read_delivery"), {"id": document_id})
    cursor = data["viewer"]["cursor"] if data and data["viewer"] else None

    async def changed(event: dict[str, Any]) -> None:
        refetch()

    use_live(
        load("billing/follow_delivery"),
        {"id": document_id},
        changed,
        after=cursor,
        skip=cursor is None,
    )
    document = data["billingDocument"] if data else None
    if document is None or document["number"] is None:
        return None
    return html.section(
        {"className": "issued-panel document-sending", "aria-labelledby": "sending-title"},
        _Head(document, key="head"),
        _answer(document),
        _looks(document),
        html.ul(
            {"className": "sending-letters"},
            *(
                _letter(each, place, document["contactId"])
                for place, each in enumerate(document["deliveries"])
            ),
        )
        if document["deliveries"]
        else None,
        _Link(document, key="link"),
    )


@component
def _Head(document: Document) -> VdomDict:
    asked, set_asked = use_url_state("send")
    may_send = use_can("WRITE_BILLING") and document["status"] in SENDABLE
    sent = bool(document["deliveries"])
    return html.header(
        {"className": "document-sending-head"},
        html.h2({"id": "sending-title", "className": "issued-heading"}, t("Client")),
        Button(
            t("Send again") if sent else t("Send"),
            icon="send",
            small=True,
            on_click=lambda: set_asked("1", push=True),
        )
        if may_send
        else None,
        SendDialog(document["id"], on_close=lambda: set_asked(None), key="dialog")
        if asked and may_send
        else None,
    )


def _answer(document: Document) -> VdomDict | None:
    answer = document["answer"]
    if answer is None:
        return None
    words = (
        t("Accepted and signed by {name}", name=answer["name"])
        if answer["accepted"]
        else t("Declined by the client")
    )
    return html.div(
        {"className": "sending-answer", "key": "answer"},
        html.p(
            {"className": "sending-answer-words", "data-accepted": answer["accepted"] or None},
            html.bdi(words),
        ),
        html.p(
            {"className": "sending-quiet"}, Time(answer["answeredAt"]), f" · {answer['address']}"
        ),
        html.blockquote({"className": "sending-reason"}, answer["reason"])
        if answer["reason"]
        else None,
    )


def _looks(document: Document) -> VdomDict | None:
    link = document["link"]
    if link is None:
        return None
    if not link["viewCount"]:
        words: tuple[Any, ...] = (t("Not looked at yet"),)
    else:
        times = tn("Looked at once, last", "Looked at {count} times, last", link["viewCount"])
        words = (f"{times} ", Time(link["lastViewedAt"]))
    return html.p({"className": "sending-looks", "key": "looks"}, *words)


def _letter(delivery: Mapping[str, Any], place: int, contact_id: str | None) -> VdomDict:
    to: VdomDict = html.bdi(delivery["to"])
    if contact_id and delivery["messageId"]:
        said = {"href": contact_url(contact_id, "messages"), "title": t("Show the messages")}
        to = html.a(said, to)
    words, colour = state_words(delivery)
    trouble = trouble_words(delivery)
    return html.li(
        {"className": "sending-letter", "key": f"{delivery['createdAt']}-{place}"},
        html.span({"className": "sending-letter-to"}, to),
        Chip(words, color=colour),
        html.span(
            {"className": "sending-quiet"},
            delivery["createdBy"],
            " · ",
            Time(delivery["createdAt"]),
        ),
        html.span({"className": "sending-trouble"}, trouble) if trouble else None,
        html.span({"className": "sending-quiet"}, delivery["problemDetail"])
        if trouble and delivery["problemDetail"]
        else None,
    )


@component
def _Link(document: Document) -> VdomDict | Component | None:
    """The link: made, copied, opened, revoked."""
    asking, set_asking = use_state(False)
    create, creating = use_mutation(load("billing/create_document_link"))
    revoke, _ = use_mutation(load("billing/revoke_document_link"))
    toast, may_write = use_toast(), use_can("WRITE_BILLING")
    link = document["link"]
    if not may_write:
        return None

    async def make() -> None:
        outcome = await create({"id": document["id"]})
        if outcome.errors:
            toast(explain(outcome.errors[0]), kind="error")

    async def take_back() -> None:
        outcome = await revoke({"id": document["id"]})
        set_asking(False)
        if outcome.ok:
            toast(t("The link works no longer"), kind="success")

    if link is None or link["url"] is None:
        return html.div(
            {"className": "sending-link"},
            Button(t("Make a link"), icon="link", small=True, on_click=make, busy=creating.loading),
        )
    return html.div(
        {"className": "sending-link"},
        CopyButton(link["url"], label=t("Copy link"), small=True),
        Button(
            t("Open", context="link"),
            icon="eye",
            small=True,
            href=link["url"],
            attributes={"target": "_blank", "rel": "noopener noreferrer"},
        ),
        Menu(
            IconButton("ellipsis", t("More about the link"), small=True),
            [MenuItem(t("Revoke the link…"), icon="link-2-off", on_click=lambda: set_asking(True))],
            id="link-menu",
            align="end",
        ),
        ConfirmDialog(
            t("Revoke the link?"),
            t("Nobody can open the document by it any more, also from letters that were sent."),
            confirm=t("Revoke"),
            on_confirm=take_back,
            on_close=lambda: set_asking(False),
            danger=True,
        )
        if asking
        else None,
    )
