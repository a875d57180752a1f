"""What pause_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CampaignInput


class PauseCampaignVariables(TypedDict):
    input: CampaignInput


class PauseCampaignPauseCampaignCampaign(TypedDict):
    id: str
    version: int
    state: Literal["DRAFT", "SCHEDULED", "SENDING", "PAUSED", "SENT", "CANCELLED", "FAILED"]


class PauseCampaignPauseCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class PauseCampaignPauseCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[PauseCampaignPauseCampaignErrorsParameters]


class PauseCampaignPauseCampaign(TypedDict):
    campaign: PauseCampaignPauseCampaignCampaign | None
    errors: list[PauseCampaignPauseCampaignErrors]


class PauseCampaign(TypedDict):
    pauseCampaign: PauseCampaignPauseCampaign | None


pause_campaign: Operation[PauseCampaign] = load("campaigns/pause_campaign")
