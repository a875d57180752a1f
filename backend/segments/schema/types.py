"""Object types of saved filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import strawberry

from backend.contacts.problems import FilterProblem, FilterProblemKind
from backend.core.graphql import JSON, Info, Node, Selection, row_type
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.nodes import node_readers
from backend.segments import queries, service
from backend.segments.rows import SegmentRow
from backend.segments.rules import SegmentVisibility

describe_enum(
    SegmentVisibility,
    "Who sees a saved filter.",
    {"PRIVATE": "Only whoever saved it.", "TEAM": "Everybody in the account."},
)
describe_enum(
    FilterProblemKind,
    "What is wrong with a condition of a saved filter.",
    {
        "LABEL_DELETED": "It names a label that is gone.",
        "CUSTOM_FIELD_DELETED": "It names a custom field that is in the trash, or gone.",
        "SEGMENT_DELETED": "It names a saved filter that is gone, or that is not shared with you.",
        "SEGMENT_BROKEN": "It names a saved filter that has problems itself.",
        "JOB_FORGOTTEN": "It names a job that can no longer be undone.",
    },
)


@row_type(FilterProblem, name="SegmentProblem")
class SegmentProblem:
    """A condition that names what is not there: it chooses nobody until that is back."""

    kind: FilterProblemKind = strawberry.field(description="What is wrong.")
    path: list[str] = strawberry.field(description="The way to it within `filter`.")


@row_type(SegmentRow)
class Segment(Node):
    """A filter that was saved under a name."""

    name: str = strawberry.field(
        description="Unique among those of its owner, and among the team's; accents aside."
    )
    filter: JSON = strawberry.field(
        description="The filter in the shape of a `ContactFilter`: to show, and to send again."
    )
    sort: JSON | None = strawberry.field(
        description="The order of the list in the shape of a `ContactSort`, if one was saved."
    )
    columns: list[str] | None = strawberry.field(
        description="The columns of the list, if they were saved, as the client names them."
    )
    visibility: SegmentVisibility = strawberry.field(description="Who sees it.")
    owner_name: str | None = strawberry.field(
        description="Whose it is; null once they are gone for good."
    )
    is_mine: bool = strawberry.field(description="Whether it is the viewer's own.")
    can_edit: bool = strawberry.field(
        description="Whether the viewer may change and delete it: their own, and as an admin the "
        "team's."
    )
    contact_count: int = strawberry.field(
        description="How many contacts it chooses; counted when it is asked for."
    )
    problems: list[SegmentProblem] = strawberry.field(
        description="Conditions that name what is not there; empty when all is well."
    )
    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )
    created_at: datetime = strawberry.field(description="When it was saved first.")
    updated_at: datetime = strawberry.field(description="When it was changed last.")


def wanted(selection: Selection) -> service.Wanted:
    """Return what a selection on saved filters needs beside their rows."""
    return service.Wanted("contactCount" in selection, "problems" in selection)


async def _segments(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    actor = info.context.actor
    found = await queries.segments_by_id(actor, keys)
    await service.complete(actor, found.values(), wanted(Selection.of(info).on("Segment")))
    return found


node_readers.register("Segment", _segments)
