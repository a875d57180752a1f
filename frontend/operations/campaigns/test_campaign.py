"""What test_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class TestCampaignInput(TypedDict):
    id: str
    contactId: NotRequired[str | None]


class TestCampaignVariables(TypedDict):
    input: TestCampaignInput


class TestCampaignTestCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class TestCampaignTestCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[TestCampaignTestCampaignErrorsParameters]


class TestCampaignTestCampaign(TypedDict):
    address: str | None
    errors: list[TestCampaignTestCampaignErrors]


class TestCampaign(TypedDict):
    testCampaign: TestCampaignTestCampaign | None


test_campaign: Operation[TestCampaign] = load("campaigns/test_campaign")
