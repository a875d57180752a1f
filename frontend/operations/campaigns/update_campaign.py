"""What update_campaign.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CampaignBlockInput, ContactFilter


class UpdateCampaignInput(TypedDict):
    id: str
    version: int
    subject: NotRequired[str | None]
    preheader: NotRequired[str | None]
    fromName: NotRequired[str | None]
    replyTo: NotRequired[str | None]
    blocks: NotRequired[list[CampaignBlockInput] | None]
    filter: NotRequired[ContactFilter | None]
    trackOpens: NotRequired[bool | None]
    trackClicks: NotRequired[bool | None]


class UpdateCampaignVariables(TypedDict):
    input: UpdateCampaignInput


class UpdateCampaignUpdateCampaignCampaignExcluded(TypedDict):
    reason: Literal["NO_EMAIL", "NEVER_SUBSCRIBED", "UNSUBSCRIBED", "BOUNCED", "DUPLICATE", "GONE"]
    count: int


class UpdateCampaignUpdateCampaignCampaignBlocksImage(TypedDict):
    id: str
    path: str
    width: int
    height: int


class UpdateCampaignUpdateCampaignCampaignBlocks(TypedDict):
    key: str
    kind: Literal["HEADING", "TEXT", "BUTTON", "IMAGE", "DIVIDER"]
    text: str
    url: str
    alt: str
    align: Literal["LEFT", "CENTER"]
    image: UpdateCampaignUpdateCampaignCampaignBlocksImage | None


class UpdateCampaignUpdateCampaignCampaignProblemsParameters(TypedDict):
    name: str
    value: str


class UpdateCampaignUpdateCampaignCampaignProblems(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateCampaignUpdateCampaignCampaignProblemsParameters]


class UpdateCampaignUpdateCampaignCampaign(TypedDict):
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
    excluded: list[UpdateCampaignUpdateCampaignCampaignExcluded]
    blocks: list[UpdateCampaignUpdateCampaignCampaignBlocks]
    problems: list[UpdateCampaignUpdateCampaignCampaignProblems]


class UpdateCampaignUpdateCampaignConflictExcluded(TypedDict):
    reason: Literal["NO_EMAIL", "NEVER_SUBSCRIBED", "UNSUBSCRIBED", "BOUNCED", "DUPLICATE", "GONE"]
    count: int


class UpdateCampaignUpdateCampaignConflictBlocksImage(TypedDict):
    id: str
    path: str
    width: int
    height: int


class UpdateCampaignUpdateCampaignConflictBlocks(TypedDict):
    key: str
    kind: Literal["HEADING", "TEXT", "BUTTON", "IMAGE", "DIVIDER"]
    text: str
    url: str
    alt: str
    align: Literal["LEFT", "CENTER"]
    image: UpdateCampaignUpdateCampaignConflictBlocksImage | None


class UpdateCampaignUpdateCampaignConflictProblemsParameters(TypedDict):
    name: str
    value: str


class UpdateCampaignUpdateCampaignConflictProblems(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateCampaignUpdateCampaignConflictProblemsParameters]


class UpdateCampaignUpdateCampaignConflict(TypedDict):
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
    excluded: list[UpdateCampaignUpdateCampaignConflictExcluded]
    blocks: list[UpdateCampaignUpdateCampaignConflictBlocks]
    problems: list[UpdateCampaignUpdateCampaignConflictProblems]


class UpdateCampaignUpdateCampaignErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateCampaignUpdateCampaignErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateCampaignUpdateCampaignErrorsParameters]


class UpdateCampaignUpdateCampaign(TypedDict):
    campaign: UpdateCampaignUpdateCampaignCampaign | None
    conflict: UpdateCampaignUpdateCampaignConflict | None
    errors: list[UpdateCampaignUpdateCampaignErrors]


class UpdateCampaign(TypedDict):
    updateCampaign: UpdateCampaignUpdateCampaign | None


update_campaign: Operation[UpdateCampaign] = load("campaigns/update_campaign")
