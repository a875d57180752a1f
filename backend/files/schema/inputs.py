"""What mutations of contacts' files take, and answer."""

from __future__ import annotations

import strawberry

from backend.core.graphql import Payload
from backend.files.schema.types import Attachment


@strawberry.input
class AddAttachmentsInput:
    """Files to give to a contact."""

    contact_id: strawberry.ID = strawberry.field(description="Which contact.")
    upload_ids: list[strawberry.ID] = strawberry.field(
        description="The uploads, whole, of whoever asks; at most 100. Asking again adds none "
        "twice."
    )


@strawberry.input
class RenameAttachmentInput:
    """Another name for a file."""

    id: strawberry.ID = strawberry.field(description="Which file.")
    name: str = strawberry.field(description="What it is called from now on; not blank.")


@strawberry.input
class DeleteAttachmentsInput:
    """Files to delete."""

    ids: list[strawberry.ID] = strawberry.field(description="Which files; at most 100.")


@strawberry.input
class RestoreAttachmentsInput:
    """Deleted files to bring back."""

    ids: list[strawberry.ID] = strawberry.field(description="Which files; at most 100.")


@strawberry.type
class AddAttachmentsPayload(Payload):
    """What adding files answers."""

    attachments: list[Attachment] = strawberry.field(
        default_factory=list, description="The files as they are now."
    )


@strawberry.type
class RenameAttachmentPayload(Payload):
    """What renaming a file answers."""

    attachment: Attachment | None = strawberry.field(
        default=None, description="The file as it is now."
    )


@strawberry.type
class DeleteAttachmentsPayload(Payload):
    """What deleting files answers."""

    deleted_ids: list[strawberry.ID] = strawberry.field(
        default_factory=list,
        description="The files that are gone; `restoreAttachments` takes them back for 30 days.",
    )


@strawberry.type
class RestoreAttachmentsPayload(Payload):
    """What restoring files answers."""

    attachments: list[Attachment] = strawberry.field(
        default_factory=list, description="The files as they are now."
    )
