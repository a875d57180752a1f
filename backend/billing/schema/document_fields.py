"""What can be read of, and done to, quotes, invoices and credit notes."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import date
from typing import Annotated, cast

import strawberry

from backend.billing import service
from backend.billing.queries import documents as queries
from backend.billing.queries.document_sorting import DocumentSort
from backend.billing.queries.documents import DocumentFilter
from backend.billing.schema.document_inputs import (
    AnswerQuoteInput,
    BillingDocumentPayload,
    CreateBillingDocumentInput,
    CreateCreditNoteInput,
    DeleteBillingDraftInput,
    DeleteBillingDraftPayload,
    DeletePaymentInput,
    InvoiceQuoteInput,
    IssueBillingDocumentInput,
    RecordPaymentInput,
    RestoreBillingDraftInput,
    ReviseQuoteInput,
    UpdateBillingDocumentInput,
    VoidBillingDocumentInput,
)
from backend.billing.schema.documents import BillingDocument, complete, seen_in
from backend.billing.schema.kinds import DocumentKind, DocumentSortField, DocumentStatus
from backend.billing.service import DocumentWritten, DraftChanges, PaymentDraft
from backend.contacts.sorting import SortDirection
from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Connection, Info, Selection, mutation, query
from backend.core.graphql.connections import connection
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission

_WRITE = Permission.WRITE_BILLING


@strawberry.input
class BillingDocumentFilter:
    """Which documents: all conditions together; those left out ask nothing."""

    kinds: list[DocumentKind] | None = strawberry.field(
        default=strawberry.UNSET, description="Of any of these kinds."
    )
    statuses: list[DocumentStatus] | None = strawberry.field(
        default=strawberry.UNSET, description="That have come so far."
    )
    contact_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="Of this contact."
    )
    unpaid: bool = strawberry.field(
        default=False, description="Only invoices of which something is left to pay."
    )
    overdue: bool = strawberry.field(
        default=False, description="Only invoices that should have been paid by now."
    )
    search: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Words of the number, the buyer or the title, accents and case aside.",
    )
    issued_from: date | None = strawberry.field(
        default=strawberry.UNSET, description="Issued on this day or later."
    )
    issued_to: date | None = strawberry.field(
        default=strawberry.UNSET, description="Issued on this day or earlier."
    )

    def to_filter(self) -> DocumentFilter:
        """Return the domain's filter."""
        contact = given(self.contact_id)
        return DocumentFilter(
            frozenset(given(self.kinds) or ()),
            frozenset(given(self.statuses) or ()),
            None if contact is None else decode_id(contact, "Contact", ("filter", "contactId")),
            self.unpaid,
            self.overdue,
            given(self.search) or "",
            given(self.issued_from),
            given(self.issued_to),
        )


@strawberry.input
class BillingDocumentSort:
    """An order; documents that are equal in it stand by their age. What a draft has not yet, such
    as a number, stands as the newest.
    """

    field: DocumentSortField = strawberry.field(description="What to sort by.")
    direction: SortDirection = strawberry.field(
        default=SortDirection.ASC, description="Ascending by default."
    )


def document_key(id: strawberry.ID, *path: str) -> int:
    """Return the primary key of a document's id."""
    return decode_id(id, "BillingDocument", path or ("id",))


