"""What can be read of, done to, and followed of projects of marketplaces."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.contacts.about_live import follow_about
from backend.contacts.schema.subscription import After as Since
from backend.contacts.schema.subscription import place
from backend.core.graphql import Connection, Info, Selection, mutation, query, subscription
from backend.core.graphql.connections import connection
from backend.core.ids import decode_id, encode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission
from backend.marketplace import service
from backend.marketplace.queries import count_projects, projects_by_id, projects_page
from backend.marketplace.schema.inputs import (
    ChangeProjectStatusInput,
    ChangeProjectStatusPayload,
    SubmitLeadInput,
    SubmitLeadPayload,
)
from backend.marketplace.schema.types import After, First, Project, ProjectsChanged, fill

_TYPE = "Project"


@strawberry.type
class MarketplaceQuery:
    """What can be read of marketplaces."""

    @query(
        Permission.READ,
        description="A contact's projects of marketplaces, the newest first. None while the "
        "contact is in the bin.",
    )
    async def projects(
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
    ) -> Connection[Project]:
        actor, key = info.context.actor, decode_id(contact_id, "Contact", ("contactId",))
        page = await projects_page(actor, key, PageRequest.of(first, after, last, before))
        await fill(actor, page.rows)
        counted = "totalCount" in Selection.of(info)
        total = await count_projects(actor, key) if counted else 0
        return cast(Connection[Project], connection(page, total_count=total))


@strawberry.type
class MarketplaceMutation:
    """What can be done with marketplaces."""

    @mutation(
        Permission.SUBMIT_LEADS,
        description="Hand in a lead: it becomes a project of the contact that has the e-mail or "
        "the phone, or of a new one. For tokens of the scope `LEADS`. The same lead again, also "
        "at once, is one.",
    )
    async def submit_lead(self, info: Info, input: SubmitLeadInput) -> SubmitLeadPayload:
        done = await service.submit_lead(info.context.actor, input.to_draft())
        return SubmitLeadPayload(
            project_id=strawberry.ID(encode_id(_TYPE, done.project_id)),
            contact_id=strawberry.ID(encode_id("Contact", done.contact_id)),
            created=done.created,
            contact_created=done.contact_created,
            cursor=done.cursor or None,
        )

    @mutation(Permission.WRITE_CONTACTS, description="Say where a project stands from now on.")
    async def change_project_status(
        self, info: Info, input: ChangeProjectStatusInput
    ) -> ChangeProjectStatusPayload:
        actor, key = info.context.actor, decode_id(input.id, _TYPE, ("id",))
        done = await service.change_project_status(actor, key, input.status)
        await fill(actor, (done.project,))
        return ChangeProjectStatusPayload(
            project=cast(Project, done.project), cursor=done.cursor or None
        )


@strawberry.type
class MarketplaceSubscription:
    """What can be followed of marketplaces."""

    @subscription(
        Permission.READ,
        description="What happens to a contact's projects. Several changes at once are one event.",
    )
    async def projects_changed(
        self,
        info: Info,
        contact_id: Annotated[strawberry.ID, strawberry.argument(description="Which contact.")],
        after: Since = None,
    ) -> AsyncGenerator[ProjectsChanged, None]:
        actor = info.context.actor
        key, start = decode_id(contact_id, "Contact", ("contactId",)), place(after)
        async with aclosing(follow_about(actor, key, _TYPE, start)) as changes:
            async for change in changes:
                rows = await projects_by_id(actor, change.keys)
                await fill(actor, rows.values())
                yield ProjectsChanged(
                    cursor=change.cursor,
                    reset=change.reset,
                    changed=cast(list[Project], [rows[k] for k in change.keys if k in rows]),
                    deleted=[
                        strawberry.ID(encode_id(_TYPE, k)) for k in change.keys if k not in rows
                    ],
                )
