"""What resend_invitation.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ResendInvitationInput(TypedDict):
    id: str


class ResendInvitationVariables(TypedDict):
    input: ResendInvitationInput


class ResendInvitationResendInvitationErrorsParameters(TypedDict):
    name: str
    value: str


class ResendInvitationResendInvitationErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ResendInvitationResendInvitationErrorsParameters]


class ResendInvitationResendInvitation(TypedDict):
    delivery: Literal["SMTP", "OUTBOX"]
    errors: list[ResendInvitationResendInvitationErrors]


class ResendInvitation(TypedDict):
    resendInvitation: ResendInvitationResendInvitation | None


resend_invitation: Operation[ResendInvitation] = load("team/resend_invitation")
