"""What follow_campaigns.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowCampaignsVariables(TypedDict):
    id: NotRequired[str | None]
    after: NotRequired[str | None]


class FollowCampaignsCampaignChangedChangedExcluded(TypedDict):
    reason: Literal["NO_EMAIL", "NEVER_SUBSCRIBED", "UNSUBSCRIBED", "BOUNCED", "DUPLICATE", "GONE"]
    count: int


class FollowCampaignsCampaignChangedChanged(TypedDict):
    id: str
    version: int
    subject: str
    preheader: str
    fromName: str | None
    replyTo: str | None
    state: Literal["DRAFT", "SCHEDULED", "SENDING", "PAUSED", "SENT", "CANCELLED", "FAILED"]
    problem: str | None
    problemDetail: str | None
    scheduledAt: str | None
    startedAt: str | None
    frozenAt: str | None
    endedAt: str | None
    nextTryAt: str | None
    recipientCount: int
    sentCount: int
    failedCount: int
    skippedCount: int
    unknownCount: int
    leftCount: int
    openedCount: int
    clickedCount: int
    hardBounceCount: int
    softBounceCount: int
    unsubscribedCount: int
    trackOpens: bool
    trackClicks: bool
    updatedAt: str
    updatedBy: str
    excluded: list[FollowCampaignsCampaignChangedChangedExcluded]


class FollowCampaignsCampaignChanged(TypedDict):
    cursor: str
    changed: list[FollowCampaignsCampaignChangedChanged]
    deleted: list[str]


class FollowCampaigns(TypedDict):
    campaignChanged: FollowCampaignsCampaignChanged


follow_campaigns: Operation[FollowCampaigns] = load("campaigns/follow_campaigns")
