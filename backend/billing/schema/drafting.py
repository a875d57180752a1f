"""What can be asked before anything is saved, or issued."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, cast

import strawberry

from backend.billing import service
from backend.billing.line_rows import line_rows
from backend.billing.rules.content import content_to_json
from backend.billing.schema.amounts import (
    DocumentLine,
    DocumentTotals,
    shown_totals,
)
from backend.billing.schema.document_fields import document_key
from backend.billing.schema.document_inputs import DocumentLineInput
from backend.billing.schema.documents import Buyer
from backend.core.errors import Refusals
from backend.core.graphql import Info, query
from backend.core.graphql.errors import UserError, user_errors
from backend.core.ids import decode_id
from backend.core.permissions import Permission


@strawberry.input
class BillingTotalsInput:
    """What is to be reckoned."""

    currency: str = strawberry.field(description="ISO 4217 code.")
    lines: list[DocumentLineInput] = strawberry.field(
        description="In order; at most 500, with descriptions of 300,000 characters together."
    )
    discount_percent: Decimal = strawberry.field(
        default=Decimal(0), description="Off all lines, 0 to 100."
    )


@strawberry.type
class BillingTotals:
    """What was reckoned."""

    lines: list[DocumentLine] = strawberry.field(description="As they were given.")
    totals: DocumentTotals = strawberry.field(description="What they add up to.")


@strawberry.type
class BillingDraftingQuery:
    """What can be asked of documents that are being written."""

    @query(
        Permission.READ,
        description="What lines add up to, exactly as a saved document would; nothing is written.",
    )
    async def billing_totals(
        self,
        info: Info,
        input: Annotated[
            BillingTotalsInput, strawberry.argument(description="What is to be reckoned.")
        ],
    ) -> BillingTotals:
        lines = [line.to_draft(place) for place, line in enumerate(input.lines)]
        content = await service.reckon(
            info.context.actor, input.currency, lines, input.discount_percent
        )
        shown = line_rows(content_to_json(content))
        return BillingTotals(lines=cast(list[DocumentLine], shown), totals=shown_totals(content))

    @query(
        Permission.READ,
        description="What a new document would say of a contact; null when there is none.",
    )
    async def billing_buyer(
        self,
        info: Info,
        contact_id: Annotated[strawberry.ID, strawberry.argument(description="Which contact.")],
    ) -> Buyer | None:
        key = decode_id(contact_id, "Contact", ("contactId",))
        return cast(Buyer | None, await service.proposed_buyer(info.context.actor, key))

    @query(
        Permission.READ,
        description="All that would refuse to issue a draft now, by the paths of its input; empty "
        "when it can be issued.",
    )
    async def billing_issue_errors(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which draft.")],
    ) -> list[UserError]:
        found = await service.issue_refusals(info.context.actor, document_key(id))
        return user_errors(Refusals(list(found)))
