"""What can be read of, and done to, notes."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Connection, Info, Selection, mutation, query
from backend.core.graphql.connections import connection
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission
from backend.notes import queries, service
from backend.notes.schema.inputs import (
    CreateNoteInput,
    CreateNotePayload,
    DeleteNoteInput,
    DeleteNotePayload,
    PinNoteInput,
    PinNotePayload,
    RestoreNoteInput,
    RestoreNotePayload,
    UpdateNoteInput,
    UpdateNotePayload,
)
from backend.notes.schema.types import After, First, Note

_WRITE = Permission.WRITE_CONTACTS


@strawberry.type
class NotesQuery:
    """What can be read of notes."""

    @query(
        Permission.READ,
        description="A contact's notes: pinned ones first, then the newest. None while the "
        "contact is in the bin.",
    )
    async def notes(
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
    ) -> Connection[Note]:
        actor, key = info.context.actor, decode_id(contact_id, "Contact", ("contactId",))
        page = await queries.notes_page(actor, key, PageRequest.of(first, after, last, before))
        counted = "totalCount" in Selection.of(info)
        total = await queries.count_notes(actor, key) if counted else 0
        return cast(Connection[Note], connection(page, total_count=total))


@strawberry.type
class NotesMutation:
    """What can be done to notes."""

    @mutation(_WRITE, description="Write something down about a contact.")
    async def create_note(self, info: Info, input: CreateNoteInput) -> CreateNotePayload:
        written = await service.add_note(
            info.context.actor,
            decode_id(input.contact_id, "Contact", ("contactId",)),
            input.to_draft(),
            idempotency_key=given(input.idempotency_key),
        )
        return CreateNotePayload(note=cast(Note, written.note), cursor=written.cursor or None)

    @mutation(
        _WRITE,
        description="Change what a note says, from the version that was seen. If somebody saved a "
        "newer one, nothing is written, and the answer brings it.",
    )
    async def update_note(self, info: Info, input: UpdateNoteInput) -> UpdateNotePayload:
        actor, key = info.context.actor, decode_id(input.id, "Note", ("id",))
        try:
            written = await service.edit_note(actor, key, input.version, input.to_changes())
        except StaleVersion as stale:
            found = (await queries.notes_by_id(actor, (key,))).get(key)
            return UpdateNotePayload(
                conflict=cast(Note | None, found), errors=user_errors(Refusals([stale]))
            )
        return UpdateNotePayload(note=cast(Note, written.note), cursor=written.cursor or None)

    @mutation(_WRITE, description="Keep a note above the others of its contact, or no longer.")
    async def pin_note(self, info: Info, input: PinNoteInput) -> PinNotePayload:
        key = decode_id(input.id, "Note", ("id",))
        written = await service.pin_note(info.context.actor, key, pinned=input.pinned)
        return PinNotePayload(note=cast(Note, written.note), cursor=written.cursor or None)

    @mutation(_WRITE, description="Delete a note. It can be restored for 30 days.")
    async def delete_note(self, info: Info, input: DeleteNoteInput) -> DeleteNotePayload:
        key = decode_id(input.id, "Note", ("id",))
        written = await service.delete_note(info.context.actor, key)
        return DeleteNotePayload(deleted_id=input.id, cursor=written.cursor or None)

    @mutation(_WRITE, description="Bring back a deleted note.")
    async def restore_note(self, info: Info, input: RestoreNoteInput) -> RestoreNotePayload:
        key = decode_id(input.id, "Note", ("id",))
        written = await service.restore_note(info.context.actor, key)
        return RestoreNotePayload(note=cast(Note, written.note), cursor=written.cursor or None)
