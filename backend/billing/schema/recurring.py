"""What can be read of, and done to, recurring invoices."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import date
from typing import Annotated, cast

import strawberry

from backend.billing.limits import MAX_DAYS_SHOWN
from backend.billing.queries import recurring as queries
from backend.billing.queries.documents import today_of
from backend.billing.rules.recurring import check_schedule, next_days
from backend.billing.schema.document_inputs import BillingDocumentPayload
from backend.billing.schema.documents import BillingDocument, complete
from backend.billing.schema.recurring_inputs import (
    CreateRecurringInvoiceInput,
    DeleteRecurringInvoiceInput,
    DeleteRecurringInvoicePayload,
    DraftRecurringInvoiceInput,
    PauseRecurringInvoiceInput,
    RecurringInvoicePayload,
    RecurringScheduleInput,
    RestoreRecurringInvoiceInput,
    ResumeRecurringInvoiceInput,
    SkipRecurringInvoiceInput,
    UnskipRecurringInvoiceInput,
    UpdateRecurringInvoiceInput,
)
from backend.billing.schema.recurring_types import RecurringInvoice, complete_recurring
from backend.billing.service import recurring as service
from backend.billing.service import recurring_days as days
from backend.billing.service.recurring import RecurringWritten
from backend.core.errors import InvalidPage, Refusals, StaleVersion
from backend.core.graphql import Connection, Info, Selection, mutation, query
from backend.core.graphql.connections import connection
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission

_WRITE = Permission.WRITE_BILLING


def _key(id: strawberry.ID) -> int:
    return decode_id(id, "RecurringInvoice", ("id",))


@strawberry.type
class RecurringInvoicesQuery:
    """What can be read of recurring invoices."""

    @query(Permission.READ, description="A recurring invoice; null when it is gone.")
    async def recurring_invoice(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which one.")],
    ) -> RecurringInvoice | None:
        key = _key(id)
        found = (await queries.recurring_by_id(info.context.actor, (key,))).get(key)
        if found is not None:
            await complete_recurring(info, (found,), Selection.of(info))
        return cast(RecurringInvoice | None, found)

    @query(Permission.READ, description="Recurring invoices, by their next day.")
    async def recurring_invoices(
        self,
        info: Info,
        contact_id: Annotated[
            strawberry.ID | None, strawberry.argument(description="Only of this contact.")
        ] = None,
        first: Annotated[
            int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
        ] = None,
        after: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes after.")
        ] = None,
        last: Annotated[
            int | None, strawberry.argument(description="How many, from the end: 0 to 200.")
        ] = None,
        before: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes before.")
        ] = None,
    ) -> Connection[RecurringInvoice]:
        actor, selection = info.context.actor, Selection.of(info)
        contact = None if contact_id is None else decode_id(contact_id, "Contact", ("contactId",))
        request = PageRequest.of(first, after, last, before)
        page = await queries.recurring_page(actor, request, contact)
        await complete_recurring(info, page.rows, selection.at("edges", "node"))
        counted = "totalCount" in selection
        total = await queries.count_recurring(actor, contact) if counted else 0
        return cast(Connection[RecurringInvoice], connection(page, total_count=total))

    @query(
        Permission.READ,
        description="The days of a schedule, before anything is set up; the next first.",
    )
    async def recurring_dates(
        self,
        info: Info,
        schedule: Annotated[
            RecurringScheduleInput, strawberry.argument(description="Which schedule.")
        ],
        first: Annotated[int, strawberry.argument(description="How many: 1 to 60.")] = 12,
    ) -> list[date]:
        if not 1 <= first <= MAX_DAYS_SHOWN:
            raise InvalidPage(("first",), maximum=MAX_DAYS_SHOWN)
        asked = check_schedule(schedule.to_schedule(), await today_of(info.context.actor))
        return next_days(asked, asked.start, (), 0, first)


@strawberry.type
class RecurringInvoicesMutation:
    """What can be done to recurring invoices."""

    @mutation(_WRITE, description="Make an invoice again and again.")
    async def create_recurring_invoice(
        self, info: Info, input: CreateRecurringInvoiceInput
    ) -> RecurringInvoicePayload:
        verb = service.create_recurring(
            info.context.actor,
            decode_id(input.document_id, "BillingDocument", ("documentId",)),
            input.schedule.to_schedule(),
            input.mode,
            idempotency_key=given(input.idempotency_key),
        )
        return await _answer(info, verb)

    @mutation(
        _WRITE,
        description="Change what a recurring invoice says, or when it comes, from now on; what was "
        "made stays. If somebody saved a newer version, nothing is written, and the answer brings "
        "it.",
    )
    async def update_recurring_invoice(
        self, info: Info, input: UpdateRecurringInvoiceInput
    ) -> RecurringInvoicePayload:
        key, changes = _key(input.id), input.to_changes()
        verb = service.update_recurring(info.context.actor, key, input.version, changes)
        return await _answer(info, verb, key)

    @mutation(
        _WRITE,
        description="Begin a draft of what a recurring invoice is to say, or answer with the one "
        "that was begun; `updateRecurringInvoice` takes it as `documentId`.",
    )
    async def draft_recurring_invoice(
        self, info: Info, input: DraftRecurringInvoiceInput
    ) -> BillingDocumentPayload:
        written = await service.draft_recurring(info.context.actor, _key(input.id))
        await complete(info, (written.document,), Selection.of(info).at("document"))
        return BillingDocumentPayload(
            document=cast(BillingDocument, written.document), cursor=written.cursor or None
        )

    @mutation(_WRITE, description="Make nothing of it until it is resumed.")
    async def pause_recurring_invoice(
        self, info: Info, input: PauseRecurringInvoiceInput
    ) -> RecurringInvoicePayload:
        return await _answer(info, days.pause_recurring(info.context.actor, _key(input.id)))

    @mutation(
        _WRITE,
        description="Go on from today; days that passed meanwhile are not made up for.",
    )
    async def resume_recurring_invoice(
        self, info: Info, input: ResumeRecurringInvoiceInput
    ) -> RecurringInvoicePayload:
        return await _answer(info, days.resume_recurring(info.context.actor, _key(input.id)))

    @mutation(
        _WRITE,
        description="Make no invoice on a day; it does not count as one of `times`.",
    )
    async def skip_recurring_invoice(
        self, info: Info, input: SkipRecurringInvoiceInput
    ) -> RecurringInvoicePayload:
        verb = days.skip_recurring(info.context.actor, _key(input.id), input.day)
        return await _answer(info, verb)

    @mutation(_WRITE, description="Make an invoice on a skipped day after all.")
    async def unskip_recurring_invoice(
        self, info: Info, input: UnskipRecurringInvoiceInput
    ) -> RecurringInvoicePayload:
        verb = days.unskip_recurring(info.context.actor, _key(input.id), input.day)
        return await _answer(info, verb)

    @mutation(_WRITE, description="Make none of it any more; what was made stays.")
    async def delete_recurring_invoice(
        self, info: Info, input: DeleteRecurringInvoiceInput
    ) -> DeleteRecurringInvoicePayload:
        written = await days.delete_recurring(info.context.actor, _key(input.id))
        return DeleteRecurringInvoicePayload(deleted_id=input.id, cursor=written.cursor or None)

    @mutation(_WRITE, description="Bring a deleted recurring invoice back, from today on.")
    async def restore_recurring_invoice(
        self, info: Info, input: RestoreRecurringInvoiceInput
    ) -> RecurringInvoicePayload:
        return await _answer(info, days.restore_recurring(info.context.actor, _key(input.id)))


async def _answer(
    info: Info, verb: Awaitable[RecurringWritten], key: int | None = None
) -> RecurringInvoicePayload:
    """Wrap what a verb wrote, or what somebody else saved before it."""
    selection = Selection.of(info)
    try:
        written = await verb
    except StaleVersion as stale:
        if key is None:
            raise
        rows = list((await queries.recurring_by_id(info.context.actor, (key,))).values())
        await complete_recurring(info, rows, selection.at("conflict"))
        return RecurringInvoicePayload(
            conflict=cast(RecurringInvoice | None, rows[0] if rows else None),
            errors=user_errors(Refusals([stale])),
        )
    await complete_recurring(info, (written.recurring,), selection.at("recurringInvoice"))
    return RecurringInvoicePayload(
        recurring_invoice=cast(RecurringInvoice, written.recurring), cursor=written.cursor or None
    )
