"""What delete_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CampaignInput


class DeleteCampaignVariables(TypedDict):
    input: CampaignInput


class DeleteCampaignDeleteCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteCampaignDeleteCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteCampaignDeleteCampaignErrorsParameters]


class DeleteCampaignDeleteCampaign(TypedDict):
    deletedId: str | None
    errors: list[DeleteCampaignDeleteCampaignErrors]


class DeleteCampaign(TypedDict):
    deleteCampaign: DeleteCampaignDeleteCampaign | None


delete_campaign: Operation[DeleteCampaign] = load("campaigns/delete_campaign")
