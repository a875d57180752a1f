"""What revoke_invitation.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RevokeInvitationInput(TypedDict):
    id: str


class RevokeInvitationVariables(TypedDict):
    input: RevokeInvitationInput


class RevokeInvitationRevokeInvitationErrorsParameters(TypedDict):
    name: str
    value: str


class RevokeInvitationRevokeInvitationErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RevokeInvitationRevokeInvitationErrorsParameters]


class RevokeInvitationRevokeInvitation(TypedDict):
    errors: list[RevokeInvitationRevokeInvitationErrors]


class RevokeInvitation(TypedDict):
    revokeInvitation: RevokeInvitationRevokeInvitation | None


revoke_invitation: Operation[RevokeInvitation] = load("team/revoke_invitation")
