"""What resume_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CampaignInput


class ResumeCampaignVariables(TypedDict):
    input: CampaignInput


class ResumeCampaignResumeCampaignCampaign(TypedDict):
    id: str
    version: int
    state: Literal["DRAFT", "SCHEDULED", "SENDING", "PAUSED", "SENT", "CANCELLED", "FAILED"]


class ResumeCampaignResumeCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class ResumeCampaignResumeCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ResumeCampaignResumeCampaignErrorsParameters]


class ResumeCampaignResumeCampaign(TypedDict):
    campaign: ResumeCampaignResumeCampaignCampaign | None
    errors: list[ResumeCampaignResumeCampaignErrors]


class ResumeCampaign(TypedDict):
    resumeCampaign: ResumeCampaignResumeCampaign | None


resume_campaign: Operation[ResumeCampaign] = load("campaigns/resume_campaign")
