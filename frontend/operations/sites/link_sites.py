"""What link_sites.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class LinkSitesInput(TypedDict):
    contactId: str
    siteIds: list[str]


class LinkSitesVariables(TypedDict):
    input: LinkSitesInput


class LinkSitesLinkSitesSites(TypedDict):
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


class LinkSitesLinkSitesErrorsParameters(TypedDict):
    name: str
    value: str


class LinkSitesLinkSitesErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[LinkSitesLinkSitesErrorsParameters]


class LinkSitesLinkSites(TypedDict):
    sites: list[LinkSitesLinkSitesSites]
    errors: list[LinkSitesLinkSitesErrors]


class LinkSites(TypedDict):
    linkSites: LinkSitesLinkSites | None


link_sites: Operation[LinkSites] = load("sites/link_sites")
