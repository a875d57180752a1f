"""What current_viewer.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class CurrentViewerVariables(TypedDict):
    pass


class CurrentViewerViewerUser(TypedDict):
    id: str
    name: str
    email: str
    locale: str
    theme: Literal["SYSTEM", "LIGHT", "DARK"]
    timeZone: str


class CurrentViewerViewerAccount(TypedDict):
    id: str
    name: str
    country: str
    locale: str
    timeZone: str
    currency: str


class CurrentViewerViewer(TypedDict):
    user: CurrentViewerViewerUser
    account: CurrentViewerViewerAccount
    role: Literal["OWNER", "ADMIN", "MEMBER", "VIEWER"]
    permissions: list[str]
    cursor: str | None


class CurrentViewer(TypedDict):
    viewer: CurrentViewerViewer | None


current_viewer: Operation[CurrentViewer] = load("viewer/current_viewer")
