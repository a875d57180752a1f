"""Jobs as the API shows them: acts on many contacts, what became of them, and their undo."""

from __future__ import annotations

from datetime import datetime

import strawberry

from backend.contacts.acts import ActDetail, ActKind, ActRow, ActState, ActUndo
from backend.contacts.kinds import SubscriptionStatus
from backend.core.graphql import ErrorCode, Node, row_type
from backend.core.graphql.enums import describe_enum

describe_enum(
    ActKind,
    "What a job does to the contacts.",
    {
        "LABEL": "Puts labels on, takes others off.",
        "SUBSCRIPTION": "Sets the subscription of e-mail addresses.",
        "FIELD": "Sets or clears a field.",
        "DELETION": "Puts them into the trash.",
        "RESTORATION": "Takes them out of the trash.",
        "ERASURE": "Erases them from the trash, for good.",
        "IMPORT": "Brings them in from a file.",
    },
)
describe_enum(
    ActState,
    "How far a job came.",
    {
        "QUEUED": "It has not begun.",
        "RUNNING": "It goes on.",
        "DONE": "It went through all contacts.",
        "FAILED": "It stopped for a `problem`; what it did until then stands.",
        "CANCELLED": "Somebody stopped it; what it did until then stands.",
        "UNDOING": "What it did is being put back.",
        "UNDONE": "What it did was put back, but for `keptCount` contacts.",
    },
)


@row_type(ActDetail)
class JobDetail:
    """How a job is told, in the words of the time when it was asked for."""

    added_labels: list[str] = strawberry.field(description="Names of labels that are put on.")
    removed_labels: list[str] = strawberry.field(description="Names of labels that are taken off.")
    field: str | None = strawberry.field(
        description="The field that is set: `company`, `position`, or a custom field's name."
    )
    field_id: strawberry.ID | None = strawberry.field(
        description="The custom field that is set, which may be gone by now."
    )
    value: str | None = strawberry.field(
        description="What the field is set to; null when it is cleared."
    )
    status: SubscriptionStatus | None = strawberry.field(
        description="The subscription that is set."
    )
    filename: str | None = strawberry.field(description="The file that is imported.")


@row_type(ActUndo)
class JobUndo:
    """That a job can be undone."""

    until: datetime = strawberry.field(description="How long: 30 days after it was asked for.")


@row_type(ActRow)
class Job(Node):
    """A piece of work on many contacts, which is undone as one."""

    kind: ActKind = strawberry.field(description="What it does.")
    state: ActState = strawberry.field(description="How far it came.")
    detail: JobDetail = strawberry.field(description="What exactly it does.")
    total: int = strawberry.field(
        description="How many contacts, or rows of a file, it goes through; while it is undone, "
        "how many contacts its undo does."
    )
    done: int = strawberry.field(description="How many of `total` it has gone through.")
    changed_count: int = strawberry.field(description="How many contacts it changed.")
    skipped_count: int = strawberry.field(
        description="How many contacts it could not change: they would have nothing to be called "
        "by, or over a hundred labels."
    )
    restored_count: int = strawberry.field(description="How many contacts its undo put back.")
    kept_count: int = strawberry.field(
        description="How many contacts its undo left alone, since somebody changed them after it; "
        "`jobKeptContacts` says which."
    )
    created_at: datetime = strawberry.field(description="When it was asked for.")
    started_at: datetime | None = strawberry.field(description="When it began.")
    finished_at: datetime | None = strawberry.field(description="When it, or its undo, ended.")
    started_by: str = strawberry.field(description="Who asked for it.")
    problem: str | None = strawberry.field(
        graphql_type=ErrorCode | None,
        description="Why it failed; of a job that is `DONE`, why its undo stopped half way.",
    )
    undo: JobUndo | None = strawberry.field(
        description="Until when `undoJob` undoes it; null when that cannot be: it goes on, it "
        "changed nothing, it is undone already or too long ago."
    )
