"""What can be asked of, and done with, the copy of a person's data."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.core.graphql import Info, mutation, query
from backend.core.graphql.optional import given
from backend.core.permissions import Permission
from backend.privacy.schema.copy_types import PrivacyCopyLetter
from backend.privacy.schema.fields import answer, request_key
from backend.privacy.schema.inputs import PrivacyRequestPayload
from backend.privacy.service.expiring import delete_copy
from backend.privacy.service.links import create_link, revoke_link
from backend.privacy.service.sending import CopyLetter, letter_for, send_copy

_MANAGE = Permission.MANAGE_PRIVACY


@strawberry.input
class CreatePrivacyLinkInput:
    """Of which copy a link is made."""

    id: strawberry.ID = strawberry.field(description="Which request.")


@strawberry.input
class RevokePrivacyLinkInput:
    """The link of which copy is revoked."""

    id: strawberry.ID = strawberry.field(description="Which request.")


@strawberry.input
class DeletePrivacyCopyInput:
    """Which copy is deleted."""

    id: strawberry.ID = strawberry.field(description="Which request.")


@strawberry.input
class SendPrivacyCopyInput:
    """A letter with the link of a copy; what is left out is as `privacyCopyLetter` proposes."""

    id: strawberry.ID = strawberry.field(description="Which request.")
    to: str | None = strawberry.field(default=strawberry.UNSET, description="To which address.")
    subject: str | None = strawberry.field(
        default=strawberry.UNSET, description="At most 300 characters."
    )
    message: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Plain text, at most 5,000 characters; a button with the link follows.",
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET, description="The same key again sends nothing more."
    )


@strawberry.type
class PrivacyCopiesQuery:
    """What can be asked of copies."""

    @query(_MANAGE, description="The letter that is proposed to go with the link of a copy.")
    async def privacy_copy_letter(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which request.")],
    ) -> PrivacyCopyLetter:
        found = await letter_for(info.context.actor, request_key(id))
        return cast(PrivacyCopyLetter, found)


@strawberry.type
class PrivacyCopiesMutation:
    """What can be done with copies."""

    @mutation(
        _MANAGE,
        description="Make a link by which whoever has it fetches a copy that is ready; a link that "
        "works stays.",
    )
    async def create_privacy_link(
        self, info: Info, input: CreatePrivacyLinkInput
    ) -> PrivacyRequestPayload:
        return await answer(info, create_link(info.context.actor, request_key(input.id)))

    @mutation(_MANAGE, description="Let nobody fetch a copy by its link any more.")
    async def revoke_privacy_link(
        self, info: Info, input: RevokePrivacyLinkInput
    ) -> PrivacyRequestPayload:
        return await answer(info, revoke_link(info.context.actor, request_key(input.id)))

    @mutation(
        _MANAGE,
        description="Send the link of a copy to the client; it is made if there is none. Needs "
        "`SEND_MESSAGES` too.",
    )
    async def send_privacy_copy(
        self, info: Info, input: SendPrivacyCopyInput
    ) -> PrivacyRequestPayload:
        letter = CopyLetter(given(input.to), given(input.subject), given(input.message))
        verb = send_copy(
            info.context.actor,
            request_key(input.id),
            letter,
            idempotency_key=given(input.idempotency_key),
        )
        return await answer(info, verb)

    @mutation(_MANAGE, description="Delete the archive of a copy before its time.")
    async def delete_privacy_copy(
        self, info: Info, input: DeletePrivacyCopyInput
    ) -> PrivacyRequestPayload:
        return await answer(info, delete_copy(info.context.actor, request_key(input.id)))
