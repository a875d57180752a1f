"""What can be followed of documents."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.billing.live import DocumentsChange, follow_document, follow_documents
from backend.billing.queries.documents import DocumentFilter
from backend.billing.schema.document_fields import BillingDocumentFilter, document_key
from backend.billing.schema.documents import BillingDocument, complete
from backend.contacts.schema.subscription import After, place
from backend.core.graphql import Info, Selection, subscription
from backend.core.permissions import Permission


@strawberry.type
class BillingDocumentsChanged:
    """What happened to documents in one step."""

    cursor: str = strawberry.field(
        description="The place after it; `after:` it misses nothing and sees nothing twice."
    )
    reset: bool = strawberry.field(
        description="Whether too much happened to tell: read the list again."
    )
    changed: list[BillingDocument] = strawberry.field(
        description="Documents as they are now, new ones too."
    )
    gone: list[strawberry.ID] = strawberry.field(
        description="Those that are deleted, or that the filter does not find."
    )


async def _event(info: Info, change: DocumentsChange) -> BillingDocumentsChanged:
    await complete(info, change.changed, Selection.of(info).at("changed"))
    return BillingDocumentsChanged(
        cursor=change.cursor,
        reset=change.reset,
        changed=cast(list[BillingDocument], change.changed),
        gone=[strawberry.ID(each) for each in change.gone],
    )


@strawberry.type
class BillingDocumentsSubscription:
    """What can be followed of documents."""

    @subscription(Permission.READ, description="What happens to one quote, invoice or credit note.")
    async def billing_document_changed(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which document.")],
        after: After = None,
    ) -> AsyncGenerator[BillingDocumentsChanged, None]:
        changes = follow_document(info.context.actor, document_key(id), place(after))
        async with aclosing(changes) as told:
            async for change in told:
                yield await _event(info, change)

    @subscription(
        Permission.READ,
        description="What happens to the documents that a filter finds. Several changes at once "
        "are one event.",
    )
    async def billing_documents_changed(
        self,
        info: Info,
        filter: Annotated[
            BillingDocumentFilter | None, strawberry.argument(description="Which ones.")
        ] = None,
        after: After = None,
    ) -> AsyncGenerator[BillingDocumentsChanged, None]:
        wanted = filter.to_filter() if filter else DocumentFilter()
        changes = follow_documents(info.context.actor, wanted, place(after))
        async with aclosing(changes) as told:
            async for change in told:
                yield await _event(info, change)
