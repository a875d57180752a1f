"""Object types of notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, cast

import strawberry

from backend.contacts.schema.types import Contact
from backend.core.added_fields import Reading
from backend.core.graphql import Connection, Info, Node, extend, row_type
from backend.core.graphql.connections import connection
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.nodes import node_readers
from backend.core.paging import Page, PageRequest
from backend.notes.kinds import NoteKind
from backend.notes.queries import first_notes, note_counts, notes_by_id
from backend.notes.rows import NoteRow

describe_enum(
    NoteKind,
    "What a note sums up, when the client took part in it.",
    {"MEETING_SUMMARY": "A meeting.", "CALL_SUMMARY": "A call."},
)

First = Annotated[
    int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
]

After = Annotated[str | None, strawberry.argument(description="Cursor that the page comes after.")]


@row_type(NoteRow)
class Note(Node):
    """Something that somebody wrote down about a contact."""

    contact_id: strawberry.ID = strawberry.field(description="The contact that it is about.")
    kind: NoteKind | None = strawberry.field(
        description="What it sums up; null when it is neither a meeting nor a call."
    )
    text: str = strawberry.field(description="What it says, in Markdown.")
    html: str = strawberry.field(
        description="What it says as HTML that is safe to show: text, lists, tables, links; no "
        "images, scripts or styles."
    )
    pinned: bool = strawberry.field(description="Whether it stays above the others.")
    version: int = strawberry.field(
        description="Grows with every change of what it says; an edit names the version it "
        "started from. Pinning is no such change."
    )
    created_at: datetime = strawberry.field(description="When it was written.")
    created_by: str = strawberry.field(description="Who wrote it, by the name of that time.")
    updated_at: datetime = strawberry.field(description="When what it says was changed last.")
    updated_by: str = strawberry.field(description="Who changed it last, by the name of that time.")


@strawberry.type
class NotesChanged:
    """What happened to a contact's notes."""

    cursor: str = strawberry.field(description="Resume after it with `after`.")
    reset: bool = strawberry.field(
        description="Read the list again: the contact was merged, deleted or restored."
    )
    changed: list[Note] = strawberry.field(
        description="Notes that were added, edited, pinned or restored, as they are now."
    )
    deleted: list[strawberry.ID] = strawberry.field(description="Notes that are gone.")


@extend(Contact, description="Its notes: pinned ones first, then the newest.")
async def notes(
    reading: Reading, first: First = None, after: After = None
) -> Mapping[int, Connection[Note]]:
    """Read a page of the notes of each contact, and how many there are where that is asked for."""
    size = PageRequest.of(first).size
    seen = reading.seen("edges", "node")
    found = await first_notes(reading.account_id, reading.ids, size + 1, after, seen)
    counts = {}
    if "totalCount" in reading.below:
        counts = await note_counts(reading.account_id, reading.ids)
    return {
        key: cast(
            Connection[Note],
            connection(
                Page(
                    rows[:size],
                    [row.key for row in rows[:size]],
                    has_next=len(rows) > size,
                    has_previous=after is not None,
                ),
                total_count=counts.get(key, 0),
            ),
        )
        for key, rows in found.items()
    }


async def _read_notes(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await notes_by_id(info.context.actor, keys)


node_readers.register("Note", _read_notes)
