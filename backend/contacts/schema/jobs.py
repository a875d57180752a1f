"""What can be done to many contacts at once, and how that is followed and undone."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Annotated, Any, cast

import strawberry

from backend.contacts import service
from backend.contacts.live_jobs import follow_act
from backend.contacts.queries.acts import acts_by_id, get_act, kept_contacts, recent_acts
from backend.contacts.queries.lookups import contacts_by_id
from backend.contacts.schema.job_inputs import (
    CancelJobInput,
    CancelJobPayload,
    ChangeContactsInput,
    ChangeContactsPayload,
    UndoJobInput,
    UndoJobPayload,
)
from backend.contacts.schema.job_types import Job
from backend.contacts.schema.subscription import After, place
from backend.contacts.schema.types import Contact, wanted
from backend.core.errors import InvalidPage, NotFound
from backend.core.graphql import Info, Selection, mutation, query, subscription
from backend.core.graphql.nodes import node_readers
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import MAX_PAGE
from backend.core.permissions import Permission

_WRITE = Permission.WRITE_CONTACTS
DEFAULT_JOBS = 20
JobId = Annotated[strawberry.ID, strawberry.argument(description="The job's global id.")]
First = Annotated[
    int | None, strawberry.argument(description="How many at most: 0 to 200; 20 by default.")
]


def _size(first: int | None) -> int:
    first = DEFAULT_JOBS if given(first) is None or first is None else first
    if not 0 <= first <= MAX_PAGE:
        raise InvalidPage(("first",), maximum=MAX_PAGE)
    return first


@strawberry.type
class JobsQuery:
    """What can be read of jobs."""

    @query(Permission.READ, description="A job, null when there is none or it is forgotten.")
    async def job(self, info: Info, id: JobId) -> Job | None:
        found = await get_act(info.context.actor, decode_id(id, "Job", ("id",)))
        return cast(Job | None, found)

    @query(
        Permission.READ,
        description="The account's jobs of the last 30 days that changed something or go on: the "
        "viewer's own first, then the newest first.",
    )
    async def jobs(
        self,
        info: Info,
        first: First = None,
        mine: Annotated[
            bool | None,
            strawberry.argument(description="Only those that the viewer asked for."),
        ] = None,
    ) -> list[Job]:
        return cast(
            list[Job],
            await recent_acts(info.context.actor, _size(first), mine_only=bool(given(mine))),
        )

    @query(
        Permission.READ,
        description="Contacts that were changed after a job: those that its undo left alone, or "
        "would now.",
    )
    async def job_kept_contacts(self, info: Info, id: JobId, first: First = None) -> list[Contact]:
        actor = info.context.actor
        act = await get_act(actor, decode_id(id, "Job", ("id",)))
        if act is None:
            raise NotFound(("id",))
        keys = [key for key, _ in await kept_contacts(actor, act, _size(first))]
        rows = await contacts_by_id(actor, keys, wanted(Selection.of(info)))
        return cast(list[Contact], [rows[key] for key in keys if key in rows])


@strawberry.type
class JobsMutation:
    """What can be done to many contacts, and to that as a job."""

    @mutation(
        _WRITE,
        description="Change many contacts in one way. Up to a thousand are changed at once, "
        "unless an earlier job is still to come to one of them; more by a job. Jobs take turns in "
        "the order in which they were asked for. Either way `undoJob` undoes it for 30 days.",
    )
    async def change_contacts(
        self, info: Info, input: ChangeContactsInput
    ) -> ChangeContactsPayload:
        actor = info.context.actor
        change = await input.change.to_change(actor)
        done = await service.change_contacts(
            actor,
            input.selection.to_selection(),
            change,
            idempotency_key=given(input.idempotency_key),
        )
        return ChangeContactsPayload(job=cast(Job, done.act), cursor=done.cursor or None)

    @mutation(
        _WRITE, description="Stop a job where it is. What it has done stays, and can be undone."
    )
    async def cancel_job(self, info: Info, input: CancelJobInput) -> CancelJobPayload:
        key = decode_id(input.id, "Job", ("id",))
        done = await service.cancel_act(info.context.actor, key)
        return CancelJobPayload(job=cast(Job, done.act), cursor=done.cursor or None)

    @mutation(
        _WRITE,
        description="Put every contact of a job back as it was, but those that somebody changed "
        "since. What the job made goes into the trash. Again, it changes nothing.",
    )
    async def undo_job(self, info: Info, input: UndoJobInput) -> UndoJobPayload:
        key = decode_id(input.id, "Job", ("id",))
        done = await service.undo_act(info.context.actor, key)
        return UndoJobPayload(job=cast(Job, done.act), cursor=done.cursor or None)


@strawberry.type
class JobProgress:
    """A job as it stood at one moment."""

    cursor: str = strawberry.field(description="The account's place in its history then.")
    job: Job = strawberry.field(description="The job.")


@strawberry.type
class JobsSubscription:
    """What can be followed of jobs."""

    @subscription(
        Permission.READ,
        description="A job as it is now, then as it goes on, four times a second at most. Ends "
        "with the job, or with its undo.",
    )
    async def job_progress(
        self, info: Info, id: JobId, after: After = None
    ) -> AsyncGenerator[JobProgress, None]:
        key = decode_id(id, "Job", ("id",))
        start = place(after)
        async with aclosing(follow_act(info.context.actor, key, start)) as steps:
            async for step in steps:
                yield JobProgress(cursor=step.cursor, job=cast(Job, step.job))


async def _jobs(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await acts_by_id(info.context.actor, keys)


def register() -> None:
    """Tell the Node interface how jobs are read."""
    node_readers.register("Job", _jobs)
