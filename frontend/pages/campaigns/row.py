"""A campaign as a shared fragment."""

from __future__ import annotations

from collections.abc import Hashable

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Chip
from frontend.fragments import fragment
from frontend.locale import t, tn
from frontend.pages.campaign_parts.words import (
    Campaign,
    campaign_url,
    part_of,
    progress_words,
    state_words,
    title_of,
    when_words,
)

_COUNTS = ("sentCount", "recipientCount", "openedCount", "clickedCount", "frozenAt")


def _version(campaign: Campaign) -> Hashable:
    return campaign["id"], campaign["version"], *(campaign[name] for name in _COUNTS)


@fragment(version=_version)
def campaign_row(campaign: Campaign) -> VdomDict:
    """Draw one: its subject, where it stands, to how many it went, how many opened it."""
    words, color = state_words(campaign)
    return html.li(
        {"key": campaign["id"], "className": "campaign-row"},
        html.a(
            {"className": "campaign-link", "href": campaign_url(campaign["id"])},
            html.span({"className": "campaign-name", "dir": "auto"}, title_of(campaign)),
            html.span({"className": "campaign-text"}, when_words(campaign)),
        ),
        html.span({"className": "campaign-state"}, Chip(words, color=color)),
        html.span({"className": "campaign-number"}, _sent(campaign)),
        html.span({"className": "campaign-number"}, _opened(campaign)),
    )


def _sent(campaign: Campaign) -> str:
    if campaign["state"] in {"SENDING", "PAUSED"} and campaign["frozenAt"]:
        return progress_words(campaign)
    count = campaign["sentCount"]
    return tn("{count} sent", "{count} sent", count) if count else ""


def _opened(campaign: Campaign) -> str:
    if not campaign["sentCount"]:
        return ""
    if not campaign["trackOpens"]:
        return t("not counted")
    return t("{part} opened", part=part_of(campaign["openedCount"], campaign["sentCount"]))
