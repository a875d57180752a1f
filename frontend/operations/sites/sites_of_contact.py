"""What sites_of_contact.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class SitesOfContactVariables(TypedDict):
    id: str


class SitesOfContactContactSites(TypedDict):
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


class SitesOfContactContact(TypedDict):
    sites: list[SitesOfContactContactSites]


class SitesOfContact(TypedDict):
    contact: SitesOfContactContact | None


sites_of_contact: Operation[SitesOfContact] = load("sites/sites_of_contact")
