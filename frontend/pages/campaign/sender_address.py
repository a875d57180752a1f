"""Who writes and where they are: what the law of many countries asks of the end of each letter."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Notice
from frontend.hooks import use_can, use_query
from frontend.locale import t
from frontend.operations import load

SETTING = "/settings/campaigns"


@component
def NoAddress() -> VdomDict | None:
    """Warn where nothing stands at the end of letters, and lead to where it is set."""
    can_set = use_can("MANAGE_ACCOUNT")
    read = use_query(load("campaigns/read_campaign_settings"))
    if read.data is None or read.data["campaignSettings"]["footer"].strip():
        return None
    return Notice(
        html.p(
            t(
                "Your postal address is not at the end of the letter. The law of many countries "
                "asks for it."
            )
        ),
        None if can_set else html.p(t("Owners and admins can change this.")),
        kind="warning",
        action=Button(t("Add it"), small=True, href=SETTING) if can_set else None,
    )
