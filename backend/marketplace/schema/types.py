"""Object types of marketplaces."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, cast

import strawberry

from backend.contacts.schema.types import Contact
from backend.core.added_fields import Reading
from backend.core.graphql import Connection, Info, Node, Selection, extend, row_type
from backend.core.graphql.connections import connection
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.nodes import node_readers
from backend.core.paging import Page, PageRequest
from backend.core.permissions import Actor
from backend.files.schema.types import Attachment
from backend.files.service import find_attachments
from backend.marketplace.drafts import Budget
from backend.marketplace.queries import (
    attachment_ids,
    first_projects,
    project_counts,
    projects_by_id,
)
from backend.marketplace.rows import ProjectRow
from backend.marketplace.statuses import ProjectStatus

describe_enum(
    ProjectStatus,
    "Where a project of a marketplace stands.",
    {
        "NEW": "Nobody dealt with it yet.",
        "CONTACTED": "Somebody got in touch with the client.",
        "QUOTED": "The client has an offer.",
        "WON": "The client said yes.",
        "LOST": "Nothing came of it.",
    },
)

First = Annotated[
    int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
]
After = Annotated[str | None, strawberry.argument(description="Cursor that the page comes after.")]


@row_type(Budget, name="ProjectBudget")
class ProjectBudget:
    """What a client wants to spend."""

    amount_minor: int = strawberry.field(
        description="In minor units of the currency: 120050 is 1,200.50 EUR, or 120,050 JPY."
    )
    currency: str = strawberry.field(description="ISO 4217 code.")


@row_type(ProjectRow)
class Project(Node):
    """What a contact asked for on a marketplace."""

    contact_id: strawberry.ID = strawberry.field(description="Who asks.")
    source: str = strawberry.field(description="The marketplace that it came from.")
    lead_id: str = strawberry.field(description="What the marketplace calls it.")
    title: str = strawberry.field(description="What is asked for.")
    description: str | None = strawberry.field(description="What is asked for, at length.")
    budget: ProjectBudget | None = strawberry.field(
        description="What the client wants to spend, if they said so."
    )
    deadline: date | None = strawberry.field(description="By which day it is wanted.")
    status: ProjectStatus = strawberry.field(description="Where it stands.")
    attachments: list[Attachment] = strawberry.field(
        description="The files that came with it and were not deleted since."
    )
    created_at: datetime = strawberry.field(description="When it was handed in.")
    updated_at: datetime = strawberry.field(description="When its status was changed last.")


@strawberry.type
class ProjectsChanged:
    """What happened to a contact's projects."""

    cursor: str = strawberry.field(description="Resume after it with `after`.")
    reset: bool = strawberry.field(
        description="Read the list again: the contact was merged, deleted or restored."
    )
    changed: list[Project] = strawberry.field(
        description="Projects that came in or were changed, as they are now."
    )
    deleted: list[strawberry.ID] = strawberry.field(description="Projects that are gone.")


async def fill(actor: Actor, projects: Collection[ProjectRow]) -> None:
    """Give projects the files that came with them."""
    owned = await attachment_ids([each.pk for each in projects]) if projects else {}
    found = await find_attachments(actor, {key for keys in owned.values() for key in keys})
    for each in projects:
        each.attachments = [found[key] for key in owned.get(each.pk, ()) if key in found]


@extend(Contact, description="Its projects of marketplaces, the newest first.")
async def projects(
    reading: Reading, first: First = None, after: After = None
) -> Mapping[int, Connection[Project]]:
    """Read the first projects of each contact, and how many there are where that is asked for."""
    size = PageRequest.of(first, after).size
    found = await first_projects(reading.account_id, reading.ids, size + 1, after)
    if any(path.startswith("edges.node.attachments") for path in reading.below):
        shown = [row for rows in found.values() for row in rows]
        await fill(Actor.system(reading.account_id), shown)
    counts = {}
    if "totalCount" in reading.below:
        counts = await project_counts(reading.account_id, reading.ids)
    return {
        key: cast(
            Connection[Project],
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


async def _read_projects(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    found = await projects_by_id(info.context.actor, keys)
    if "attachments" in Selection.of(info).on("Project"):
        await fill(info.context.actor, found.values())
    return found


node_readers.register("Project", _read_projects)
