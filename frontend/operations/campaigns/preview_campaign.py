"""What preview_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class PreviewCampaignVariables(TypedDict):
    id: str
    contactId: NotRequired[str | None]


class PreviewCampaign(TypedDict):
    campaignPreview: str


preview_campaign: Operation[PreviewCampaign] = load("campaigns/preview_campaign")
