"""What restore_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CampaignInput


class RestoreCampaignVariables(TypedDict):
    input: CampaignInput


class RestoreCampaignRestoreCampaignCampaign(TypedDict):
    id: str
    version: int
    state: Literal["DRAFT", "SCHEDULED", "SENDING", "PAUSED", "SENT", "CANCELLED", "FAILED"]


class RestoreCampaignRestoreCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreCampaignRestoreCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreCampaignRestoreCampaignErrorsParameters]


class RestoreCampaignRestoreCampaign(TypedDict):
    campaign: RestoreCampaignRestoreCampaignCampaign | None
    errors: list[RestoreCampaignRestoreCampaignErrors]


class RestoreCampaign(TypedDict):
    restoreCampaign: RestoreCampaignRestoreCampaign | None


restore_campaign: Operation[RestoreCampaign] = load("campaigns/restore_campaign")
