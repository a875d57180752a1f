"""The logo set and taken away."""

from __future__ import annotations

import strawberry

from backend.billing import logos, service
from backend.billing.schema.settings import BillingSettings, read_settings
from backend.core.graphql import Info, Payload, mutation
from backend.core.permissions import Permission


@strawberry.input
class SetBillingLogoInput:
    """The picture to show on documents."""

    upload_id: str = strawberry.field(
        description="What the upload answered, or what `removeBillingLogo` did; within an hour."
    )


@strawberry.type
class CreateLogoUploadPayload(Payload):
    """What asking for an upload of a logo answers."""

    url: str | None = strawberry.field(
        default=None,
        description="Path of this server that takes one multipart POST with the field `file` "
        "within ten minutes: a PNG, JPEG, WebP, GIF or SVG of 5 MB at most. Answers `{uploadId}`, "
        "or coded errors. Another try needs another one.",
    )


@strawberry.type
class SetBillingLogoPayload(Payload):
    """What setting the logo answers."""

    settings: BillingSettings | None = strawberry.field(
        default=None, description="As they are now."
    )


@strawberry.type
class RemoveBillingLogoPayload(Payload):
    """What taking the logo away answers."""

    settings: BillingSettings | None = strawberry.field(
        default=None, description="As they are now."
    )
    upload_id: str | None = strawberry.field(
        default=None, description="What brings it back through `setBillingLogo`, within an hour."
    )


@strawberry.type
class BillingLogoMutation:
    """What can be done to the logo."""

    @mutation(
        Permission.MANAGE_BILLING,
        description="Ask where to send a logo to. Never through a token.",
    )
    async def create_logo_upload(self, info: Info) -> CreateLogoUploadPayload:
        ticket = logos.logo_ticket(info.context.actor)
        return CreateLogoUploadPayload(url=f"/uploads/logos/{ticket}")

    @mutation(
        Permission.MANAGE_BILLING,
        description="Show an uploaded picture at the head of documents, in the place of any other; "
        "what is issued does not change. Never through a token.",
    )
    async def set_billing_logo(
        self, info: Info, input: SetBillingLogoInput
    ) -> SetBillingLogoPayload:
        written = await service.set_logo(info.context.actor, input.upload_id)
        return SetBillingLogoPayload(
            settings=await read_settings(info), cursor=written.cursor or None
        )

    @mutation(
        Permission.MANAGE_BILLING,
        description="Show no logo on documents; what is issued does not change. Never through a "
        "token.",
    )
    async def remove_billing_logo(self, info: Info) -> RemoveBillingLogoPayload:
        removed = await service.remove_logo(info.context.actor)
        return RemoveBillingLogoPayload(
            settings=await read_settings(info),
            upload_id=removed.upload_id,
            cursor=removed.cursor or None,
        )
