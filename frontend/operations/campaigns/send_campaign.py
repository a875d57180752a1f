"""What send_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class SendCampaignInput(TypedDict):
    id: str
    version: int
    recipients: NotRequired[int | None]


class SendCampaignVariables(TypedDict):
    input: SendCampaignInput


class SendCampaignSendCampaignCampaign(TypedDict):
    id: str
    version: int
    state: Literal["DRAFT", "SCHEDULED", "SENDING", "PAUSED", "SENT", "CANCELLED", "FAILED"]


class SendCampaignSendCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class SendCampaignSendCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SendCampaignSendCampaignErrorsParameters]


class SendCampaignSendCampaign(TypedDict):
    campaign: SendCampaignSendCampaignCampaign | None
    errors: list[SendCampaignSendCampaignErrors]


class SendCampaign(TypedDict):
    sendCampaign: SendCampaignSendCampaign | None


send_campaign: Operation[SendCampaign] = load("campaigns/send_campaign")
