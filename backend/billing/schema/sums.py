"""What documents add up to, as the schema shows it."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.billing.queries import sums
from backend.core.graphql import Info, query, row_type
from backend.core.graphql.money import Money
from backend.core.ids import decode_id
from backend.core.permissions import Permission

OfContact = Annotated[
    strawberry.ID | None,
    strawberry.argument(description="Only what is this contact's; all when left out."),
]


@row_type(sums.InvoiceSums)
class InvoiceSums:
    """What invoices of a currency add up to, by the seller's calendar."""

    currency: str = strawberry.field(description="ISO 4217 code.")
    open_count: int = strawberry.field(description="Invoices of which something is left to pay.")
    outstanding: Money = strawberry.field(description="What is left to pay of them.")
    overdue_count: int = strawberry.field(description="Those that should have been paid by now.")
    overdue: Money = strawberry.field(description="What is left to pay of these.")
    paid_this_month: Money = strawberry.field(description="What came since the month began.")
    paid_this_year: Money = strawberry.field(description="What came since the year began.")


@row_type(sums.QuoteSums)
class QuoteSums:
    """What quotes of a currency add up to, by the seller's calendar."""

    currency: str = strawberry.field(description="ISO 4217 code.")
    open_count: int = strawberry.field(description="Quotes that still hold, without an answer.")
    waiting: Money = strawberry.field(description="What they come to.")
    accepted_count: int = strawberry.field(description="Accepted quotes that have no invoice yet.")
    accepted: Money = strawberry.field(description="What they come to.")
    won_this_year: Money = strawberry.field(
        description="What the quotes of this year come to that were accepted, invoiced or not."
    )


@row_type(sums.MonthSums)
class BillingMonth:
    """What was invoiced and what came in a month, in one currency."""

    month: str = strawberry.field(description="Year and month, such as `2026-11`.")
    currency: str = strawberry.field(description="ISO 4217 code.")
    invoiced: Money = strawberry.field(description="Invoices issued, less credit notes.")
    paid: Money = strawberry.field(description="Payments that came.")


@strawberry.type
class BillingSumsQuery:
    """What can be read of sums."""

    @query(Permission.READ, description="What invoices add up to, by currency.")
    async def invoice_sums(self, info: Info, contact_id: OfContact = None) -> list[InvoiceSums]:
        found = await sums.invoice_sums(info.context.actor, _contact(contact_id))
        return cast(list[InvoiceSums], found)

    @query(Permission.READ, description="What quotes add up to, by currency.")
    async def quote_sums(self, info: Info, contact_id: OfContact = None) -> list[QuoteSums]:
        found = await sums.quote_sums(info.context.actor, _contact(contact_id))
        return cast(list[QuoteSums], found)

    @query(
        Permission.READ,
        description="What was invoiced and paid in each of the last twelve months, the present "
        "one last, for each currency that was used.",
    )
    async def billing_months(self, info: Info) -> list[BillingMonth]:
        return cast(list[BillingMonth], await sums.month_sums(info.context.actor))


def _contact(contact_id: strawberry.ID | None) -> int | None:
    return None if contact_id is None else decode_id(contact_id, "Contact", ("contactId",))
