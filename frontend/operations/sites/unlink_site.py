"""What unlink_site.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class UnlinkSiteInput(TypedDict):
    contactId: str
    siteId: str


class UnlinkSiteVariables(TypedDict):
    input: UnlinkSiteInput


class UnlinkSiteUnlinkSiteSites(TypedDict):
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


class UnlinkSiteUnlinkSiteErrorsParameters(TypedDict):
    name: str
    value: str


class UnlinkSiteUnlinkSiteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UnlinkSiteUnlinkSiteErrorsParameters]


class UnlinkSiteUnlinkSite(TypedDict):
    sites: list[UnlinkSiteUnlinkSiteSites]
    errors: list[UnlinkSiteUnlinkSiteErrors]


class UnlinkSite(TypedDict):
    unlinkSite: UnlinkSiteUnlinkSite | None


unlink_site: Operation[UnlinkSite] = load("sites/unlink_site")
