"""GraphQL of campaigns: parse → service or queries → wrap, nothing else.

types, enums   what is read
inputs         what mutations take, and answer
query, mutation, sending, subscription     the root fields
"""

import backend.campaigns.registrations  # noqa: F401 - letters follow contacts wherever they are written
from backend.campaigns.schema.mutation import CampaignsMutation
from backend.campaigns.schema.query import CampaignsQuery
from backend.campaigns.schema.sending import CampaignSendingMutation
from backend.campaigns.schema.subscription import CampaignsSubscription

__all__ = [
    "CampaignSendingMutation",
    "CampaignsMutation",
    "CampaignsQuery",
    "CampaignsSubscription",
]
