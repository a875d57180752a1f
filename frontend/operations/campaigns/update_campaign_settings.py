"""What update_campaign_settings.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class UpdateCampaignSettingsInput(TypedDict):
    version: int
    ratePerMinute: NotRequired[int | None]
    footer: NotRequired[str | None]
    trackOpens: NotRequired[bool | None]
    trackClicks: NotRequired[bool | None]


class UpdateCampaignSettingsVariables(TypedDict):
    input: UpdateCampaignSettingsInput


class UpdateCampaignSettingsUpdateCampaignSettingsSettings(TypedDict):
    ratePerMinute: int
    footer: str
    trackOpens: bool
    trackClicks: bool
    version: int


class UpdateCampaignSettingsUpdateCampaignSettingsErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateCampaignSettingsUpdateCampaignSettingsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateCampaignSettingsUpdateCampaignSettingsErrorsParameters]


class UpdateCampaignSettingsUpdateCampaignSettings(TypedDict):
    settings: UpdateCampaignSettingsUpdateCampaignSettingsSettings | None
    errors: list[UpdateCampaignSettingsUpdateCampaignSettingsErrors]


class UpdateCampaignSettings(TypedDict):
    updateCampaignSettings: UpdateCampaignSettingsUpdateCampaignSettings | None


update_campaign_settings: Operation[UpdateCampaignSettings] = load("campaigns/update_campaign_settings")
