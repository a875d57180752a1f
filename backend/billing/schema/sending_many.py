"""Sending many documents at once."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, cast

import strawberry

from backend.billing.queries.sendings import add_problems, last_sendings, sending_by_id
from backend.billing.schema.document_fields import BillingDocumentFilter, document_key
from backend.billing.schema.documents import BillingDocument
from backend.billing.sending_rows import SendingPreview, SendingProblem, SendingRow, SendingState
from backend.billing.service import sending_many as service
from backend.billing.service.sending_many import DocumentSelection, ManyDraft
from backend.core.graphql import Info, Payload, Selection, mutation, query, row_type
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission

SHOWN = 20
describe_enum(
    SendingState,
    "How far sending many documents is.",
    {
        "RUNNING": "Some wait to be sent.",
        "FINISHED": "All were sent, or told why not.",
        "STOPPED": "Somebody stopped it: what had left has left.",
    },
    name="DocumentSendingState",
)
_WRITE = Permission.WRITE_BILLING


@strawberry.input(one_of=True)
class DocumentSelectionInput:
    """These documents, or all that a filter finds; at most 1,000."""

    ids: strawberry.Maybe[list[strawberry.ID]] = strawberry.field(description="These.")
    filter: strawberry.Maybe[BillingDocumentFilter] = strawberry.field(
        description="All that this finds."
    )

    def to_selection(self) -> DocumentSelection:
        """Return the domain's selection."""
        if self.ids is not None:
            path = ("selection", "ids")
            keys = [document_key(each, *path, str(at)) for at, each in enumerate(self.ids.value)]
            return DocumentSelection(ids=tuple(keys))
        return DocumentSelection(filter=self.filter.value.to_filter() if self.filter else None)


@row_type(SendingProblem)
class DocumentSendingProblem:
    """A document that was not sent."""

    document: BillingDocument = strawberry.field(description="Which one.")
    problem: str = strawberry.field(
        description="The code of the reason, such as REQUIRED: nobody's address is known."
    )


@row_type(SendingRow)
class DocumentSending:
    """Many documents that somebody sends at once, and how far that is."""

    id: strawberry.ID = strawberry.field(description="What it is known by.")
    state: SendingState = strawberry.field(description="How far it is.")
    reminds: bool = strawberry.field(description="Whether it reminds of what is not paid.")
    total: int = strawberry.field(description="How many documents.")
    sent: int = strawberry.field(description="How many of them are on their way.")
    refused: int = strawberry.field(description="How many could not be sent.")
    problems: list[DocumentSendingProblem] = strawberry.field(
        description="What could not be sent, and why; at most 1,000."
    )
    created_at: datetime = strawberry.field(description="When it was asked for.")
    created_by: str = strawberry.field(description="By whom, by the name of that time.")


def _ready_count(root: strawberry.Parent[SendingPreview]) -> int:
    return len(root.ready)


def _unreachable_count(root: strawberry.Parent[SendingPreview]) -> int:
    return len(root.unreachable)


def _unreachable(root: strawberry.Parent[SendingPreview]) -> list[BillingDocument]:
    return cast(list[BillingDocument], root.unreachable[:SHOWN])


@row_type(SendingPreview)
class DocumentSendingPreview:
    """What sending a selection would do."""

    count: int = strawberry.field(description="Documents of the selection.")
    ready_count: int = strawberry.field(resolver=_ready_count, description="Those that leave.")
    unreachable_count: int = strawberry.field(
        resolver=_unreachable_count, description="Those whose client has no e-mail address."
    )
    unreachable: list[BillingDocument] = strawberry.field(
        resolver=_unreachable, description="The first 20 of these."
    )
    unissued: int = strawberry.field(description="Drafts, and documents that hold no longer.")
    sent_before: int = strawberry.field(description="Those that went with a letter already.")


@strawberry.input
class SendBillingDocumentsInput:
    """Many documents to send, each to its buyer by the account's own letters."""

    selection: DocumentSelectionInput = strawberry.field(description="Which ones.")
    reminds: bool = strawberry.field(
        default=False,
        description="Only invoices that are not paid, with a reminder, instead of each document "
        "with the letter of its kind.",
    )
    unsent: bool = strawberry.field(
        default=False, description="Only those that went with no letter yet."
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first sending. Not blank, at "
        "most 200 characters.",
    )


@strawberry.input
class StopDocumentSendingInput:
    """The sending to stop."""

    id: strawberry.ID = strawberry.field(description="Which sending.")


@strawberry.type
class DocumentSendingPayload(Payload):
    """What sending many documents answers."""

    sending: DocumentSending | None = strawberry.field(
        default=None, description="The sending as it is now."
    )


@strawberry.type
class DocumentSendingQuery:
    """What can be read of sending many documents."""

    @query(_WRITE, description="What sending a selection would do.")
    async def document_sending_preview(
        self,
        info: Info,
        selection: Annotated[
            DocumentSelectionInput, strawberry.argument(description="Which documents.")
        ],
        reminds: Annotated[
            bool, strawberry.argument(description="Whether to remind of what is not paid.")
        ] = False,
        unsent: Annotated[
            bool, strawberry.argument(description="Only those that went with no letter yet.")
        ] = False,
    ) -> DocumentSendingPreview:
        found = await service.preview_sending(
            info.context.actor, selection.to_selection(), ManyDraft(reminds, unsent)
        )
        return cast(DocumentSendingPreview, found)

    @query(Permission.READ, description="A sending of many documents; null when there is none.")
    async def document_sending(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which sending.")],
    ) -> DocumentSending | None:
        found = await sending_by_id(info.context.actor, _key(id))
        if found is not None and "problems" in Selection.of(info):
            await add_problems(info.context.actor, (found,))
        return cast(DocumentSending | None, found)

    @query(Permission.READ, description="The last 20 sendings of many documents, newest first.")
    async def document_sendings(self, info: Info) -> list[DocumentSending]:
        found = await last_sendings(info.context.actor)
        if "problems" in Selection.of(info):
            await add_problems(info.context.actor, found)
        return cast(list[DocumentSending], found)


@strawberry.type
class DocumentSendingMutation:
    """What can be done with many documents at once."""

    @mutation(
        _WRITE,
        description="Send many documents, each to its buyer; those that cannot be sent are told "
        "by the sending.",
    )
    async def send_billing_documents(
        self, info: Info, input: SendBillingDocumentsInput
    ) -> DocumentSendingPayload:
        sending = await service.send_documents(
            info.context.actor,
            input.selection.to_selection(),
            ManyDraft(input.reminds, input.unsent),
            idempotency_key=given(input.idempotency_key),
        )
        return await _answer(info, sending)

    @mutation(_WRITE, description="Stop a sending where it is; what has left has left.")
    async def stop_document_sending(
        self, info: Info, input: StopDocumentSendingInput
    ) -> DocumentSendingPayload:
        return await _answer(info, await service.stop_sending(info.context.actor, _key(input.id)))


async def _answer(info: Info, sending: SendingRow) -> DocumentSendingPayload:
    if "problems" in Selection.of(info).at("sending"):
        await add_problems(info.context.actor, (sending,))
    return DocumentSendingPayload(sending=cast(DocumentSending, sending))


def _key(id: strawberry.ID) -> int:
    return decode_id(id, "DocumentSending", ("id",))
