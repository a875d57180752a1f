"""What can be done with saved replies."""

from __future__ import annotations

from typing import cast

import strawberry

from backend.core.graphql import Info, Payload, mutation
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.inbox import service
from backend.inbox.drafts import ReplyDraft
from backend.inbox.rules.placeholders import NAMES
from backend.inbox.schema.types import SavedReply

_PLACES = ", ".join(f"`{{{{{name}}}}}`" for name in NAMES)


@strawberry.input
class CreateSavedReplyInput:
    """A saved reply to make."""

    name: str = strawberry.field(description="At most 80 characters.")
    subject: str | None = strawberry.field(
        default=strawberry.UNSET, description="A subject of its own, if it has one."
    )
    html: str = strawberry.field(
        description=f"Simple rich text. {_PLACES} stand for what is known; "
        "`{{given_name|there}}` says what stands in where nothing is."
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first one. Not blank, at most "
        "200 characters.",
    )


@strawberry.input
class UpdateSavedReplyInput:
    """A saved reply as it is to be."""

    id: strawberry.ID = strawberry.field(description="Which saved reply.")
    version: int = strawberry.field(description="The version that the change started from.")
    name: str = strawberry.field(description="At most 80 characters.")
    subject: str | None = strawberry.field(
        default=strawberry.UNSET, description="A subject of its own; none when left out."
    )
    html: str = strawberry.field(description="Simple rich text with its places.")


@strawberry.input
class DeleteSavedReplyInput:
    """The saved reply to delete."""

    id: strawberry.ID = strawberry.field(description="Which saved reply.")


@strawberry.input
class RestoreSavedReplyInput:
    """The deleted saved reply to bring back."""

    id: strawberry.ID = strawberry.field(description="Which saved reply.")


@strawberry.type
class CreateSavedReplyPayload(Payload):
    """What making a saved reply answers."""

    saved_reply: SavedReply | None = strawberry.field(default=None, description="The reply.")


@strawberry.type
class UpdateSavedReplyPayload(Payload):
    """What changing a saved reply answers."""

    saved_reply: SavedReply | None = strawberry.field(default=None, description="As it is now.")


@strawberry.type
class DeleteSavedReplyPayload(Payload):
    """What deleting a saved reply answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The one that is gone; `restoreSavedReply` takes it back."
    )


@strawberry.type
class RestoreSavedReplyPayload(Payload):
    """What bringing back a saved reply answers."""

    saved_reply: SavedReply | None = strawberry.field(default=None, description="As it is now.")


@strawberry.type
class SavedRepliesMutation:
    """What can be done with saved replies."""

    @mutation(Permission.SEND_MESSAGES, description="Save a text that is written often.")
    async def create_saved_reply(
        self, info: Info, input: CreateSavedReplyInput
    ) -> CreateSavedReplyPayload:
        written = await service.create_reply(
            info.context.actor,
            ReplyDraft(input.name, input.html, given(input.subject)),
            idempotency_key=given(input.idempotency_key),
        )
        return CreateSavedReplyPayload(
            saved_reply=cast(SavedReply, written.reply), cursor=written.cursor or None
        )

    @mutation(
        Permission.SEND_MESSAGES, description="Give a saved reply another name, subject and text."
    )
    async def update_saved_reply(
        self, info: Info, input: UpdateSavedReplyInput
    ) -> UpdateSavedReplyPayload:
        written = await service.update_reply(
            info.context.actor,
            decode_id(input.id, "SavedReply", ("id",)),
            input.version,
            ReplyDraft(input.name, input.html, given(input.subject)),
        )
        return UpdateSavedReplyPayload(
            saved_reply=cast(SavedReply, written.reply), cursor=written.cursor or None
        )

    @mutation(
        Permission.SEND_MESSAGES,
        description="Delete a saved reply. It can be brought back for 30 days.",
    )
    async def delete_saved_reply(
        self, info: Info, input: DeleteSavedReplyInput
    ) -> DeleteSavedReplyPayload:
        cursor = await service.delete_reply(
            info.context.actor, decode_id(input.id, "SavedReply", ("id",))
        )
        return DeleteSavedReplyPayload(deleted_id=input.id, cursor=cursor or None)

    @mutation(Permission.SEND_MESSAGES, description="Bring back a deleted saved reply.")
    async def restore_saved_reply(
        self, info: Info, input: RestoreSavedReplyInput
    ) -> RestoreSavedReplyPayload:
        written = await service.restore_reply(
            info.context.actor, decode_id(input.id, "SavedReply", ("id",))
        )
        return RestoreSavedReplyPayload(
            saved_reply=cast(SavedReply, written.reply), cursor=written.cursor or None
        )
