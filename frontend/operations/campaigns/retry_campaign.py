"""What retry_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class RetryCampaignInput(TypedDict):
    id: str
    states: list[Literal["QUEUED", "SENDING", "SENT", "FAILED", "SKIPPED", "UNKNOWN"]]


class RetryCampaignVariables(TypedDict):
    input: RetryCampaignInput


class RetryCampaignRetryCampaignCampaign(TypedDict):
    id: str
    version: int
    state: Literal["DRAFT", "SCHEDULED", "SENDING", "PAUSED", "SENT", "CANCELLED", "FAILED"]


class RetryCampaignRetryCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class RetryCampaignRetryCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RetryCampaignRetryCampaignErrorsParameters]


class RetryCampaignRetryCampaign(TypedDict):
    campaign: RetryCampaignRetryCampaignCampaign | None
    errors: list[RetryCampaignRetryCampaignErrors]


class RetryCampaign(TypedDict):
    retryCampaign: RetryCampaignRetryCampaign | None


retry_campaign: Operation[RetryCampaign] = load("campaigns/retry_campaign")
