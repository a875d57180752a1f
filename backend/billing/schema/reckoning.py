"""What a document would add up to, before it is saved."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import strawberry

from backend.billing import service
from backend.billing.schema.amounts import (
    DocumentLine,
    DocumentTotals,
    shown_lines,
    shown_totals,
)
from backend.billing.schema.document_inputs import DocumentLineInput
from backend.core.graphql import Info, query
from backend.core.permissions import Permission


@strawberry.input
class BillingTotalsInput:
    """What is to be reckoned."""

    currency: str = strawberry.field(description="ISO 4217 code.")
    lines: list[DocumentLineInput] = strawberry.field(description="In order; at most 500.")
    discount_percent: Decimal = strawberry.field(
        default=Decimal(0), description="Off all lines, 0 to 100."
    )


@strawberry.type
class BillingTotals:
    """What was reckoned."""

    lines: list[DocumentLine] = strawberry.field(description="As they were given.")
    totals: DocumentTotals = strawberry.field(description="What they add up to.")


@strawberry.type
class BillingTotalsQuery:
    """What can be asked of documents that are not saved."""

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
        return BillingTotals(lines=shown_lines(content), totals=shown_totals(content))
