"""Inputs of this domain's mutations. What may be left out is ``UNSET`` then."""

from __future__ import annotations

from datetime import datetime

import strawberry

from backend.accounts.schema.enums import Theme
from backend.core.graphql import JSON
from backend.core.permissions import Role, Scope


@strawberry.input
class SignUpInput:
    """A new person and their account."""

    name: str = strawberry.field(description="What they are called.")
    email: str = strawberry.field(description="What they will sign in with.")
    password: str = strawberry.field(description="At least 10 characters, at most 200.")
    account_name: str = strawberry.field(description="What their account is called.")
    country: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="ISO 3166-1 alpha-2 code; by default one where the language is spoken.",
    )
    locale: str | None = strawberry.field(
        default=strawberry.UNSET, description="`en`, `fr` or `it`; English by default."
    )
    time_zone: str | None = strawberry.field(
        default=strawberry.UNSET, description="As in the IANA database; UTC by default."
    )


@strawberry.input
class SignInInput:
    """What somebody signs in with."""

    email: str = strawberry.field(description="Their address.")
    password: str = strawberry.field(description="Their password.")
    code: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Six digits of their authenticator, or a recovery code; once `totpRequired` "
        "was answered.",
    )


@strawberry.input
class SwitchAccountInput:
    """The account to go on in."""

    account_id: strawberry.ID = strawberry.field(description="One of the viewer's accounts.")


@strawberry.input
class RequestPasswordResetInput:
    """Whose password is forgotten."""

    email: str = strawberry.field(description="The address to write to.")


@strawberry.input
class ResetPasswordInput:
    """A new password, by a letter's link."""

    token: str = strawberry.field(description="The `token` of the link.")
    password: str = strawberry.field(description="At least 10 characters, at most 200.")


@strawberry.input
class ChangePasswordInput:
    """A new password, by the present one."""

    current_password: str = strawberry.field(description="The present password.")
    new_password: str = strawberry.field(description="At least 10 characters, at most 200.")


@strawberry.input
class UpdateProfileInput:
    """What the viewer sets about themselves. What is left out stays."""

    name: str | None = strawberry.field(
        default=strawberry.UNSET, description="What they are called."
    )
    locale: str | None = strawberry.field(
        default=strawberry.UNSET, description="Their language: `en`, `fr` or `it`."
    )
    theme: Theme | None = strawberry.field(
        default=strawberry.UNSET, description="The colours they choose."
    )
    time_zone: str | None = strawberry.field(
        default=strawberry.UNSET, description="Their time zone, as in the IANA database."
    )


@strawberry.input
class RequestEmailChangeInput:
    """Another address to sign in with."""

    email: str = strawberry.field(description="The new address; a letter to it has it confirmed.")
    password: str = strawberry.field(description="The viewer's password.")


@strawberry.input
class ConfirmEmailChangeInput:
    """A new address, confirmed."""

    token: str = strawberry.field(description="The `token` of the letter's link.")


@strawberry.input
class UpdateAccountInput:
    """The account's settings. What is left out stays."""

    name: str | None = strawberry.field(default=strawberry.UNSET, description="What it is called.")
    country: str | None = strawberry.field(
        default=strawberry.UNSET, description="An ISO 3166-1 alpha-2 code."
    )
    locale: str | None = strawberry.field(
        default=strawberry.UNSET, description="Its language: `en`, `fr` or `it`."
    )
    time_zone: str | None = strawberry.field(
        default=strawberry.UNSET, description="Its time zone, as in the IANA database."
    )
    currency: str | None = strawberry.field(
        default=strawberry.UNSET, description="An ISO 4217 code."
    )


@strawberry.input
class ConfirmTotpInput:
    """A code of the authenticator that was just set up."""

    code: str = strawberry.field(description="Six digits.")


@strawberry.input
class DisableTotpInput:
    """Turning two-factor sign-in off."""

    password: str = strawberry.field(description="The viewer's password.")


@strawberry.input
class RegenerateRecoveryCodesInput:
    """New recovery codes in place of the present ones."""

    password: str = strawberry.field(description="The viewer's password.")


@strawberry.input
class RevokeSessionInput:
    """A session to end."""

    id: strawberry.ID = strawberry.field(description="One of the viewer's sessions.")


@strawberry.input
class InviteMemberInput:
    """Somebody to invite."""

    email: str = strawberry.field(description="The address to write to.")
    role: Role = strawberry.field(description="What they will be.")


@strawberry.input
class RevokeInvitationInput:
    """An invitation to take back."""

    id: strawberry.ID = strawberry.field(description="An open invitation to the account.")


@strawberry.input
class ResendInvitationInput:
    """An invitation to send again."""

    id: strawberry.ID = strawberry.field(description="An open invitation to the account.")


@strawberry.input
class AcceptInvitationInput:
    """Joining the account one was invited to. Somebody signed in gives the token only, somebody
    whose address signs in already also its password, a new person a name and a password to have."""

    token: str = strawberry.field(description="The `token` of the link.")
    name: str | None = strawberry.field(
        default=strawberry.UNSET, description="What a new person is called."
    )
    password: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="A new person's password to have, or the one of the known address.",
    )
    locale: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="A new person's language: `en`, `fr` or `it`; the account's by default.",
    )
    time_zone: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="A new person's time zone; the account's by default.",
    )


@strawberry.input
class ChangeMemberRoleInput:
    """Another role for a member."""

    id: strawberry.ID = strawberry.field(description="A member of the account.")
    role: Role = strawberry.field(description="What they will be.")


@strawberry.input
class RemoveMemberInput:
    """A member to remove."""

    id: strawberry.ID = strawberry.field(description="A member of the account.")


@strawberry.input
class TransferOwnershipInput:
    """Who owns the account from now on."""

    id: strawberry.ID = strawberry.field(description="Another member of the account.")
    password: str = strawberry.field(description="The viewer's password.")


@strawberry.input
class CreateTokenInput:
    """An API token to make."""

    name: str = strawberry.field(description="What it is for.")
    scopes: list[Scope] = strawberry.field(
        description="What it may do, within the viewer's role. `WRITE` includes `READ`."
    )
    expires_at: datetime | None = strawberry.field(
        default=strawberry.UNSET, description="When it stops working; never by default."
    )


@strawberry.input
class RevokeTokenInput:
    """An API token to end."""

    id: strawberry.ID = strawberry.field(description="One of the viewer's tokens.")


@strawberry.input
class SavePreferenceInput:
    """A choice to keep."""

    key: str = strawberry.field(
        description="What it is about: up to 100 letters, digits and `. _ : / + = -`."
    )
    value: JSON = strawberry.field(description="What the viewer chose.")


@strawberry.input
class SaveDraftInput:
    """What was typed so far."""

    key: str = strawberry.field(
        description="Where it was typed: up to 100 letters, digits and `. _ : / + = -`."
    )
    value: JSON = strawberry.field(description="What was typed.")


@strawberry.input
class DiscardDraftInput:
    """A draft to forget."""

    key: str = strawberry.field(description="Where it was typed.")
