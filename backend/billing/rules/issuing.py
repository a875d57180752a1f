"""What a document must have before it can be issued, and what it says from then on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from backend.billing.errors import (
    DateOutOfRange,
    DueBeforeIssue,
    EmptyDocument,
    SellerIncomplete,
)
from backend.billing.rules.addressing import missing_address
from backend.billing.rules.content import Content
from backend.billing.rules.defaults import missing_details
from backend.billing.rules.drafting import FIRST_DAY, LAST_DAY
from backend.billing.rules.kinds import DocumentKind, LineKind
from backend.billing.rules.settings import BillingSettings, clean_party
from backend.core.errors import Refusal, Refusals, Required


def issued_content(
    kind: DocumentKind,
    content: Content,
    settings: BillingSettings,
    today: date,
    last_issued: date | None,
) -> Content:
    """Return what a document says once it is issued: with its days, its seller and where to pay.

    ``last_issued`` is the day of the last document of its kind: numbers and days go together.

    Raises:
        Refusals: all that is missing at once.

    Source: Directive 2006/112/EC, art. 226; EN 16931, BR-02 to BR-16.
    """
    on = content.issue_date or today
    due = content.due_date or on + timedelta(days=content.payment_days)
    refusals: list[Refusal] = [
        SellerIncomplete(tuple(path.split(".")), field=path)
        for path in missing_details(settings.seller, 1)
    ]
    refusals += _missing_of(content)
    refusals += missing_address(kind, content, settings.seller.country)
    buyer = content.buyer
    try:
        buyer = clean_party(buyer, ("buyer",))
    except Refusal as refusal:
        refusals.append(refusal)
    earliest = last_issued or FIRST_DAY
    if not earliest <= on <= today:
        refusals.append(
            DateOutOfRange(("issueDate",), earliest=earliest.isoformat(), latest=today.isoformat())
        )
    if due < on:
        refusals.append(DueBeforeIssue(("dueDate",)))
    start, end = content.delivered_from, content.delivered_until
    if start is not None and end is not None and end < start:
        refusals.append(
            DateOutOfRange(
                ("deliveredUntil",), earliest=start.isoformat(), latest=LAST_DAY.isoformat()
            )
        )
    Refusals.raise_if(refusals)
    return replace(
        content,
        buyer=buyer,
        issue_date=on,
        due_date=due,
        seller=settings.seller,
        bank=settings.bank,
        tax_on_debits=settings.tax_on_debits,
        look=settings.look,
    )


def _missing_of(content: Content) -> list[Refusal]:
    missing: list[Refusal] = []
    if content.buyer.name is None:
        missing.append(Required(("buyer", "name")))
    if not any(line.quantity > 0 for line in content.items):
        missing.append(EmptyDocument(("lines",)))
    for place, line in enumerate(content.lines):
        if line.kind is LineKind.ITEM:
            path = ("lines", str(place))
            if line.name is None:
                missing.append(Required((*path, "name")))
            if line.tax is None:
                missing.append(Required((*path, "taxId")))
    return missing
