"""What cards hold, as object types, and the fields of ``Card`` that read it for many cards."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, cast

import strawberry

from backend.core.added_fields import Reading
from backend.core.graphql import Connection, Info, Node, extend, row_type
from backend.core.graphql.connections import connection
from backend.core.graphql.nodes import node_readers
from backend.core.paging import Page, PageRequest
from backend.core.permissions import Actor
from backend.files.kinds import FileKind
from backend.workflows.detail_rows import CardFileRow, CardNoteRow, ItemRow
from backend.workflows.queries.holdings import (
    checklists,
    count_details,
    files_by_id,
    files_of_cards,
    items_by_id,
    notes_by_id,
    notes_of_cards,
)
from backend.workflows.schema.types import Card

First = Annotated[
    int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
]
After = Annotated[str | None, strawberry.argument(description="Cursor that the page comes after.")]


@row_type(ItemRow)
class ChecklistItem(Node):
    """A point of a card's checklist."""

    text: str = strawberry.field(description="What is to be done.")
    done: bool = strawberry.field(description="Whether it is ticked off.")
    done_at: datetime | None = strawberry.field(description="When it was ticked off.")
    done_by: str | None = strawberry.field(
        description="Who ticked it off, by the name of that time."
    )


@row_type(CardNoteRow)
class CardNote(Node):
    """Something that somebody wrote down on a card."""

    text: str = strawberry.field(description="What it says, in Markdown.")
    html: str = strawberry.field(
        description="What it says as HTML that is safe to show: text, lists, tables, links; no "
        "images, scripts or styles."
    )
    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )
    created_at: datetime = strawberry.field(description="When it was written.")
    created_by: str = strawberry.field(description="Who wrote it, by the name of that time.")
    updated_at: datetime = strawberry.field(description="When it was changed last.")
    updated_by: str = strawberry.field(description="Who changed it last, by the name of that time.")


@row_type(CardFileRow)
class CardFile(Node):
    """A file of a card."""

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


@extend(Card, description="Its checklist, in order.")
async def checklist(reading: Reading) -> Mapping[int, list[ChecklistItem]]:
    """Read the checklists of all cards of a page at once."""
    found = await checklists(reading.account_id, reading.ids)
    return cast(Mapping[int, list[ChecklistItem]], found)


@extend(Card, description="Its notes, the newest first.")
async def notes(
    reading: Reading, first: First = None, after: After = None
) -> Mapping[int, Connection[CardNote]]:
    """Read a page of the notes of each card, and how many there are where that is asked for."""
    size = PageRequest.of(first).size
    found = await notes_of_cards(reading.account_id, reading.ids, size + 1, after)
    counts: Mapping[int, int] = {}
    if "totalCount" in reading.below:
        counts = await count_details(reading.account_id, "card_note", reading.ids)
    return {
        key: cast(
            Connection[CardNote],
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


@extend(Card, description="How many notes it has.")
async def note_count(reading: Reading) -> Mapping[int, int]:
    """Count the notes of all cards of a page at once."""
    return await count_details(reading.account_id, "card_note", reading.ids)


@extend(Card, description="Its files, the newest first.")
async def files(reading: Reading) -> Mapping[int, list[CardFile]]:
    """Read the files of all cards of a page at once."""
    found = await files_of_cards(reading.account_id, reading.ids)
    return cast(Mapping[int, list[CardFile]], found)


@extend(Card, description="How many files it has.")
async def file_count(reading: Reading) -> Mapping[int, int]:
    """Count the files of all cards of a page at once."""
    return await count_details(reading.account_id, "card_file", reading.ids)


def _reader(
    by_id: Callable[[Actor, Sequence[int]], Awaitable[Mapping[int, Any]]],
) -> Callable[[Info, Sequence[int]], Awaitable[Mapping[int, Any]]]:
    async def read_nodes(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
        return await by_id(info.context.actor, keys)

    return read_nodes


node_readers.register("ChecklistItem", _reader(items_by_id))
node_readers.register("CardNote", _reader(notes_by_id))
node_readers.register("CardFile", _reader(files_by_id))
