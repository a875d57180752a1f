"""What root fields of campaigns are asked."""

from __future__ import annotations

from tests.backend.api.access.case import Case, mutation

QUERIES = {
    "campaigns": Case(lambda _: {"first": 50}),
    "campaign": Case(lambda w: {"id": w["campaign"]}),
    "campaignRecipients": Case(lambda w: {"campaignId": w["sent_campaign"], "first": 50}),
    "campaignSettings": Case(),
    "campaignAudience": Case(lambda w: {"filter": {"ids": [w["contact"]]}}),
    "campaignPreview": Case(lambda w: {"id": w["campaign"], "contactId": w["contact"]}),
}
MUTATIONS = {
    "createCampaign": mutation(
        lambda w: {"subject": "Another", "filter": {"labels": {"anyOf": [w["label"]]}}}
    ),
    "updateCampaign": mutation(lambda w: {"id": w["campaign"], "version": 1, "subject": "Another"}),
    "duplicateCampaign": mutation(lambda w: {"id": w["campaign"]}),
    "deleteCampaign": mutation(lambda w: {"id": w["campaign"]}),
    "restoreCampaign": mutation(lambda w: {"id": w["deleted_campaign"]}),
    # The mailbox of this account has no server to send by.
    "sendCampaign": mutation(lambda w: {"id": w["campaign"], "version": 1}, works_for_owner=False),
    "scheduleCampaign": mutation(
        lambda w: {"id": w["campaign"], "version": 1, "at": "2026-12-24T10:00:00Z"},
        works_for_owner=False,
    ),
    "testCampaign": mutation(lambda w: {"id": w["campaign"]}, works_for_owner=False),
    "pauseCampaign": mutation(lambda w: {"id": w["sending_campaign"]}),
    "resumeCampaign": mutation(lambda w: {"id": w["campaign"]}, works_for_owner=False),
    "cancelCampaign": mutation(lambda w: {"id": w["sending_campaign"]}),
    "retryCampaign": mutation(
        lambda w: {"id": w["sent_campaign"], "states": ["FAILED"]}, works_for_owner=False
    ),
    "createCampaignImageUpload": Case(),
    "updateCampaignSettings": mutation(lambda _: {"version": 1, "ratePerMinute": 60}),
}
SUBSCRIPTIONS = {
    "campaignChanged": Case(lambda w: {"after": w["cursor"]}),
}
