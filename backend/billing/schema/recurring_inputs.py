"""What mutations of recurring invoices take, and answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import strawberry

from backend.billing.rules.recurring import Frequency, RecurringMode, Schedule
from backend.billing.schema.document_inputs import DocumentContentInput
from backend.billing.schema.recurring_types import RecurringInvoice
from backend.billing.service import UNSET
from backend.billing.service.recurring import RecurringChanges
from backend.core.graphql import Payload
from backend.core.graphql.optional import given
from backend.core.ids import decode_id


@strawberry.input
class RecurringScheduleInput:
    """A first day, and another one every so many weeks, months or years."""

    frequency: Frequency = strawberry.field(description="What it counts in.")
    every: int = strawberry.field(default=1, description="How many of them apart; 1 to 99.")
    start_date: date = strawberry.field(
        description="The first day; not before today. Where a month is too short, its last day "
        "stands for it."
    )
    ends_on: date | None = strawberry.field(
        default=strawberry.UNSET, description="After which day it ends; never unless told."
    )
    times: int | None = strawberry.field(
        default=strawberry.UNSET, description="After how many invoices it ends; 1 to 999."
    )

    def to_schedule(self) -> Schedule:
        """Return the domain's schedule."""
        return Schedule(
            self.frequency, self.start_date, self.every, given(self.ends_on), given(self.times)
        )


@strawberry.input
class CreateRecurringInvoiceInput:
    """An invoice to make again and again."""

    document_id: strawberry.ID = strawberry.field(
        description="The invoice that says what each says. A draft goes into it; one that is "
        "issued stays as it is."
    )
    schedule: RecurringScheduleInput = strawberry.field(description="When.")
    mode: RecurringMode = strawberry.field(
        default=RecurringMode.REVIEW,
        description="What becomes of an invoice when its day has come.",
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first one. Not blank, at most "
        "200 characters.",
    )


@strawberry.input
class UpdateRecurringInvoiceInput:
    """A change from now on; what is left out stays, null clears an end."""

    id: strawberry.ID = strawberry.field(description="Which one.")
    version: int = strawberry.field(description="The version that the change started from.")
    frequency: Frequency | None = strawberry.field(
        default=strawberry.UNSET, description="What the schedule counts in."
    )
    every: int | None = strawberry.field(
        default=strawberry.UNSET, description="How many of them apart; 1 to 99."
    )
    start_date: date | None = strawberry.field(
        default=strawberry.UNSET, description="Another first day; not before today."
    )
    ends_on: date | None = strawberry.field(
        default=strawberry.UNSET, description="After which day it ends."
    )
    times: int | None = strawberry.field(
        default=strawberry.UNSET,
        description="After how many invoices it ends, those that were made among them.",
    )
    mode: RecurringMode | None = strawberry.field(
        default=strawberry.UNSET, description="What becomes of an invoice when its day has come."
    )
    content: DocumentContentInput | None = strawberry.field(
        default=strawberry.UNSET, description="What each says."
    )
    document_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="A draft that says what each is to say; it goes into it.",
    )

    def to_changes(self) -> RecurringChanges:
        """Return the domain's changes."""
        values: dict[str, Any] = {}
        for name in ("frequency", "every", "start_date", "ends_on", "times", "mode"):
            value = getattr(self, name)
            clears = value is None and name in ("ends_on", "times")
            left_out = value is strawberry.UNSET or (value is None and not clears)
            values[name] = UNSET if left_out else value
        content, document = given(self.content), given(self.document_id)
        return RecurringChanges(
            **values,
            content=content.to_changes() if content else None,
            document_id=None
            if document is None
            else decode_id(document, "BillingDocument", ("documentId",)),
        )


@strawberry.input
class DraftRecurringInvoiceInput:
    """The recurring invoice that is to say something else."""

    id: strawberry.ID = strawberry.field(description="Which one.")


@strawberry.input
class PauseRecurringInvoiceInput:
    """The recurring invoice to pause."""

    id: strawberry.ID = strawberry.field(description="Which one.")


@strawberry.input
class ResumeRecurringInvoiceInput:
    """The recurring invoice to go on with."""

    id: strawberry.ID = strawberry.field(description="Which one.")


@strawberry.input
class SkipRecurringInvoiceInput:
    """A day on which no invoice is to be made."""

    id: strawberry.ID = strawberry.field(description="Which one.")
    day: date = strawberry.field(description="One of its days to come.")


@strawberry.input
class UnskipRecurringInvoiceInput:
    """A skipped day on which an invoice is to be made after all."""

    id: strawberry.ID = strawberry.field(description="Which one.")
    day: date = strawberry.field(description="One of its skipped days.")


@strawberry.input
class DeleteRecurringInvoiceInput:
    """The recurring invoice to delete."""

    id: strawberry.ID = strawberry.field(description="Which one.")


@strawberry.input
class RestoreRecurringInvoiceInput:
    """The deleted recurring invoice to bring back."""

    id: strawberry.ID = strawberry.field(description="Which one.")


@strawberry.type
class RecurringInvoicePayload(Payload):
    """What a verb on a recurring invoice answers."""

    recurring_invoice: RecurringInvoice | None = strawberry.field(
        default=None, description="The recurring invoice as it is now."
    )
    conflict: RecurringInvoice | None = strawberry.field(
        default=None, description="What somebody else saved meanwhile, beside STALE_VERSION."
    )


@strawberry.type
class DeleteRecurringInvoicePayload(Payload):
    """What deleting a recurring invoice answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="What is gone; `restoreRecurringInvoice` brings it back."
    )
