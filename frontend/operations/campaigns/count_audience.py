"""What count_audience.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactFilter


class CountAudienceVariables(TypedDict):
    filter: ContactFilter


class CountAudienceCampaignAudienceExcludedContacts(TypedDict):
    contactId: str
    name: str


class CountAudienceCampaignAudienceExcluded(TypedDict):
    reason: Literal["NO_EMAIL", "NEVER_SUBSCRIBED", "UNSUBSCRIBED", "BOUNCED", "DUPLICATE", "GONE"]
    count: int
    contacts: list[CountAudienceCampaignAudienceExcludedContacts]


class CountAudienceCampaignAudience(TypedDict):
    recipientCount: int
    excluded: list[CountAudienceCampaignAudienceExcluded]


class CountAudience(TypedDict):
    campaignAudience: CountAudienceCampaignAudience


count_audience: Operation[CountAudience] = load("campaigns/count_audience")
