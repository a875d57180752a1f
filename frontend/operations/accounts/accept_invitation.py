"""What accept_invitation.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class AcceptInvitationInput(TypedDict):
    token: str
    name: NotRequired[str | None]
    password: NotRequired[str | None]
    locale: NotRequired[str | None]
    timeZone: NotRequired[str | None]


class AcceptInvitationVariables(TypedDict):
    input: AcceptInvitationInput


class AcceptInvitationAcceptInvitationErrorsParameters(TypedDict):
    name: str
    value: str


class AcceptInvitationAcceptInvitationErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[AcceptInvitationAcceptInvitationErrorsParameters]


class AcceptInvitationAcceptInvitation(TypedDict):
    sessionTicket: str | None
    errors: list[AcceptInvitationAcceptInvitationErrors]


class AcceptInvitation(TypedDict):
    acceptInvitation: AcceptInvitationAcceptInvitation | None


accept_invitation: Operation[AcceptInvitation] = load("accounts/accept_invitation")
