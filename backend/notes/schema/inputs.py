"""What mutations of notes take, and answer."""

from __future__ import annotations

import strawberry

from backend.core.graphql import Payload
from backend.core.graphql.optional import given
from backend.notes.kinds import NoteKind
from backend.notes.schema.types import Note
from backend.notes.service import UNSET, NoteChanges, NoteDraft


@strawberry.input
class CreateNoteInput:
    """A new note."""

    contact_id: strawberry.ID = strawberry.field(description="The contact that it is about.")
    text: str = strawberry.field(
        description="What it says, in Markdown; not blank, at most 20,000 characters."
    )
    kind: NoteKind | None = strawberry.field(
        default=strawberry.UNSET,
        description="What it sums up. A meeting or a call is activity of the contact.",
    )
    pinned: bool = strawberry.field(default=False, description="Whether it stays above the others.")
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first note. Not blank, at most "
        "200 characters.",
    )

    def to_draft(self) -> NoteDraft:
        """Return the domain's draft."""
        return NoteDraft(self.text, given(self.kind), self.pinned)


@strawberry.input
class UpdateNoteInput:
    """A change of what a note says; what is left out stays."""

    id: strawberry.ID = strawberry.field(description="Which note.")
    version: int = strawberry.field(description="The version that the change started from.")
    text: str | None = strawberry.field(
        default=strawberry.UNSET, description="What it says from now on, in Markdown."
    )
    kind: NoteKind | None = strawberry.field(
        default=strawberry.UNSET, description="What it sums up; null for nothing."
    )

    def to_changes(self) -> NoteChanges:
        """Return the domain's changes."""
        text = given(self.text)
        return NoteChanges(
            UNSET if text is None else text,
            UNSET if self.kind is strawberry.UNSET else self.kind,
        )


@strawberry.input
class PinNoteInput:
    """A note to keep above the others, or no longer."""

    id: strawberry.ID = strawberry.field(description="Which note.")
    pinned: bool = strawberry.field(description="Whether it stays above the others.")


@strawberry.input
class DeleteNoteInput:
    """The note to delete."""

    id: strawberry.ID = strawberry.field(description="Which note.")


@strawberry.input
class RestoreNoteInput:
    """The deleted note to bring back."""

    id: strawberry.ID = strawberry.field(description="Which note.")


@strawberry.type
class CreateNotePayload(Payload):
    """What adding a note answers."""

    note: Note | None = strawberry.field(default=None, description="The new note.")


@strawberry.type
class UpdateNotePayload(Payload):
    """What changing a note answers."""

    note: Note | None = strawberry.field(default=None, description="The note as it is now.")
    conflict: Note | None = strawberry.field(
        default=None,
        description="What somebody else saved meanwhile; beside the error STALE_VERSION.",
    )


@strawberry.type
class PinNotePayload(Payload):
    """What pinning a note answers."""

    note: Note | None = strawberry.field(default=None, description="The note as it is now.")


@strawberry.type
class DeleteNotePayload(Payload):
    """What deleting a note answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The note that is gone; `restoreNote` takes it back for 30 days."
    )


@strawberry.type
class RestoreNotePayload(Payload):
    """What restoring a note answers."""

    note: Note | None = strawberry.field(default=None, description="The note as it is now.")
