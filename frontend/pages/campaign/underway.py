"""A campaign on its way, or over: how far it is, what became of its letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Button,
    Chip,
    ConfirmDialog,
    IconButton,
    Menu,
    MenuItem,
    Notice,
    PageHeader,
)
from frontend.components.menu import MenuEntry
from frontend.hooks import use_can, use_navigate
from frontend.locale import format_datetime, format_number, t, tn
from frontend.pages.campaign.audience import Planned
from frontend.pages.campaign.chart import Chart
from frontend.pages.campaign.preview import use_path
from frontend.pages.campaign.recipients import Recipients
from frontend.pages.campaign.rescheduling import RescheduleDialog
from frontend.pages.campaign_parts.acts import delete, duplicate, run
from frontend.pages.campaign_parts.words import (
    LIST,
    Campaign,
    campaign_url,
    counted_reason,
    part_of,
    problem_words,
    progress_words,
    state_words,
    title_of,
)
from frontend.session import current_session

STOPPABLE = frozenset({"SENDING", "PAUSED"})


@component
def Underway(campaign: Campaign, *, on_change: Callable[[], Any]) -> VdomDict:
    """The whole page."""
    has_begun = campaign["frozenAt"] is not None
    return html.div(
        {"className": "campaign-page"},
        Header(campaign, on_change=on_change, key="header"),
        html.div(
            {"className": "campaign-body", "key": "body"},
            _trouble(campaign),
            Unknown(campaign, key="unknown") if campaign["unknownCount"] else None,
            _progress(campaign),
            Planned(campaign["filter"], key="planned")
            if campaign["state"] == "SCHEDULED" and campaign["filter"] is not None
            else None,
            _figures(campaign) if has_begun else None,
            Chart(campaign["id"], campaign["openedCount"], campaign["clickedCount"], key="chart")
            if campaign["sentCount"]
            else None,
            _excluded(campaign),
            Recipients(campaign["id"], key="recipients") if has_begun else None,
            Sent(
                campaign["id"],
                campaign["version"],
                is_open=campaign["state"] == "SCHEDULED",
                key=f"letter{campaign['state'] == 'SCHEDULED'}",
            ),
        ),
    )


@component
def Header(campaign: Campaign, *, on_change: Callable[[], Any]) -> VdomDict:
    """Its name, where it stands, and what can be done."""
    session, navigate = current_session(), use_navigate()
    can_send = use_can("SEND_MESSAGES")
    cancelling, set_cancelling = use_state(False)
    retiming, set_retiming = use_state(False)
    turned_from = use_ref("")
    state, given = campaign["state"], {"id": campaign["id"]}
    words, color = state_words(campaign)

    async def turn(verb: str) -> None:
        if turned_from.current == state:  # the second of a double click
            return
        turned_from.current = state
        if await run(session, verb, given) is not None:
            on_change()
        else:
            turned_from.current = ""

    async def cancel() -> None:
        await turn("cancel_campaign")
        set_cancelling(False)

    async def copy() -> None:
        made = await duplicate(session, campaign["id"])
        if made is not None:
            navigate(campaign_url(made))

    async def remove() -> None:
        if await delete(session, campaign):
            navigate(LIST)

    def retimed() -> None:
        set_retiming(False)
        on_change()

    entries: list[MenuEntry] = [MenuItem(t("Duplicate"), on_click=copy, icon="copy")]
    if state in STOPPABLE:
        entries.append(
            MenuItem(
                t("Cancel for good"),
                on_click=lambda: set_cancelling(True),
                icon="ban",
                danger=True,
            )
        )
    else:
        entries.append(MenuItem(t("Delete"), on_click=remove, icon="trash-2", danger=True))
    return html.div(
        PageHeader(
            title_of(campaign),
            count=Chip(words, color=color),
            back=(t("Campaigns"), LIST),
            actions=html.div(
                {"className": "campaign-acts"},
                Button(t("Back to draft"), icon="pencil", on_click=lambda: turn("cancel_campaign"))
                if state == "SCHEDULED"
                else None,
                Menu(
                    IconButton("ellipsis", t("More actions")),
                    entries,
                    id="campaign-menu",
                    align="end",
                ),
            )
            if can_send
            else None,
            primary=_primary(state, turn, lambda: set_retiming(True)) if can_send else None,
        ),
        ConfirmDialog(
            t("Cancel this campaign?"),
            t("What has left has left. The others never leave, and it cannot be taken up again."),
            confirm=t("Cancel it"),
            cancel=t("Keep it"),
            on_confirm=cancel,
            on_close=lambda: set_cancelling(False),
            danger=True,
            key="cancel",
        )
        if cancelling
        else None,
        RescheduleDialog(
            campaign, on_close=lambda: set_retiming(False), on_done=retimed, key="retime"
        )
        if retiming and state == "SCHEDULED"
        else None,
    )


def _primary(state: str, turn: Callable[[str], Any], retime: Callable[[], Any]) -> VdomDict | None:
    if state == "SENDING":
        return Button(
            t("Pause"), icon="pause", variant="primary", on_click=lambda: turn("pause_campaign")
        )
    if state == "PAUSED":
        return Button(
            t("Go on"), icon="play", variant="primary", on_click=lambda: turn("resume_campaign")
        )
    if state == "SCHEDULED":
        return Button(
            t("Change the time …"), icon="calendar-clock", variant="primary", on_click=retime
        )
    return None


def _trouble(campaign: Campaign) -> VdomDict | None:
    if not campaign["problem"]:
        return None
    again = campaign["nextTryAt"]
    return Notice(
        html.p({"key": "words"}, problem_words(campaign["problem"])),
        html.p({"key": "detail", "className": "campaign-detail"}, campaign["problemDetail"])
        if campaign["problemDetail"]
        else None,
        html.p({"key": "again"}, t("It is tried again {when}.", when=format_datetime(again)))
        if again
        else None,
        kind="warning" if campaign["state"] == "SENDING" else "error",
    )


@component
def Unknown(campaign: Campaign) -> VdomDict | Component:
    """Letters of which nobody knows; sent again only when somebody says so."""
    session = current_session()
    asking, set_asking = use_state(False)
    count = campaign["unknownCount"]

    async def again() -> None:
        await run(session, "retry_campaign", {"id": campaign["id"], "states": ["UNKNOWN"]})
        set_asking(False)

    return html.div(
        Notice(
            html.p(
                tn(
                    "{count} message may have been sent: the connection ended in between.",
                    "{count} messages may have been sent: the connection ended in between.",
                    count,
                )
            ),
            kind="warning",
            action=Button(t("Send again …"), small=True, on_click=lambda: set_asking(True))
            if campaign["state"] == "SENT"
            else None,
        ),
        ConfirmDialog(
            t("Send them again?"),
            t("Who got it already gets it twice."),
            confirm=t("Send again"),
            on_confirm=again,
            on_close=lambda: set_asking(False),
            key="again",
        )
        if asking
        else None,
    )


def _progress(campaign: Campaign) -> VdomDict | None:
    if campaign["state"] == "SCHEDULED":
        when = format_datetime(campaign["scheduledAt"])
        return html.p({"className": "campaign-big"}, t("It begins {when}.", when=when))
    if campaign["state"] not in STOPPABLE:
        return None
    if campaign["frozenAt"] is None:
        return html.p({"role": "status"}, t("Choosing the recipients …"))
    total = campaign["recipientCount"]
    return html.div(
        {"className": "campaign-progress"},
        html.p({"role": "status"}, progress_words(campaign)),
        html.progress(
            {
                "max": total or 1,
                "value": total - campaign["leftCount"],
                "aria-label": t("How far it is"),
            }
        ),
    )


def _figures(campaign: Campaign) -> VdomDict:
    sent = campaign["sentCount"]
    bounced = campaign["hardBounceCount"] + campaign["softBounceCount"]
    shown = [
        (t("Sent", context="figures"), sent, part_of(sent, campaign["recipientCount"])),
        (
            t("Opened", context="figures"),
            campaign["openedCount"],
            part_of(campaign["openedCount"], sent),
        )
        if campaign["trackOpens"]
        else (t("Opened", context="figures"), None, t("not counted")),
        (
            t("Clicked", context="figures"),
            campaign["clickedCount"],
            part_of(campaign["clickedCount"], sent),
        )
        if campaign["trackClicks"]
        else (t("Clicked", context="figures"), None, t("not counted")),
        (t("Bounced", context="contacts"), bounced, part_of(bounced, campaign["recipientCount"])),
        (
            t("Unsubscribed", context="contacts"),
            campaign["unsubscribedCount"],
            part_of(campaign["unsubscribedCount"], sent),
        ),
        (t("Not sent", context="figures"), campaign["failedCount"], ""),
        (t("Skipped"), campaign["skippedCount"], ""),
    ]
    kept = [each for each in shown if each[2] or each[1]]
    return html.dl(
        {"className": "campaign-figures"},
        *(
            html.div(
                {"key": words},
                html.dt(words),
                html.dd(
                    html.strong("–" if count is None else format_number(count)),
                    html.span({"className": "campaign-text"}, part) if part else None,
                ),
            )
            for words, count, part in kept
        ),
    )


def _excluded(campaign: Campaign) -> VdomDict | None:
    if not campaign["excluded"]:
        return None
    said = " · ".join(
        counted_reason(each["reason"], each["count"]) for each in campaign["excluded"]
    )
    return html.p({"className": "campaign-text"}, t("Left out:"), " ", said)


@component
def Sent(campaign_id: str, version: int, *, is_open: bool) -> VdomDict | None:
    """The letter as it is, behind a heading that opens it."""
    path = use_path(campaign_id, None, version)
    if path is None:
        return None
    return html.details(
        {"className": "campaign-said", **({"open": True} if is_open else {})},
        html.summary(t("The letter")),
        html.div(
            {"className": "campaign-frame"},
            html.iframe(
                {
                    "src": path,
                    "loading": "lazy",
                    "sandbox": "allow-popups allow-popups-to-escape-sandbox",
                    "title": t("The letter"),
                    "referrerPolicy": "no-referrer",
                }
            ),
        ),
    )
