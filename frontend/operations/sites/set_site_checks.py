"""What set_site_checks.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class SetSiteChecksInput(TypedDict):
    enabled: bool


class SetSiteChecksVariables(TypedDict):
    input: SetSiteChecksInput


class SetSiteChecksSetSiteChecksSiteChecks(TypedDict):
    enabled: bool


class SetSiteChecksSetSiteChecksErrorsParameters(TypedDict):
    name: str
    value: str


class SetSiteChecksSetSiteChecksErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SetSiteChecksSetSiteChecksErrorsParameters]


class SetSiteChecksSetSiteChecks(TypedDict):
    siteChecks: SetSiteChecksSetSiteChecksSiteChecks | None
    errors: list[SetSiteChecksSetSiteChecksErrors]


class SetSiteChecks(TypedDict):
    setSiteChecks: SetSiteChecksSetSiteChecks | None


set_site_checks: Operation[SetSiteChecks] = load("sites/set_site_checks")
