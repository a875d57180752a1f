"""The place of one campaign."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.hooks import use_can, use_live, use_params, use_query, use_title
from frontend.locale import t
from frontend.operations import load
from frontend.pages.campaign.underway import Underway
from frontend.pages.campaign.writing import Writing
from frontend.pages.campaign_parts.words import LIST, ONE, Campaign, title_of
from frontend.routes import Page

EDITABLE = frozenset({"DRAFT", "FAILED"})
NOTHING: Campaign | None = None


@component
def CampaignPage() -> VdomDict:
    """The one of the URL."""
    campaign_id = unquote(use_params(ONE).get("id", ""))
    return html.div({"className": "campaign-place"}, OneCampaign(campaign_id, key=campaign_id))


@component
def OneCampaign(campaign_id: str) -> VdomDict | Component:
    """It, followed as it changes: written while it is a draft, looked at afterwards."""
    read = use_query(load("campaigns/read_campaign"), {"id": campaign_id})
    turn, set_turn = use_state(0)
    heard, set_heard = use_state(NOTHING)
    can_send = use_can("SEND_MESSAGES")
    found = (read.data or {}).get("campaign")
    use_title(title_of(found) if found else t("Campaign"))

    def again() -> None:
        """Read it anew and draw it anew, whatever was on screen."""
        set_heard(None)
        set_turn(turn + 1)
        read.refetch()

    def hear(event: dict[str, Any]) -> None:
        if event["deleted"]:
            read.refetch()
        for each in event["changed"]:
            known = heard or found
            if known is not None and (each["state"] in EDITABLE) != (known["state"] in EDITABLE):
                again()
            else:
                set_heard(each)

    use_live(load("campaigns/follow_campaigns"), {"id": campaign_id}, hear)
    if read.data is None and read.loading:
        return Skeleton("detail")
    if found is None or read.data is None:
        return EmptyState(
            t("It is not here any more"),
            t("It was deleted, or never was."),
            action=Button(t("Campaigns"), href=LIST),
            drawing="lost",
        )
    if found["state"] in EDITABLE and can_send:
        return Writing(found, read.data["mailbox"], on_change=again, key=f"writing{turn}")
    shown = {**found, **(heard or {})}
    return Underway(shown, on_change=again, key=f"underway{turn}")


PAGES = (Page(ONE, CampaignPage, title=lambda: t("Campaign"), skeleton="detail"),)
