"""What schedule_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ScheduleCampaignInput(TypedDict):
    id: str
    version: int
    at: str
    recipients: NotRequired[int | None]


class ScheduleCampaignVariables(TypedDict):
    input: ScheduleCampaignInput


class ScheduleCampaignScheduleCampaignCampaign(TypedDict):
    id: str
    version: int
    state: Literal["DRAFT", "SCHEDULED", "SENDING", "PAUSED", "SENT", "CANCELLED", "FAILED"]


class ScheduleCampaignScheduleCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class ScheduleCampaignScheduleCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ScheduleCampaignScheduleCampaignErrorsParameters]


class ScheduleCampaignScheduleCampaign(TypedDict):
    campaign: ScheduleCampaignScheduleCampaignCampaign | None
    errors: list[ScheduleCampaignScheduleCampaignErrors]


class ScheduleCampaign(TypedDict):
    scheduleCampaign: ScheduleCampaignScheduleCampaign | None


schedule_campaign: Operation[ScheduleCampaign] = load("campaigns/schedule_campaign")
