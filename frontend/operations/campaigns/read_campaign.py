"""What read_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from frontend.operations import Operation, load


class ReadCampaignVariables(TypedDict):
    id: str


class ReadCampaignCampaignExcluded(TypedDict):
    reason: Literal["NO_EMAIL", "NEVER_SUBSCRIBED", "UNSUBSCRIBED", "BOUNCED", "DUPLICATE", "GONE"]
    count: int


class ReadCampaignCampaignBlocksImage(TypedDict):
    id: str
    path: str
    width: int
    height: int


class ReadCampaignCampaignBlocks(TypedDict):
    key: str
    kind: Literal["HEADING", "TEXT", "BUTTON", "IMAGE", "DIVIDER"]
    text: str
    url: str
    alt: str
    align: Literal["LEFT", "CENTER"]
    image: ReadCampaignCampaignBlocksImage | None


class ReadCampaignCampaignProblemsParameters(TypedDict):
    name: str
    value: str


class ReadCampaignCampaignProblems(TypedDict):
    code: str
    path: list[str]
    parameters: list[ReadCampaignCampaignProblemsParameters]


class ReadCampaignCampaign(TypedDict):
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
    filter: Any | None
    excluded: list[ReadCampaignCampaignExcluded]
    blocks: list[ReadCampaignCampaignBlocks]
    problems: list[ReadCampaignCampaignProblems]


class ReadCampaignCampaignSettings(TypedDict):
    ratePerMinute: int
    footer: str


class ReadCampaignMailbox(TypedDict):
    fromName: str
    fromAddress: str


class ReadCampaign(TypedDict):
    campaign: ReadCampaignCampaign | None
    campaignSettings: ReadCampaignCampaignSettings
    mailbox: ReadCampaignMailbox | None


read_campaign: Operation[ReadCampaign] = load("campaigns/read_campaign")