@strawberry.type
class BillingDocumentsQuery:
    """What can be read of documents."""

    @query(Permission.READ, description="A quote, invoice or credit note; null when it is gone.")
    async def billing_document(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which document.")],
    ) -> BillingDocument | None:
        key = document_key(id)
        selection = Selection.of(info)
        documents = await queries.documents_by_id(
            info.context.actor, (key,), seen=seen_in(selection)
        )
        found = documents.get(key)
        if found is not None:
            await complete(info, (found,), selection)
        return cast(BillingDocument | None, found)

    @query(Permission.READ, description="Quotes, invoices and credit notes.")
    async def billing_documents(  # noqa: PLR0917 - the arguments of a connection
        self,
        info: Info,
        filter: Annotated[
            BillingDocumentFilter | None, strawberry.argument(description="Which ones.")
        ] = None,
        sort: Annotated[
            BillingDocumentSort | None,
            strawberry.argument(description="In which order; the newest first unless told."),
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
    ) -> Connection[BillingDocument]:
        actor, selection = info.context.actor, Selection.of(info)
        wanted = filter.to_filter() if filter else DocumentFilter()
        page = await queries.documents_page(
            actor,
            PageRequest.of(first, after, last, before),
            wanted,
            None if sort is None else DocumentSort(sort.field, sort.direction),
            seen=seen_in(selection.at("edges", "node")),
        )
        await complete(info, page.rows, selection.at("edges", "node"))
        counted = "totalCount" in selection
        total = await queries.count_documents(actor, wanted) if counted else 0
        return cast(Connection[BillingDocument], connection(page, total_count=total))


@strawberry.type
class BillingDocumentsMutation:
    """What can be done to documents."""

    @mutation(_WRITE, description="Begin a quote or an invoice; it is a draft until it is issued.")
    async def create_billing_document(
        self, info: Info, input: CreateBillingDocumentInput
    ) -> BillingDocumentPayload:
        content = given(input.content)
        return await _answer(
            info,
            service.create_document(
                info.context.actor,
                input.kind,
                content.to_changes() if content else DraftChanges(),
                idempotency_key=given(input.idempotency_key),
            ),
        )

    @mutation(
        _WRITE,
        description="Change what a draft says, from the version that was seen. If somebody saved "
        "a newer one, nothing is written, and the answer brings it.",
    )
    async def update_billing_document(
        self, info: Info, input: UpdateBillingDocumentInput
    ) -> BillingDocumentPayload:
        key, changes = document_key(input.id), input.content.to_changes()
        verb = service.update_document(info.context.actor, key, input.version, changes)
        return await _answer(info, verb, key)

    @mutation(_WRITE, description="Delete a draft; what is issued stays for ever.")
    async def delete_billing_draft(
        self, info: Info, input: DeleteBillingDraftInput
    ) -> DeleteBillingDraftPayload:
        written = await service.delete_draft(info.context.actor, document_key(input.id))
        return DeleteBillingDraftPayload(deleted_id=input.id, cursor=written.cursor or None)

    @mutation(_WRITE, description="Bring a deleted draft back.")
    async def restore_billing_draft(
        self, info: Info, input: RestoreBillingDraftInput
    ) -> BillingDocumentPayload:
        key = document_key(input.id)
        return await _answer(info, service.restore_draft(info.context.actor, key))

    @mutation(
        _WRITE,
        description="Give a draft its number and freeze it: from then on it never changes. Refused "
        "with all that is missing.",
    )
    async def issue_billing_document(
        self, info: Info, input: IssueBillingDocumentInput
    ) -> BillingDocumentPayload:
        key = document_key(input.id)
        verb = service.issue_document(info.context.actor, key, input.version)
        return await _answer(info, verb, key)

    @mutation(
        _WRITE,
        description="Declare an issued invoice or quote void; its number and payments stay.",
    )
    async def void_billing_document(
        self, info: Info, input: VoidBillingDocumentInput
    ) -> BillingDocumentPayload:
        key = document_key(input.id)
        verb = service.void_document(info.context.actor, key, input.version)
        return await _answer(info, verb, key)

    @mutation(
        _WRITE,
        description="Begin a credit note with all lines of an issued invoice, as a draft: take "
        "lines off to credit it in part.",
    )
    async def create_credit_note(
        self, info: Info, input: CreateCreditNoteInput
    ) -> BillingDocumentPayload:
        key = document_key(input.invoice_id, "invoiceId")
        return await _answer(info, service.create_credit_note(info.context.actor, key))

    @mutation(_WRITE, description="Record that the client accepted or rejected a quote.")
    async def answer_quote(self, info: Info, input: AnswerQuoteInput) -> BillingDocumentPayload:
        key = document_key(input.id)
        verb = service.answer_quote(info.context.actor, key, input.version, accepted=input.accepted)
        return await _answer(info, verb, key)

    @mutation(
        _WRITE,
        description="Begin a new version of a quote; issuing it takes the old one's place.",
    )
    async def revise_quote(self, info: Info, input: ReviseQuoteInput) -> BillingDocumentPayload:
        return await _answer(info, service.revise_quote(info.context.actor, document_key(input.id)))

    @mutation(_WRITE, description="Begin the invoice of an accepted quote, everything copied.")
    async def invoice_quote(self, info: Info, input: InvoiceQuoteInput) -> BillingDocumentPayload:
        key = document_key(input.id)
        verb = service.invoice_quote(info.context.actor, key, input.version)
        return await _answer(info, verb, key)

    @mutation(_WRITE, description="Record money that came for an invoice, in part or whole.")
    async def record_payment(self, info: Info, input: RecordPaymentInput) -> BillingDocumentPayload:
        draft = PaymentDraft(
            input.amount_minor, given(input.paid_on), input.method, given(input.reference)
        )
        key = document_key(input.invoice_id, "invoiceId")
        verb = service.record_payment(
            info.context.actor, key, draft, idempotency_key=given(input.idempotency_key)
        )
        return await _answer(info, verb)

    @mutation(_WRITE, description="Take back a payment that was recorded by mistake.")
    async def delete_payment(self, info: Info, input: DeletePaymentInput) -> BillingDocumentPayload:
        key = decode_id(input.id, "Payment", ("id",))
        return await _answer(info, service.delete_payment(info.context.actor, key))


async def _answer(
    info: Info, verb: Awaitable[DocumentWritten], key: int | None = None
) -> BillingDocumentPayload:
    """Wrap what a verb wrote, or what somebody else saved before it."""
    selection = Selection.of(info)
    try:
        written = await verb
    except StaleVersion as stale:
        if key is None:
            raise
        rows = list((await queries.documents_by_id(info.context.actor, (key,))).values())
        await complete(info, rows, selection.at("conflict"))
        return BillingDocumentPayload(
            conflict=cast(BillingDocument | None, rows[0] if rows else None),
            errors=user_errors(Refusals([stale])),
        )
    await complete(info, (written.document,), selection.at("document"))
    return BillingDocumentPayload(
        document=cast(BillingDocument, written.document), cursor=written.cursor or None
    )
