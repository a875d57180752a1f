"""Object types of contacts' files."""

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
from backend.files.kinds import FileKind
from backend.files.queries.attachments import (
    attachment_counts,
    attachments_by_id,
    first_attachments,
)
from backend.files.rows import AttachmentRow

describe_enum(
    FileKind,
    "How a file can be looked at in place; by its content, whatever its name says.",
    {
        "IMAGE": "A picture that browsers show.",
        "PDF": "A PDF document.",
        "TEXT": "Text, shown as it is written.",
        "AUDIO": "Sound.",
        "OTHER": "Anything else: to be downloaded.",
    },
)

First = Annotated[
    int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
]
After = Annotated[str | None, strawberry.argument(description="Cursor that the page comes after.")]


@row_type(AttachmentRow)
class Attachment(Node):
    """A file of a contact."""

    contact_id: strawberry.ID = strawberry.field(description="The contact that has it.")
    name: str = strawberry.field(description="What it is called.")
    media_type: str = strawberry.field(
        description="What it is, such as `application/pdf`; by its content."
    )
    kind: FileKind = strawberry.field(description="How it can be looked at in place.")
    size_bytes: int = strawberry.field(description="How long it is.")
    download_url: str = strawberry.field(
        description="Path of this server that answers with it as a file to be saved: a GET with "
        "the session or a token of somebody of the account, for an hour. Ranges are answered."
    )
    view_url: str | None = strawberry.field(
        description="Path that shows it in place, for an hour; null when that is not safe."
    )
    created_at: datetime = strawberry.field(description="When it was added.")
    created_by: str = strawberry.field(description="Who added it, by the name of that time.")


@strawberry.type
class AttachmentsChanged:
    """What happened to a contact's files."""

    cursor: str = strawberry.field(description="Resume after it with `after`.")
    reset: bool = strawberry.field(
        description="Read the list again: the contact was merged, deleted or restored."
    )
    changed: list[Attachment] = strawberry.field(
        description="Files that were added, renamed or restored, as they are now."
    )
    deleted: list[strawberry.ID] = strawberry.field(description="Files that are gone.")


@extend(Contact, description="Its files, the newest first.")
async def attachments(
    reading: Reading, first: First = None, after: After = None
) -> Mapping[int, Connection[Attachment]]:
    """Read the first files of each contact, and how many there are where that is asked for."""
    size = PageRequest.of(first, after).size
    seen = reading.seen("edges", "node")
    found = await first_attachments(reading.account_id, reading.ids, size + 1, after, seen)
    counts = {}
    if "totalCount" in reading.below:
        counts = await attachment_counts(reading.account_id, reading.ids)
    return {
        key: cast(
            Connection[Attachment],
            connection(
                Page(
                    rows[:size],
                    [(row.pk,) for row in rows[:size]],
                    has_next=len(rows) > size,
                    has_previous=after is not None,
                ),
                total_count=counts.get(key, 0),
            ),
        )
        for key, rows in found.items()
    }


async def _read_attachments(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await attachments_by_id(info.context.actor, keys)


node_readers.register("Attachment", _read_attachments)
