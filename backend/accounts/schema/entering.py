"""Mutations for those who are not signed in, and leaving again."""

from __future__ import annotations

import strawberry

from backend.accounts.schema.inputs import (
    AcceptInvitationInput,
    ConfirmEmailChangeInput,
    RequestPasswordResetInput,
    ResetPasswordInput,
    SignInInput,
    SignUpInput,
)
from backend.accounts.schema.visiting import visitor_of
from backend.accounts.service.accept_invitation import Acceptance, accept_invitation
from backend.accounts.service.email_change import confirm_email_change
from backend.accounts.service.passwords import request_password_reset, reset_password
from backend.accounts.service.sessions import sign_out
from backend.accounts.service.sign_in import sign_in
from backend.accounts.service.sign_up import SignUp, sign_up
from backend.core.graphql import PUBLIC, Info, Payload, mutation
from backend.core.graphql.optional import given
from backend.core.mail import Delivery, delivery
from backend.core.permissions import Permission

_TICKET = (
    "To be sent within a minute by the browser to `POST /auth/session`, which answers with the "
    "session's cookie. It works once."
)


@strawberry.type
class SignUpPayload(Payload):
    """What signing up answers."""

    session_ticket: str | None = strawberry.field(default=None, description=_TICKET)


@strawberry.type
class SignInPayload(Payload):
    """What signing in answers."""

    session_ticket: str | None = strawberry.field(default=None, description=_TICKET)
    totp_required: bool = strawberry.field(
        default=False,
        description="Whether the password is right and a `code` is asked for as well.",
    )


@strawberry.type
class SignOutPayload(Payload):
    """What signing out answers."""

    ok: bool = strawberry.field(default=False, description="Whether the session has ended.")


@strawberry.type
class RequestPasswordResetPayload(Payload):
    """What asking for a letter answers, whoever has the address."""

    delivery: Delivery = strawberry.field(
        default_factory=delivery, description="Where this server's letters go."
    )


@strawberry.type
class ResetPasswordPayload(Payload):
    """What choosing a new password answers."""

    session_ticket: str | None = strawberry.field(
        default=None,
        description=_TICKET + " Null when signing in takes a code as well: sign in then.",
    )


@strawberry.type
class AcceptInvitationPayload(Payload):
    """What accepting an invitation answers."""

    session_ticket: str | None = strawberry.field(
        default=None,
        description=_TICKET + " Null when signing in takes a code as well: sign in then.",
    )


@strawberry.type
class ConfirmEmailChangePayload(Payload):
    """What confirming an address answers."""

    email: str | None = strawberry.field(
        default=None, description="The address that signs in from now on."
    )


@strawberry.type
class EnteringMutation:
    """For those who are not signed in."""

    @mutation(PUBLIC, description="Make a person and an account that they own.")
    async def sign_up(self, info: Info, input: SignUpInput) -> SignUpPayload:
        request = SignUp(
            name=input.name,
            email=input.email,
            password=input.password,
            account_name=input.account_name,
            country=given(input.country),
            locale=given(input.locale),
            time_zone=given(input.time_zone),
        )
        return SignUpPayload(session_ticket=await sign_up(visitor_of(info), request))

    @mutation(
        PUBLIC,
        description="Sign in. A person with two-factor sign-in is asked for a code: `totpRequired` "
        "is answered, and the same is sent again with it.",
    )
    async def sign_in(self, info: Info, input: SignInInput) -> SignInPayload:
        done = await sign_in(visitor_of(info), input.email, input.password, given(input.code))
        return SignInPayload(session_ticket=done.ticket, totp_required=done.totp_required)

    @mutation(Permission.MANAGE_OWN_USER, description="End the session that asks.")
    async def sign_out(self, info: Info) -> SignOutPayload:
        await sign_out(info.context.actor)
        return SignOutPayload(ok=True)

    @mutation(
        PUBLIC,
        description="Ask for a letter with a link to choose a new password, valid for an hour. "
        "Answers the same whether or not anybody has this address.",
    )
    async def request_password_reset(
        self, info: Info, input: RequestPasswordResetInput
    ) -> RequestPasswordResetPayload:
        await request_password_reset(visitor_of(info), input.email)
        return RequestPasswordResetPayload()

    @mutation(
        PUBLIC,
        description="Choose a new password by a letter's link. All sessions of the person end.",
    )
    async def reset_password(self, info: Info, input: ResetPasswordInput) -> ResetPasswordPayload:
        ticket = await reset_password(visitor_of(info), input.token, input.password)
        return ResetPasswordPayload(session_ticket=ticket)

    @mutation(PUBLIC, description="Join the account one was invited to.")
    async def accept_invitation(
        self, info: Info, input: AcceptInvitationInput
    ) -> AcceptInvitationPayload:
        acceptance = Acceptance(
            token=input.token,
            name=given(input.name),
            password=given(input.password),
            locale=given(input.locale),
            time_zone=given(input.time_zone),
        )
        visitor, actor = visitor_of(info), info.context.signed_in
        return AcceptInvitationPayload(
            session_ticket=await accept_invitation(visitor, acceptance, actor)
        )

    @mutation(
        PUBLIC, description="Confirm a new address by the link of the letter that went to it."
    )
    async def confirm_email_change(
        self, info: Info, input: ConfirmEmailChangeInput
    ) -> ConfirmEmailChangePayload:
        email = await confirm_email_change(visitor_of(info), input.token)
        return ConfirmEmailChangePayload(email=email)
