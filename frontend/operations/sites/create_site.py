"""What create_site.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class CreateSiteInput(TypedDict):
    address: str
    name: NotRequired[str | None]
    dashboardUrl: NotRequired[str | None]
    editorUrl: NotRequired[str | None]
    contactId: NotRequired[str | None]
    idempotencyKey: NotRequired[str | None]


class CreateSiteVariables(TypedDict):
    input: CreateSiteInput


class CreateSiteCreateSiteSite(TypedDict):
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


class CreateSiteCreateSiteErrorsParameters(TypedDict):
    name: str
    value: str


class CreateSiteCreateSiteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateSiteCreateSiteErrorsParameters]


class CreateSiteCreateSite(TypedDict):
    site: CreateSiteCreateSiteSite | None
    errors: list[CreateSiteCreateSiteErrors]


class CreateSite(TypedDict):
    createSite: CreateSiteCreateSite | None


create_site: Operation[CreateSite] = load("sites/create_site")
