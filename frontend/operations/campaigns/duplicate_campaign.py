"""What duplicate_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CampaignInput


class DuplicateCampaignVariables(TypedDict):
    input: CampaignInput


class DuplicateCampaignDuplicateCampaignCampaign(TypedDict):
    id: str
    version: int
    state: Literal["DRAFT", "SCHEDULED", "SENDING", "PAUSED", "SENT", "CANCELLED", "FAILED"]


class DuplicateCampaignDuplicateCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class DuplicateCampaignDuplicateCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DuplicateCampaignDuplicateCampaignErrorsParameters]


class DuplicateCampaignDuplicateCampaign(TypedDict):
    campaign: DuplicateCampaignDuplicateCampaignCampaign | None
    errors: list[DuplicateCampaignDuplicateCampaignErrors]


class DuplicateCampaign(TypedDict):
    duplicateCampaign: DuplicateCampaignDuplicateCampaign | None


duplicate_campaign: Operation[DuplicateCampaign] = load("campaigns/duplicate_campaign")
