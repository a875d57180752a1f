"""What preview_invitation.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class PreviewInvitationVariables(TypedDict):
    token: str


class PreviewInvitationInvitation(TypedDict):
    accountName: str
    email: str
    role: Literal["OWNER", "ADMIN", "MEMBER", "VIEWER"]
    invitedBy: str | None
    registered: bool


class PreviewInvitation(TypedDict):
    invitation: PreviewInvitationInvitation | None


preview_invitation: Operation[PreviewInvitation] = load("accounts/preview_invitation")
