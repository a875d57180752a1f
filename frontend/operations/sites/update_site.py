"""What update_site.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class UpdateSiteInput(TypedDict):
    id: str
    version: int
    name: NotRequired[str | None]
    address: NotRequired[str | None]
    dashboardUrl: NotRequired[str | None]
    editorUrl: NotRequired[str | None]


class UpdateSiteVariables(TypedDict):
    input: UpdateSiteInput


class UpdateSiteUpdateSiteSite(TypedDict):
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


class UpdateSiteUpdateSiteConflict(TypedDict):
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


class UpdateSiteUpdateSiteErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateSiteUpdateSiteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateSiteUpdateSiteErrorsParameters]


class UpdateSiteUpdateSite(TypedDict):
    site: UpdateSiteUpdateSiteSite | None
    conflict: UpdateSiteUpdateSiteConflict | None
    errors: list[UpdateSiteUpdateSiteErrors]


class UpdateSite(TypedDict):
    updateSite: UpdateSiteUpdateSite | None


update_site: Operation[UpdateSite] = load("sites/update_site")
