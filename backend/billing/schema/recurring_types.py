"""Recurring invoices as the schema shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, cast

import strawberry

from backend.billing.queries.documents import documents_by_id
from backend.billing.queries.recurring import add_history, recurring_by_id
from backend.billing.recurring_rows import PassedDay, RecurringRow
from backend.billing.rules.kinds import Stage
from backend.billing.rules.recurring import Frequency, Outcome, RecurringMode
from backend.billing.schema.amounts import (
    DocumentLine,
    DocumentTotals,
    shown_totals,
)
from backend.billing.schema.documents import (
    BillingDocument,
    Buyer,
    complete,
)
from backend.core.graphql import Info, Node, Selection, row_type
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.money import Money
from backend.core.graphql.nodes import node_readers

describe_enum(
    Frequency,
    "What a schedule counts in.",
    {"WEEKLY": "Weeks.", "MONTHLY": "Months.", "YEARLY": "Years."},
    name="RecurringFrequency",
)
describe_enum(
    RecurringMode,
    "What becomes of a recurring invoice when its day has come.",
    {
        "REVIEW": "It is a draft that somebody looks at and issues.",
        "ISSUE": "It is issued by itself.",
        "SEND": "It is issued and sent to the buyer's address by itself.",
    },
)
describe_enum(
    Outcome,
    "What became of a day of a recurring invoice.",
    {
        "DRAFTED": "A draft was made for review.",
        "ISSUED": "The invoice was issued.",
        "HELD": "It could not be issued and waits as a draft.",
        "SKIPPED": "Somebody had the day skipped.",
    },
    name="RecurringOutcome",
)


@row_type(PassedDay)
class RecurringDay:
    """What became of a day of a recurring invoice."""

    day: date = strawberry.field(description="The day, of the seller's calendar.")
    outcome: Outcome = strawberry.field(description="What became of it.")
    problem: str | None = strawberry.field(
        description="The code of what kept it from being issued or sent, as of a mutation."
    )
    document: BillingDocument | None = strawberry.field(
        description="The invoice that was made; null when it is gone."
    )
    at: datetime = strawberry.field(description="When.")


def _title(root: strawberry.Parent[RecurringRow]) -> str | None:
    return root.head.title


def _locale(root: strawberry.Parent[RecurringRow]) -> str:
    return root.head.locale


def _payment_days(root: strawberry.Parent[RecurringRow]) -> int:
    return root.head.payment_days


def _buyer(root: strawberry.Parent[RecurringRow]) -> Buyer:
    return cast(Buyer, root.head.buyer)


def _totals(root: strawberry.Parent[RecurringRow]) -> DocumentTotals:
    return shown_totals(root.content)


@row_type(RecurringRow)
class RecurringInvoice(Node):
    """An invoice that is made again and again. Days are of the seller's calendar."""

    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )
    contact_id: strawberry.ID | None = strawberry.field(description="Whose it is.")
    frequency: Frequency = strawberry.field(description="What the schedule counts in.")
    every: int = strawberry.field(description="How many weeks, months or years apart.")
    start_date: date = strawberry.field(
        description="The first day; where a month is too short, its last day stands for it."
    )
    ends_on: date | None = strawberry.field(description="After which day it ends.")
    times: int | None = strawberry.field(description="After how many invoices it ends.")
    made: int = strawberry.field(description="How many were made.")
    mode: RecurringMode = strawberry.field(
        description="What becomes of an invoice when its day has come."
    )
    next_date: date | None = strawberry.field(
        description="When the next one is made, if it is not paused; null at the end."
    )
    next_dates: list[date] = strawberry.field(description="The next days, a dozen at most.")
    skipped_dates: list[date] = strawberry.field(
        description="Days to come on which nothing is made."
    )
    is_paused: bool = strawberry.field(description="Whether nothing is made for now.")
    is_ended: bool = strawberry.field(description="Whether nothing is made any more.")
    title: str | None = strawberry.field(resolver=_title, description="What it is about.")
    currency: str = strawberry.field(description="ISO 4217 code.")
    locale: str = strawberry.field(resolver=_locale, description="`en`, `fr` or `it`.")
    payment_days: int = strawberry.field(
        resolver=_payment_days, description="Days from issue until each is due."
    )
    buyer: Buyer = strawberry.field(resolver=_buyer, description="Who buys.")
    lines: list[DocumentLine] = strawberry.field(description="In order.")
    totals: DocumentTotals = strawberry.field(resolver=_totals, description="What each adds up to.")
    total: Money = strawberry.field(description="What each comes to, with tax.")
    history: list[RecurringDay] = strawberry.field(
        description="What became of its days, the last first; at most 60."
    )
    draft: BillingDocument | None = strawberry.field(
        description="The draft of what it is to say from now on, if somebody began one."
    )
    created_at: datetime = strawberry.field(description="When it was set up.")
    updated_at: datetime = strawberry.field(description="When it was changed last.")
    updated_by: str = strawberry.field(description="Who changed it last, by the name of that time.")


async def complete_recurring(
    info: Info, rows: Sequence[RecurringRow], selection: Selection
) -> None:
    """Give recurring invoices what a selection asks of them beside their rows."""
    wanted: set[int] = set()
    if "history" in selection:
        await add_history(rows)
        wanted |= {day.document_key or 0 for row in rows for day in row.history}
    if "draft" in selection:
        wanted |= {row.draft_key or 0 for row in rows}
    documents = await documents_by_id(info.context.actor, wanted - {0})
    await complete(info, list(documents.values()), selection.at("history", "document"))
    await complete(info, list(documents.values()), selection.at("draft"))
    for row in rows:
        for day in row.history:
            day.document = documents.get(day.document_key or 0)
        draft = documents.get(row.draft_key or 0)
        row.draft = draft if draft is not None and draft.stage is Stage.DRAFT else None


async def _read(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    found = await recurring_by_id(info.context.actor, keys)
    selection = Selection.of(info).on("RecurringInvoice")
    await complete_recurring(info, list(found.values()), selection)
    return found


node_readers.register("RecurringInvoice", _read)
