"""What list_sites.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListSitesVariables(TypedDict):
    search: NotRequired[str | None]
    first: int
    after: NotRequired[str | None]


class ListSitesSitesEdgesNode(TypedDict):
    id: str
    name: str
    address: str
    host: str
    dashboardUrl: str | None
    editorUrl: str | None
    contactCount: int
    checkedAt: str | None
    problem: Literal["UNKNOWN_DOMAIN", "PRIVATE_ADDRESS", "UNREACHABLE", "TIMED_OUT", "CERTIFICATE_EXPIRED", "CERTIFICATE_INVALID", "CERTIFICATE_EXPIRING", "TOO_MANY_REDIRECTS", "BAD_ANSWER", "HTTP_ERROR"] | None
    httpStatus: int | None
    certificateUntil: str | None
    version: int
    updatedBy: str


class ListSitesSitesEdges(TypedDict):
    node: ListSitesSitesEdgesNode


class ListSitesSitesPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListSitesSites(TypedDict):
    totalCount: int
    edges: list[ListSitesSitesEdges]
    pageInfo: ListSitesSitesPageInfo


class ListSitesSiteChecks(TypedDict):
    enabled: bool


class ListSites(TypedDict):
    sites: ListSitesSites
    siteChecks: ListSitesSiteChecks


list_sites: Operation[ListSites] = load("sites/list_sites")
