"""To whom a campaign went, letter by letter, and what became of each."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Chip, Option, SearchInput, Select, Skeleton
from frontend.fragments import FragmentList, fragment
from frontend.hooks import use_live, use_query, use_task, use_url_state
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.pages.campaign_parts.words import problem_words, reason_words, recipient_words
from frontend.pages.contact_parts.places import contact_url

PAGE = 50
MOST = 200
PAUSE_SECONDS = 0.2
Recipient = Mapping[str, Any]


def fates() -> list[Option]:
    """Return what recipients can be chosen by."""
    return [
        Option("", t("All")),
        Option("SENT", t("Sent")),
        Option("OPENED", t("Opened")),
        Option("NOT_OPENED", t("Not opened")),
        Option("CLICKED", t("Clicked")),
        Option("BOUNCED", t("Bounced")),
        Option("UNSUBSCRIBED", t("Unsubscribed")),
        Option("QUEUED", t("Not sent yet")),
        Option("FAILED", t("Failed")),
        Option("SKIPPED", t("Skipped", context="letter")),
        Option("UNKNOWN", t("May have been sent")),
    ]


@component
def Recipients(campaign_id: str) -> VdomDict:
    """The list with what narrows it down; both are in the URL."""
    fate, set_fate = use_url_state("fate")
    begun, set_search = use_url_state("q")
    typed = use_ref(begun or "")
    runner = use_task(_nothing, [])

    async def find() -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        set_search(typed.current or None)

    def take(event: dict[str, Any]) -> None:
        typed.current = event["target"]["value"]
        runner.start(find)

    return html.section(
        {"className": "campaign-section", "aria-labelledby": "campaign-recipients"},
        html.h2({"id": "campaign-recipients", "className": "campaign-heading"}, t("Recipients")),
        html.div(
            {"className": "campaign-narrow"},
            SearchInput(
                label=t("Search addresses"),
                value=begun or "",
                placeholder=t("E-mail"),
                on_input=take,
                attributes={"id": "recipient-search", "maxLength": 100},
            ),
            Select(
                fates(),
                value=fate or "",
                on_change=lambda event: set_fate(event["target"]["value"] or None),
                label=t("What became of it"),
            ),
        ),
        Rows(campaign_id, fate or "", begun or "", key=f"rows{fate}{begun}"),
    )


async def _nothing() -> None:
    """Nothing has been typed yet."""


@component
def Rows(campaign_id: str, fate: str, search: str) -> VdomDict:
    """Those that were found, read again as they change."""
    asked: dict[str, Any] = {"id": campaign_id, "fate": fate or None, "search": search}
    many, set_many = use_state(PAGE)
    read = use_query(load("campaigns/list_recipients"), {**asked, "first": many, "after": None})
    use_live(load("campaigns/follow_campaigns"), {"id": campaign_id}, lambda _: read.refetch())
    if read.data is None:
        return Skeleton("list", lines=4)
    found = read.data["campaignRecipients"]
    rows = [edge["node"] for edge in found["edges"]]
    if not rows:
        return html.p({"className": "field-hint"}, t("Nobody here."))
    more = found["pageInfo"]["hasNextPage"]
    return html.div(
        html.p(
            {"className": "campaign-text", "role": "status"},
            t("{count} in all", count=format_number(found["totalCount"])),
        ),
        FragmentList(
            "ul",
            {"className": "campaign-recipients", "aria-label": t("Recipients")},
            [recipient_row(each) for each in rows],
        ),
        Button(t("Show more"), on_click=lambda: set_many(MOST)) if more and many < MOST else None,
        html.p({"className": "field-hint"}, t("Search to find the others."))
        if more and many >= MOST
        else None,
    )


@fragment(version=lambda recipient: tuple(recipient.values()))
def recipient_row(recipient: Recipient) -> VdomDict:
    """Draw one: who, at which address, what became of it, and why."""
    words, color = recipient_words(recipient)
    name = recipient["contactName"] or recipient["address"] or t("An erased contact")
    return html.li(
        {"key": recipient["id"], "className": "recipient-row"},
        html.span(
            {"className": "recipient-who", "dir": "auto"},
            html.a({"href": contact_url(recipient["contactId"])}, name)
            if recipient["contactId"]
            else name,
            html.span({"className": "campaign-text"}, recipient["address"]),
        ),
        html.span({"className": "recipient-why"}, _why(recipient)),
        Chip(words, color=color),
    )


def _why(recipient: Recipient) -> str:
    if recipient["reason"]:
        return reason_words(recipient["reason"])
    if recipient["problem"]:
        return problem_words(recipient["problem"])
    return ""
