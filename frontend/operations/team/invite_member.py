"""What invite_member.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class InviteMemberInput(TypedDict):
    email: str
    role: Literal["OWNER", "ADMIN", "MEMBER", "VIEWER"]


class InviteMemberVariables(TypedDict):
    input: InviteMemberInput


class InviteMemberInviteMemberInvitation(TypedDict):
    id: str


class InviteMemberInviteMemberErrorsParameters(TypedDict):
    name: str
    value: str


class InviteMemberInviteMemberErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[InviteMemberInviteMemberErrorsParameters]


class InviteMemberInviteMember(TypedDict):
    invitation: InviteMemberInviteMemberInvitation | None
    delivery: Literal["SMTP", "OUTBOX"]
    errors: list[InviteMemberInviteMemberErrors]


class InviteMember(TypedDict):
    inviteMember: InviteMemberInviteMember | None


invite_member: Operation[InviteMember] = load("team/invite_member")
