"""What the mutations of contacts answer."""

from __future__ import annotations

import strawberry

from backend.contacts.schema.job_types import Job
from backend.contacts.schema.types import Conflict, Contact
from backend.core.graphql import Payload


@strawberry.type
class CreateContactPayload(Payload):
    """What making a contact answers."""

    contact: Contact | None = strawberry.field(default=None, description="The new contact.")


@strawberry.type
class EditPayload(Payload):
    """Base of what every edit of a contact answers."""

    contact: Contact | None = strawberry.field(
        default=None, description="The contact as it is now; null when the edit was refused."
    )
    conflict: Conflict | None = strawberry.field(
        default=None,
        description="What somebody else saved meanwhile; beside the error STALE_VERSION.",
    )


@strawberry.type
class UpdateContactPayload(EditPayload):
    """What editing a contact answers."""


@strawberry.type
class DeleteContactsPayload(Payload):
    """What deleting contacts answers."""

    deleted_count: int = strawberry.field(default=0, description="How many went into the trash.")
    undo: strawberry.ID | None = strawberry.field(
        default=None,
        description="Give this to `restoreContacts` to undo exactly this; null when none went, "
        "or a job puts them there.",
    )
    job: Job | None = strawberry.field(
        default=None,
        description="What `undoJob` undoes; over a thousand contacts it goes on.",
    )


@strawberry.type
class EraseContactsPayload(Payload):
    """What erasing contacts answers."""

    erased_count: int = strawberry.field(default=0, description="How many are gone for good.")
    job: Job | None = strawberry.field(
        default=None, description="What does it; over a thousand contacts it goes on."
    )


@strawberry.type
class RestoreContactsPayload(Payload):
    """What restoring contacts answers."""

    restored_count: int = strawberry.field(default=0, description="How many came out of the trash.")
    job: Job | None = strawberry.field(
        default=None,
        description="What `undoJob` undoes; over a thousand contacts it goes on.",
    )


@strawberry.type
class LabelContactsPayload(Payload):
    """What labelling contacts answers."""

    changed_count: int = strawberry.field(
        default=0,
        description="How many contacts carry other labels than before, as far as the job has come.",
    )
    job: Job | None = strawberry.field(
        default=None,
        description="What `undoJob` undoes; over a thousand contacts it goes on.",
    )


@strawberry.type
class CreateUploadTicketPayload(Payload):
    """What asking for an upload answers."""

    url: str | None = strawberry.field(
        default=None,
        description="Path of this server that takes one multipart POST with the field `file`; "
        "answers `{uploadId}`, or coded errors. Another try needs another ticket.",
    )
    token: str | None = strawberry.field(
        default=None, description="The ticket by itself; good once, within ten minutes."
    )


@strawberry.type
class SetContactPhotoPayload(EditPayload):
    """What giving a contact a photo answers."""


@strawberry.type
class RemoveContactPhotoPayload(EditPayload):
    """What taking a contact's photo away answers."""
