"""A message, and the line between two days, as shared fragments."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from hashlib import blake2b
from typing import Any

import orjson
from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Button, Icon
from frontend.components.rich_text import RichText
from frontend.fragments import fragment, target
from frontend.locale import format_bytes, format_date, format_datetime, format_time, t
from frontend.pages.message_parts.asked import payment_of
from frontend.pages.message_parts.delivery import delivery_of
from frontend.pages.message_parts.state import Message

AGAIN, PICTURES = "messages:again", "messages:pictures"
DISCARD = "messages:discard"
QUOTE, FILE = "messages:quote", "messages:file"
FILE_ICONS = {
    "IMAGE": "image",
    "PDF": "file-text",
    "TEXT": "file-type",
    "AUDIO": "file-music",
    "OTHER": "file",
}


def _version(
    message: Message, *, contact: str, can_send: bool, titled: bool, unfolded: bool, picture: str
) -> Hashable:
    content = blake2b(orjson.dumps(message, default=dict), digest_size=16).digest()
    return content, contact, can_send, titled, unfolded, picture


@fragment(version=_version)
def message_row(
    message: Message, *, contact: str, can_send: bool, titled: bool, unfolded: bool, picture: str
) -> VdomDict:
    """Draw a message of a `contact`, by name; one that is `titled` says its subject. `picture` is
    the path of a page of it with its images, empty while they are not shown.
    """
    return html.li(
        {
            "key": message["id"],
            "className": "message",
            "id": f"message-{message['id']}",
            "data-direction": message["direction"].lower(),
            "data-kind": message["kind"].lower(),
        },
        _head(message, contact, titled),
        html.div(
            {"className": "message-body"},
            _told_apart(message),
            _content(message, picture),
            _images(message) if message["hasRemoteImages"] and not picture else None,
            _quoted(message, unfolded) if message["quotedHtml"] else None,
            _cut_off() if message["isPartial"] else None,
            payment_of(message, can_send) if message["paymentRequest"] else None,
            _files(message) if message["files"] else None,
        ),
        _delivery(message, can_send),
    )


@fragment(version=lambda day: day)
def day_line(day: date) -> VdomDict:
    """Draw the line before a day's messages; the browser says "yesterday" while that is true."""
    return html.li(
        {"key": f"day-{day.isoformat()}", "className": "message-day"},
        html.time(
            {
                "dateTime": day.isoformat(),
                "title": format_date(day, "full"),
                "data-relative": "day",
            },
            format_date(day, "long"),
        ),
    )


def sender_name(message: Message, contact: str) -> str:
    """Return who wrote a message: as the letter says, else the contact, else an address. What a
    mail server tells is not the contact's.
    """
    sender = message["sender"]
    if message["direction"] == "OUT":
        name = message["authorName"]
    else:
        name = sender["name"] or (contact if message["kind"] != "BOUNCE" else "")
    return str(name or sender["address"])


def _head(message: Message, contact: str, titled: bool) -> VdomDict:
    sender = message["sender"]
    recipients = ", ".join(each["address"] for each in message["recipients"])
    return html.header(
        {"className": "message-head"},
        html.bdi(
            {
                "className": "message-by",
                "title": t(
                    "From {sender} to {recipients}", sender=sender["address"], recipients=recipients
                ),
            },
            sender_name(message, contact),
        ),
        html.span({"className": "message-subject", "dir": "auto"}, message["subject"])
        if titled and message["subject"]
        else None,
        html.time(
            {
                "className": "message-time",
                "dateTime": message["at"],
                "title": format_datetime(message["at"], "long"),
            },
            format_time(message["at"]),
        ),
    )


def _told_apart(message: Message) -> VdomDict | None:
    """Say what is not written by a person."""
    if message["kind"] == "LETTER":
        return None
    bounced = message["kind"] == "BOUNCE"
    return html.p(
        {"className": "message-kind"},
        Icon("triangle-alert" if bounced else "history", size=14),
        t("A mail server says that a message was not delivered.")
        if bounced
        else t("Answered automatically."),
    )


def _content(message: Message, picture: str) -> VdomDict:
    if not picture:
        return RichText(message["html"], class_name="message-text")
    return html.iframe(
        {
            "className": "message-pictures",
            "src": picture,
            "sandbox": "allow-popups allow-popups-to-escape-sandbox",
            "title": t("The message with its images"),
            "referrerPolicy": "no-referrer",
        }
    )


def _images(message: Message) -> VdomDict:
    return html.p(
        {"className": "message-aside"},
        Icon("image", size=14),
        html.span(t("Images were not loaded: they tell who reads this, and when.")),
        _act(message, PICTURES, t("Show images")),
    )


def _quoted(message: Message, unfolded: bool) -> VdomDict:
    return html.div(
        {"className": "message-quoted"},
        html.button(
            {
                "type": "button",
                "className": "message-fold",
                "data-id": message["id"],
                "title": t("Earlier text"),
                "aria-label": t("Earlier text"),
                "aria-expanded": "true" if unfolded else "false",
                "onClick": target(QUOTE),
            },
            Icon("ellipsis"),
        ),
        RichText(message["quotedHtml"], class_name="message-text") if unfolded else None,
    )


def _cut_off() -> VdomDict:
    return html.p(
        {"className": "message-aside"},
        t("Not all of this letter was kept here; the rest is in the mailbox."),
    )


def _files(message: Message) -> VdomDict:
    return html.ul(
        {"className": "message-files", "aria-label": t("Files")},
        *(
            html.li(
                {"key": str(place)},
                html.button(
                    {
                        "type": "button",
                        "className": "message-file",
                        "data-id": message["id"],
                        "data-place": str(place),
                        "title": file["filename"],
                        "onClick": target(FILE),
                    },
                    Icon(FILE_ICONS.get(file["kind"], "file"), size=14),
                    html.bdi(file["filename"]),
                    html.span({"className": "message-size"}, format_bytes(file["sizeBytes"])),
                ),
            )
            for place, file in enumerate(message["files"])
        ),
    )


def _delivery(message: Message, can_send: bool) -> VdomDict | None:
    delivery = delivery_of(message)
    if delivery is None:
        return None
    return html.footer(
        {"className": "message-delivery", "data-state": delivery.state},
        html.span({"className": "message-state"}, delivery.words),
        html.span(delivery.reason) if delivery.reason else None,
        html.q({"className": "message-said", "dir": "auto"}, delivery.said)
        if delivery.said
        else None,
        *(_ways_on(message) if can_send else ()),
    )


def _ways_on(message: Message) -> list[VdomDict]:
    """Return what can be done with a message that goes nowhere by itself."""
    if message["state"] == "HELD":
        return [_act(message, AGAIN, t("Send now")), _act(message, DISCARD, t("Discard"))]
    if message["state"] == "DISCARDED":
        return [_act(message, AGAIN, t("Send after all"))]
    if message["state"] == "FAILED":
        return [_act(message, AGAIN, t("Send again"))]
    return []


def _act(message: Message, name: str, words: str) -> VdomDict:
    attributes: dict[str, Any] = {"data-id": message["id"]}
    return Button(words, small=True, on_click=target(name), attributes=attributes)
