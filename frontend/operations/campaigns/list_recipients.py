"""What list_recipients.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListRecipientsVariables(TypedDict):
    id: str
    fate: NotRequired[Literal["QUEUED", "SENT", "FAILED", "SKIPPED", "UNKNOWN", "OPENED", "NOT_OPENED", "CLICKED", "BOUNCED", "UNSUBSCRIBED"] | None]
    search: NotRequired[str | None]
    first: int
    after: NotRequired[str | None]


class ListRecipientsCampaignRecipientsPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListRecipientsCampaignRecipientsEdgesNode(TypedDict):
    id: str
    contactId: str | None
    contactName: str | None
    address: str
    state: Literal["QUEUED", "SENDING", "SENT", "FAILED", "SKIPPED", "UNKNOWN"]
    reason: Literal["NO_EMAIL", "NEVER_SUBSCRIBED", "UNSUBSCRIBED", "BOUNCED", "DUPLICATE", "GONE"] | None
    problem: str | None
    problemDetail: str | None
    sentAt: str | None
    openedAt: str | None
    clickedAt: str | None
    clickCount: int
    bounce: Literal["HARD", "SOFT"] | None
    bouncedAt: str | None
    unsubscribedAt: str | None


class ListRecipientsCampaignRecipientsEdges(TypedDict):
    node: ListRecipientsCampaignRecipientsEdgesNode


class ListRecipientsCampaignRecipients(TypedDict):
    totalCount: int
    pageInfo: ListRecipientsCampaignRecipientsPageInfo
    edges: list[ListRecipientsCampaignRecipientsEdges]


class ListRecipients(TypedDict):
    campaignRecipients: ListRecipientsCampaignRecipients


list_recipients: Operation[ListRecipients] = load("campaigns/list_recipients")
