"""What cancel_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CampaignInput


class CancelCampaignVariables(TypedDict):
    input: CampaignInput


class CancelCampaignCancelCampaignCampaign(TypedDict):
    id: str
    version: int
    state: Literal["DRAFT", "SCHEDULED", "SENDING", "PAUSED", "SENT", "CANCELLED", "FAILED"]


class CancelCampaignCancelCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class CancelCampaignCancelCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CancelCampaignCancelCampaignErrorsParameters]


class CancelCampaignCancelCampaign(TypedDict):
    campaign: CancelCampaignCancelCampaignCampaign | None
    errors: list[CancelCampaignCancelCampaignErrors]


class CancelCampaign(TypedDict):
    cancelCampaign: CancelCampaignCancelCampaign | None


cancel_campaign: Operation[CancelCampaign] = load("campaigns/cancel_campaign")
