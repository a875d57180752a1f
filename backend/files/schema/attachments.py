"""What can be read of, done to, and followed of contacts' files."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.contacts.about_live import follow_about
from backend.contacts.schema.subscription import After as Since
from backend.contacts.schema.subscription import place
from backend.core.graphql import Connection, Info, Selection, mutation, query, subscription
from backend.core.graphql.connections import connection
from backend.core.ids import decode_id, encode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission
from backend.files import service
from backend.files.queries.attachments import (
    attachments_by_id,
    attachments_page,
    count_attachments,
)
from backend.files.schema.inputs import (
    AddAttachmentsInput,
    AddAttachmentsPayload,
    DeleteAttachmentsInput,
    DeleteAttachmentsPayload,
    RenameAttachmentInput,
    RenameAttachmentPayload,
    RestoreAttachmentsInput,
    RestoreAttachmentsPayload,
)
from backend.files.schema.types import After, Attachment, AttachmentsChanged, First

_WRITE = Permission.WRITE_CONTACTS
_TYPE = "Attachment"


@strawberry.type
class AttachmentsQuery:
    """What can be read of contacts' files."""

    @query(
        Permission.READ,
        description="A contact's files, the newest first. None while the contact is in the bin.",
    )
    async def attachments(
        self,
        info: Info,
        contact_id: Annotated[strawberry.ID, strawberry.argument(description="Which contact.")],
        first: First = None,
        after: After = None,
        last: Annotated[
            int | None, strawberry.argument(description="How many, from the end: 0 to 200.")
        ] = None,
        before: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes before.")
        ] = None,
    ) -> Connection[Attachment]:
        actor, key = info.context.actor, decode_id(contact_id, "Contact", ("contactId",))
        page = await attachments_page(actor, key, PageRequest.of(first, after, last, before))
        counted = "totalCount" in Selection.of(info)
        total = await count_attachments(actor, key) if counted else 0
        return cast(Connection[Attachment], connection(page, total_count=total))


@strawberry.type
class AttachmentsMutation:
    """What can be done to contacts' files."""

    @mutation(_WRITE, description="Give files that were uploaded to a contact.")
    async def add_attachments(
        self, info: Info, input: AddAttachmentsInput
    ) -> AddAttachmentsPayload:
        key = decode_id(input.contact_id, "Contact", ("contactId",))
        done = await service.add_attachments(info.context.actor, key, input.upload_ids)
        return AddAttachmentsPayload(
            attachments=cast(list[Attachment], done.attachments), cursor=done.cursor or None
        )

    @mutation(_WRITE, description="Call a contact's file otherwise.")
    async def rename_attachment(
        self, info: Info, input: RenameAttachmentInput
    ) -> RenameAttachmentPayload:
        key = decode_id(input.id, _TYPE, ("id",))
        done = await service.rename_attachment(info.context.actor, key, input.name)
        return RenameAttachmentPayload(
            attachment=cast(Attachment, done.attachments[0]), cursor=done.cursor or None
        )

    @mutation(_WRITE, description="Delete contacts' files. They can be restored for 30 days.")
    async def delete_attachments(
        self, info: Info, input: DeleteAttachmentsInput
    ) -> DeleteAttachmentsPayload:
        done = await service.delete_attachments(info.context.actor, _keys(input.ids))
        return DeleteAttachmentsPayload(deleted_ids=input.ids, cursor=done.cursor or None)

    @mutation(_WRITE, description="Bring back deleted files of contacts.")
    async def restore_attachments(
        self, info: Info, input: RestoreAttachmentsInput
    ) -> RestoreAttachmentsPayload:
        done = await service.restore_attachments(info.context.actor, _keys(input.ids))
        return RestoreAttachmentsPayload(
            attachments=cast(list[Attachment], done.attachments), cursor=done.cursor or None
        )


@strawberry.type
class AttachmentsSubscription:
    """What can be followed of contacts' files."""

    @subscription(
        Permission.READ,
        description="What happens to a contact's files. Several changes at once are one event.",
    )
    async def attachments_changed(
        self,
        info: Info,
        contact_id: Annotated[strawberry.ID, strawberry.argument(description="Which contact.")],
        after: Since = None,
    ) -> AsyncGenerator[AttachmentsChanged, None]:
        actor = info.context.actor
        key, start = decode_id(contact_id, "Contact", ("contactId",)), place(after)
        async with aclosing(follow_about(actor, key, _TYPE, start)) as changes:
            async for change in changes:
                rows = await attachments_by_id(actor, change.keys)
                yield AttachmentsChanged(
                    cursor=change.cursor,
                    reset=change.reset,
                    changed=cast(list[Attachment], [rows[k] for k in change.keys if k in rows]),
                    deleted=[
                        strawberry.ID(encode_id(_TYPE, k)) for k in change.keys if k not in rows
                    ],
                )


def _keys(ids: Sequence[strawberry.ID]) -> list[int]:
    return [decode_id(each, _TYPE, ("ids", str(place))) for place, each in enumerate(ids)]
