"""The copy that is ready: fetched, passed on by a link or a letter, and who fetched it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Button,
    ConfirmDialog,
    Notice,
    Panel,
    Time,
)
from frontend.components.copy_button import CopyButton
from frontend.hooks import use_can, use_toast
from frontend.locale import format_bytes, format_datetime, t, tn
from frontend.pages.privacy.acts import run
from frontend.pages.privacy.letter import LetterDialog
from frontend.pages.privacy.words import Request
from frontend.session import current_session

Copy = Mapping[str, Any]


@component
def Passing(request: Request, refetch: Callable[[], Any]) -> VdomDict:
    """The file, the link, and the history."""
    copy = request["copy"]
    is_ready = request["state"] == "READY"
    return html.div(
        {"className": "privacy-parts"},
        Fetching(request, key="fetching") if is_ready else None,
        Linking(request, refetch, key="linking") if is_ready else None,
        html.div({"key": "downloads"}, _downloads(copy)),
    )


@component
def Fetching(request: Request) -> VdomDict | Component:
    """The file, for whoever looks after the request."""
    session, toast = current_session(), use_toast()
    asking, set_asking = use_state(False)
    copy = request["copy"]

    async def delete() -> None:
        if await run(session, "delete_privacy_copy", {"id": request["id"]}) is not None:
            toast(t("The copy is deleted"), kind="success")
        set_asking(False)

    return html.div(
        Panel(
            t("The copy"),
            html.p(
                {"className": "privacy-wrap", "key": "what"},
                t(
                    "One ZIP file of {size}: pages to read, tables for programs, and all files.",
                    size=format_bytes(copy["sizeBytes"] or 0),
                ),
            ),
            html.div(
                {"className": "privacy-acts", "key": "acts"},
                html.a(
                    {
                        "className": "button button-primary",
                        "href": copy["downloadUrl"],
                        "download": "",
                    },
                    t("Download"),
                )
                if copy["downloadUrl"]
                else None,
                Button(t("Delete now"), variant="ghost", on_click=lambda: set_asking(True)),
            ),
            text=t("Kept until {when}.", when=format_datetime(copy["expiresAt"], "medium")),
        ),
        ConfirmDialog(
            t("Delete the copy?"),
            t("Its link leads nowhere then. Your client’s data stays as it is."),
            confirm=t("Delete"),
            danger=True,
            on_confirm=delete,
            on_close=lambda: set_asking(False),
        )
        if asking
        else None,
    )


@component
def Linking(request: Request, refetch: Callable[[], Any]) -> VdomDict:
    """The link for the client, and sending it."""
    session, toast = current_session(), use_toast()
    can_send = use_can("SEND_MESSAGES")
    writing, set_writing = use_state(False)
    busy, set_busy = use_state(False)
    link = request["copy"]["link"]

    async def turn(verb: str, words: str) -> None:
        set_busy(True)
        try:
            if await run(session, verb, {"id": request["id"]}) is not None:
                toast(words, kind="success")
                refetch()
        finally:
            set_busy(False)

    async def make() -> None:
        await turn("create_privacy_link", t("Whoever has the link can fetch the copy"))

    async def revoke() -> None:
        await turn("revoke_privacy_link", t("The link leads nowhere any more"))

    send = (
        Button(t("Send it to the client…"), icon="send", on_click=lambda: set_writing(True))
        if can_send
        else None
    )
    letters = request["copy"]["letters"]
    return html.div(
        Panel(
            t("For your client"),
            Notice(
                html.p(t("Make sure that it is they who asked: the file holds all of their data.")),
                kind="info",
            ),
            html.div(
                {"className": "privacy-link-box", "key": "link"},
                html.code({"className": "privacy-url"}, link["url"]),
                CopyButton(link["url"], small=True),
            )
            if link
            else None,
            html.div(
                {"className": "privacy-acts", "key": "acts"},
                send,
                Button(t("Revoke the link"), variant="ghost", on_click=revoke, busy=busy)
                if link
                else Button(t("Make a link"), icon="link", on_click=make, busy=busy),
            ),
            html.p(
                {"className": "privacy-faint", "key": "sent"},
                t("Sent by {name}", name=letters[0]["sentBy"]),
                " ",
                Time(letters[0]["at"]),
            )
            if letters
            else None,
            text=t("A link that needs no sign-in, for as long as the copy is kept."),
        ),
        LetterDialog(
            request["id"], on_close=lambda: set_writing(False), on_sent=refetch, key="letter"
        )
        if writing
        else None,
    )


def _downloads(copy: Copy) -> VdomDict:
    if not copy["downloadCount"]:
        return html.p({"className": "privacy-faint"}, t("Nobody has downloaded it yet."))
    return Panel(
        tn("Downloaded once", "Downloaded {count} times", copy["downloadCount"]),
        html.ul(
            {"className": "privacy-downloads"},
            *(
                html.li(
                    {"key": each["at"]},
                    html.span(t("By the link") if each["byLink"] else each["downloadedBy"]),
                    Time(each["at"]),
                )
                for each in copy["downloads"]
            ),
        ),
    )
