"""What read_campaign_settings.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadCampaignSettingsVariables(TypedDict):
    pass


class ReadCampaignSettingsCampaignSettings(TypedDict):
    ratePerMinute: int
    footer: str
    trackOpens: bool
    trackClicks: bool
    version: int


class ReadCampaignSettings(TypedDict):
    campaignSettings: ReadCampaignSettingsCampaignSettings


read_campaign_settings: Operation[ReadCampaignSettings] = load("campaigns/read_campaign_settings")
