"""What list_privacy_requests.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListPrivacyRequestsVariables(TypedDict):
    first: int
    after: NotRequired[str | None]


class ListPrivacyRequestsPrivacyRequestsEdgesNodeDetails(TypedDict):
    name: str | None
    email: str | None
    phone: str | None


class ListPrivacyRequestsPrivacyRequestsEdgesNodeContacts(TypedDict):
    id: str
    displayName: str


class ListPrivacyRequestsPrivacyRequestsEdgesNode(TypedDict):
    id: str
    version: int
    kind: Literal["COPY", "ERASURE"]
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]
    details: ListPrivacyRequestsPrivacyRequestsEdgesNodeDetails | None
    contacts: list[ListPrivacyRequestsPrivacyRequestsEdgesNodeContacts]
    contactCount: int
    createdAt: str
    dueAt: str
    eraseAfter: str | None
    finishedAt: str | None


class ListPrivacyRequestsPrivacyRequestsEdges(TypedDict):
    node: ListPrivacyRequestsPrivacyRequestsEdgesNode


class ListPrivacyRequestsPrivacyRequestsPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListPrivacyRequestsPrivacyRequests(TypedDict):
    totalCount: int
    edges: list[ListPrivacyRequestsPrivacyRequestsEdges]
    pageInfo: ListPrivacyRequestsPrivacyRequestsPageInfo


class ListPrivacyRequests(TypedDict):
    privacyRequests: ListPrivacyRequestsPrivacyRequests


list_privacy_requests: Operation[ListPrivacyRequests] = load("privacy/list_privacy_requests")
