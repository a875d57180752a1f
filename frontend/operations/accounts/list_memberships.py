"""What list_memberships.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ListMembershipsVariables(TypedDict):
    pass


class ListMembershipsViewerAccountsAccount(TypedDict):
    id: str
    name: str


class ListMembershipsViewerAccounts(TypedDict):
    account: ListMembershipsViewerAccountsAccount
    role: Literal["OWNER", "ADMIN", "MEMBER", "VIEWER"]
    current: bool


class ListMembershipsViewer(TypedDict):
    accounts: list[ListMembershipsViewerAccounts]


class ListMemberships(TypedDict):
    viewer: ListMembershipsViewer | None


list_memberships: Operation[ListMemberships] = load("accounts/list_memberships")
