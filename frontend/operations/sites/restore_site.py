"""What restore_site.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class RestoreSiteInput(TypedDict):
    id: str


class RestoreSiteVariables(TypedDict):
    input: RestoreSiteInput


class RestoreSiteRestoreSiteSite(TypedDict):
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


class RestoreSiteRestoreSiteErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreSiteRestoreSiteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreSiteRestoreSiteErrorsParameters]


class RestoreSiteRestoreSite(TypedDict):
    site: RestoreSiteRestoreSiteSite | None
    errors: list[RestoreSiteRestoreSiteErrors]


class RestoreSite(TypedDict):
    restoreSite: RestoreSiteRestoreSite | None


restore_site: Operation[RestoreSite] = load("sites/restore_site")
