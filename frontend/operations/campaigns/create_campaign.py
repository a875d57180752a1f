"""What create_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CampaignBlockInput, ContactFilter


class CreateCampaignInput(TypedDict):
    subject: NotRequired[str | None]
    preheader: NotRequired[str | None]
    fromName: NotRequired[str | None]
    replyTo: NotRequired[str | None]
    blocks: NotRequired[list[CampaignBlockInput] | None]
    filter: NotRequired[ContactFilter | None]
    trackOpens: NotRequired[bool | None]
    trackClicks: NotRequired[bool | None]
    idempotencyKey: NotRequired[str | None]


class CreateCampaignVariables(TypedDict):
    input: CreateCampaignInput


class CreateCampaignCreateCampaignCampaign(TypedDict):
    id: str
    version: int


class CreateCampaignCreateCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class CreateCampaignCreateCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateCampaignCreateCampaignErrorsParameters]


class CreateCampaignCreateCampaign(TypedDict):
    campaign: CreateCampaignCreateCampaignCampaign | None
    errors: list[CreateCampaignCreateCampaignErrors]


class CreateCampaign(TypedDict):
    createCampaign: CreateCampaignCreateCampaign | None


create_campaign: Operation[CreateCampaign] = load("campaigns/create_campaign")
