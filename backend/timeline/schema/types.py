"""Object types of timelines."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import strawberry

from backend.core.graphql import JSON, row_type
from backend.core.graphql.enums import fill_enum
from backend.core.graphql.facts import ChangeActor
from backend.custom_fields.kinds import CustomFieldKind
from backend.timeline.rows import EntryRow, FieldChangeRow
from backend.timeline.topics import topics


@strawberry.enum(description="What an entry of a timeline is about.")
class TimelineTopic(Enum):
    """Filled by :func:`complete_topics`; its members are type names of the schema."""

    NOTHING = "Nothing"


def complete_topics() -> None:
    """Give the enum the topics of every loaded fact; called before the schema is built."""
    fill_enum(TimelineTopic, {name: f"What happened to a `{name}`." for name in topics()})


@row_type(FieldChangeRow)
class FieldChange:
    """What became of a field. Both lists are empty when only that it changed is known."""

    field: str = strawberry.field(
        description="Which: a field of the schema, such as `company`, `emails` or `photo`; "
        "`labels`; `customValue`; `emailStatus`, `emailKind`, `phoneKind` or `addressKind`."
    )
    name: str | None = strawberry.field(
        description="The custom field's name, or the address or number of a status or kind."
    )
    type: CustomFieldKind | None = strawberry.field(
        description="The custom field's type: numbers and days are texts in their plain form."
    )
    before: list[str] = strawberry.field(
        description="What was there; long texts are their beginning."
    )
    after: list[str] = strawberry.field(description="What is there instead.")


@row_type(EntryRow)
class TimelineEntry:
    """Something that happened with a contact."""

    cursor: str = strawberry.field(description="Its place: older entries come `after` it.")
    at: datetime = strawberry.field(description="When it happened.")
    kind: str = strawberry.field(
        description="What happened, such as `note.added`. New kinds may be added."
    )
    topic: TimelineTopic = strawberry.field(description="What it is about.")
    subject_id: strawberry.ID = strawberry.field(
        description="The global id of what it is about, which may be gone by now."
    )
    actor: ChangeActor = strawberry.field(description="Who did it.")
    title: str | None = strawberry.field(description="What the thing is called, where it is.")
    excerpt: str | None = strawberry.field(description="How its text begins, where there is one.")
    changes: list[FieldChange] = strawberry.field(description="What became of which fields.")
    payload: JSON = strawberry.field(description="What else is known about it, by its kind.")
    request_id: str = strawberry.field(
        description="The request that did it; several entries may come from one."
    )


@strawberry.type
class TimelineEvent:
    """What was added to a timeline, in one step."""

    cursor: str = strawberry.field(description="Where to resume: `after` this, nothing is missed.")
    reset: bool = strawberry.field(
        description="The timeline is another one, after a merge: read it again."
    )
    entries: list[TimelineEntry] = strawberry.field(description="What was added, newest first.")
