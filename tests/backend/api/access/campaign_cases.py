"""What root fields of campaigns are asked."""

from __future__ import annotations

from tests.backend.api.access.case import Case, mutation

QUERIES = {
    "campaigns": Case(lambda _: {"first": 50}),
    "campaign": Case(lambda w: {"id": w["campaign"]}),
    "campaignRecipients": Case(lambda w: {"campaignId": w["sent_campaign"], "first": 50}),
    "campaignSettings": Case(),
}
MUTATIONS = {
    "createCampaign": mutation(
        lambda w: {"subject": "Another", "filter": {"labels": {"anyOf": [w["label"]]}}}
    ),
    "updateCampaign": mutation(lambda w: {"id": w["campaign"], "version": 1, "subject": "Another"}),
    "duplicateCampaign": mutation(lambda w: {"id": w["campaign"]}),
    "deleteCampaign": mutation(lambda w: {"id": w["campaign"]}),
    "restoreCampaign": mutation(lambda w: {"id": w["deleted_campaign"]}),
    "updateCampaignSettings": mutation(lambda _: {"version": 1, "ratePerMinute": 60}),
}
SUBSCRIPTIONS = {
    "campaignChanged": Case(lambda w: {"after": w["cursor"]}),
}
