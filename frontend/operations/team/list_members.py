"""What list_members.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ListMembersVariables(TypedDict):
    pass


class ListMembersViewerMembers(TypedDict):
    id: str
    name: str
    email: str
    role: Literal["OWNER", "ADMIN", "MEMBER", "VIEWER"]
    joinedAt: str
    lastSeenAt: str | None
    isViewer: bool


class ListMembersViewerInvitations(TypedDict):
    id: str
    email: str
    role: Literal["OWNER", "ADMIN", "MEMBER", "VIEWER"]
    invitedBy: str | None
    createdAt: str
    expiresAt: str


class ListMembersViewer(TypedDict):
    mailDelivery: Literal["SMTP", "OUTBOX"]
    members: list[ListMembersViewerMembers]
    invitations: list[ListMembersViewerInvitations]


class ListMembers(TypedDict):
    viewer: ListMembersViewer | None


list_members: Operation[ListMembers] = load("team/list_members")
