"""What delete_site.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteSiteInput(TypedDict):
    id: str


class DeleteSiteVariables(TypedDict):
    input: DeleteSiteInput


class DeleteSiteDeleteSiteErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteSiteDeleteSiteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteSiteDeleteSiteErrorsParameters]


class DeleteSiteDeleteSite(TypedDict):
    deletedId: str | None
    errors: list[DeleteSiteDeleteSiteErrors]


class DeleteSite(TypedDict):
    deleteSite: DeleteSiteDeleteSite | None


delete_site: Operation[DeleteSite] = load("sites/delete_site")
