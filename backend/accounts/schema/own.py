"""Mutations of what is the viewer's own: profile, password, second factor, preferences, drafts."""

from __future__ import annotations

import strawberry

from backend.accounts.schema.inputs import (
    ChangePasswordInput,
    ConfirmTotpInput,
    DisableTotpInput,
    DiscardDraftInput,
    RegenerateRecoveryCodesInput,
    RequestEmailChangeInput,
    SaveDraftInput,
    SavePreferenceInput,
    UpdateProfileInput,
)
from backend.accounts.schema.types import Draft, Preference, User
from backend.accounts.service import kept, second_factor
from backend.accounts.service.email_change import request_email_change
from backend.accounts.service.passwords import change_password
from backend.accounts.service.profile import ProfileChange, update_profile
from backend.core.graphql import Info, Payload, mutation
from backend.core.graphql.optional import given
from backend.core.mail import Delivery, delivery
from backend.core.permissions import Permission

_OWN = Permission.MANAGE_OWN_USER


@strawberry.type
class UpdateProfilePayload(Payload):
    """What setting one's profile answers."""

    user: User | None = strawberry.field(default=None, description="The person as they are now.")


@strawberry.type
class RequestEmailChangePayload(Payload):
    """What asking for another address answers."""

    email: str | None = strawberry.field(
        default=None, description="The address that was written to, as it will be kept."
    )
    delivery: Delivery = strawberry.field(
        default_factory=delivery, description="Where this server's letters go."
    )


@strawberry.type
class ChangePasswordPayload(Payload):
    """What changing one's password answers."""

    ok: bool = strawberry.field(default=False, description="Whether it was changed.")


@strawberry.type
class BeginTotpPayload(Payload):
    """What an authenticator is given."""

    secret: str | None = strawberry.field(
        default=None, description="The secret in base 32, to be typed into an authenticator."
    )
    uri: str | None = strawberry.field(default=None, description="The same as an `otpauth:` URI.")
    qr_svg: str | None = strawberry.field(
        default=None, description="The URI as a QR code: an SVG element, black on white."
    )


@strawberry.type
class ConfirmTotpPayload(Payload):
    """What turning two-factor sign-in on answers."""

    recovery_codes: list[str] = strawberry.field(
        default_factory=list,
        description="Each signs in once without the authenticator. Shown this once.",
    )


@strawberry.type
class DisableTotpPayload(Payload):
    """What turning two-factor sign-in off answers."""

    user: User | None = strawberry.field(default=None, description="The person as they are now.")


@strawberry.type
class RegenerateRecoveryCodesPayload(Payload):
    """What making new recovery codes answers."""

    recovery_codes: list[str] = strawberry.field(
        default_factory=list, description="The new codes; those before no longer work."
    )


@strawberry.type
class SavePreferencePayload(Payload):
    """What keeping a choice answers."""

    preference: Preference | None = strawberry.field(default=None, description="What is kept.")


@strawberry.type
class SaveDraftPayload(Payload):
    """What keeping a draft answers."""

    draft: Draft | None = strawberry.field(default=None, description="What is kept.")


@strawberry.type
class DiscardDraftPayload(Payload):
    """What forgetting a draft answers."""

    discarded_key: str | None = strawberry.field(
        default=None, description="Where nothing is kept any more."
    )


@strawberry.type
class OwnMutation:
    """What is the viewer's own."""

    @mutation(_OWN, description="Set the viewer's name, language, theme or time zone.")
    async def update_profile(self, info: Info, input: UpdateProfileInput) -> UpdateProfilePayload:
        theme = given(input.theme)
        change = ProfileChange(
            name=given(input.name),
            locale=given(input.locale),
            theme=theme.value if theme else None,
            time_zone=given(input.time_zone),
        )
        row = await update_profile(info.context.actor, change)
        return UpdateProfilePayload(user=User.of(row))

    @mutation(
        _OWN,
        description="Ask to sign in with another address. A letter to it, valid for a day, has it "
        "confirmed; until then nothing changes.",
    )
    async def request_email_change(
        self, info: Info, input: RequestEmailChangeInput
    ) -> RequestEmailChangePayload:
        email = await request_email_change(info.context.actor, input.email, input.password)
        return RequestEmailChangePayload(email=email)

    @mutation(_OWN, description="Change the viewer's password. Their other sessions end.")
    async def change_password(
        self, info: Info, input: ChangePasswordInput
    ) -> ChangePasswordPayload:
        await change_password(info.context.actor, input.current_password, input.new_password)
        return ChangePasswordPayload(ok=True)

    @mutation(
        _OWN,
        description="Begin to turn two-factor sign-in on; nothing changes until a code is "
        "confirmed.",
    )
    async def begin_totp(self, info: Info) -> BeginTotpPayload:
        offer = await second_factor.begin_totp(info.context.actor)
        return BeginTotpPayload(secret=offer.secret, uri=offer.uri, qr_svg=offer.qr_svg)

    @mutation(_OWN, description="Turn two-factor sign-in on, with a code of the new secret.")
    async def confirm_totp(self, info: Info, input: ConfirmTotpInput) -> ConfirmTotpPayload:
        codes = await second_factor.confirm_totp(info.context.actor, input.code)
        return ConfirmTotpPayload(recovery_codes=codes)

    @mutation(_OWN, description="Turn two-factor sign-in off.")
    async def disable_totp(self, info: Info, input: DisableTotpInput) -> DisableTotpPayload:
        row = await second_factor.disable_totp(info.context.actor, input.password)
        return DisableTotpPayload(user=User.of(row))

    @mutation(_OWN, description="Make new recovery codes in place of the present ones.")
    async def regenerate_recovery_codes(
        self, info: Info, input: RegenerateRecoveryCodesInput
    ) -> RegenerateRecoveryCodesPayload:
        codes = await second_factor.regenerate_recovery_codes(info.context.actor, input.password)
        return RegenerateRecoveryCodesPayload(recovery_codes=codes)

    @mutation(_OWN, description="Keep a choice of the viewer in this account.")
    async def save_preference(
        self, info: Info, input: SavePreferenceInput
    ) -> SavePreferencePayload:
        row = await kept.save_preference(info.context.actor, input.key, input.value)
        return SavePreferencePayload(preference=Preference.of(row))

    @mutation(_OWN, description="Keep what the viewer typed so far, for 90 days.")
    async def save_draft(self, info: Info, input: SaveDraftInput) -> SaveDraftPayload:
        row = await kept.save_draft(info.context.actor, input.key, input.value)
        return SaveDraftPayload(draft=Draft.of(row))

    @mutation(_OWN, description="Forget a draft.")
    async def discard_draft(self, info: Info, input: DiscardDraftInput) -> DiscardDraftPayload:
        await kept.discard_draft(info.context.actor, input.key)
        return DiscardDraftPayload(discarded_key=input.key)
