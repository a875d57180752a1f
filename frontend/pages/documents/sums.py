"""What is outstanding, overdue and paid, by currency; each figure leads to its documents."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import classes
from frontend.hooks import use_query, use_store, use_task
from frontend.locale import format_money, t, tn
from frontend.operations import load
from frontend.pages.documents.chart import MonthsChart
from frontend.pages.documents.state import DocumentList

SETTLE_SECONDS = 0.4
Sums = Sequence[Mapping[str, Any]]


@component
def SumStrip(documents: DocumentList) -> VdomDict:
    """The sums of the whole list, read beside it; read again a moment after something changed."""
    of_quotes = documents.filter.of_quotes
    operation = load("billing/sum_quotes") if of_quotes else load("billing/sum_invoices")
    asked = {} if of_quotes else {"months": True}
    data, _, _, refetch = use_query(operation, asked)
    news: int = use_store(documents.news)

    async def settle() -> None:
        if news:
            await asyncio.sleep(SETTLE_SECONDS)
            refetch()

    use_task(settle, [news])
    if data is None:
        return html.div({"className": "sums sums-unread", "aria-hidden": "true"})
    if of_quotes:
        return _strip(data["quoteSums"], _quote_figures)
    sums = data["invoiceSums"]
    if not sums:
        return html.div({"className": "sums sums-none"})
    months = data["billingMonths"]
    return html.div(
        {"className": "sums-frame"},
        _strip(sums, _invoice_figures),
        MonthsChart(months, key="chart") if months else None,
    )


@component
def ContactSums(documents: DocumentList, contact_id: str) -> VdomDict | None:
    """What a contact has to pay and paid; nothing before there was any invoice."""
    data, _, _, refetch = use_query(
        load("billing/sum_invoices"), {"contactId": contact_id, "months": False}
    )
    news: int = use_store(documents.news)

    async def settle() -> None:
        if news:
            await asyncio.sleep(SETTLE_SECONDS)
            refetch()

    use_task(settle, [news])
    sums = (data or {}).get("invoiceSums")
    if not sums:
        return None
    late = sum(each["overdueCount"] for each in sums)
    opened = sum(each["openCount"] for each in sums)
    figures = [
        _figure(
            t("To be paid"),
            _amounts(sums, "outstanding"),
            note=tn("{count} invoice", "{count} invoices", opened),
        ),
        _figure(
            t("Overdue"),
            _amounts(sums, "overdue"),
            note=tn("{count} invoice", "{count} invoices", late),
            late=late > 0,
        ),
        _figure(t("Paid this year"), _amounts(sums, "paidThisYear")),
    ]
    return html.div({"className": "sums", "role": "group", "aria-label": t("Sums")}, *figures)


def _strip(sums: Sums, figures: Any) -> VdomDict:
    if not sums:
        return html.div({"className": "sums sums-none"})
    return html.div({"className": "sums", "role": "group", "aria-label": t("Sums")}, *figures(sums))


def _invoice_figures(sums: Sums) -> list[VdomDict]:
    late = sum(each["overdueCount"] for each in sums)
    opened = sum(each["openCount"] for each in sums)
    return [
        _figure(
            t("To be paid"),
            _amounts(sums, "outstanding"),
            href="?state=unpaid",
            note=tn("{count} invoice", "{count} invoices", opened),
        ),
        _figure(
            t("Overdue"),
            _amounts(sums, "overdue"),
            href="?state=overdue",
            note=tn("{count} invoice", "{count} invoices", late),
            late=late > 0,
        ),
        _figure(t("Paid this month"), _amounts(sums, "paidThisMonth")),
        _figure(t("Paid this year"), _amounts(sums, "paidThisYear")),
    ]


def _quote_figures(sums: Sums) -> list[VdomDict]:
    return [
        _figure(
            t("Waiting for an answer"),
            _amounts(sums, "waiting"),
            href="?state=open",
            note=tn("{count} quote", "{count} quotes", sum(each["openCount"] for each in sums)),
        ),
        _figure(
            t("Accepted, to be invoiced"),
            _amounts(sums, "accepted"),
            href="?state=accepted",
            note=tn("{count} quote", "{count} quotes", sum(each["acceptedCount"] for each in sums)),
        ),
        _figure(t("Won this year"), _amounts(sums, "wonThisYear")),
    ]


def _figure(
    label: str, amounts: list[str], *, href: str = "", note: str = "", late: bool = False
) -> VdomDict:
    """Draw a figure; with `href`, a link to what it is made of."""
    parts = [
        html.span({"className": "sum-label"}, label),
        *(html.span({"className": "sum-amount", "key": words}, words) for words in amounts),
        html.span({"className": "sum-note"}, note) if note else None,
    ]
    given = {"key": label, "className": classes("sum", late and "sum-late")}
    return html.a({**given, "href": href}, *parts) if href else html.div(given, *parts)


def _amounts(sums: Sums, name: str) -> list[str]:
    """Write what there is in each currency; at least one amount."""
    found = [
        format_money(int(each[name]["minor"]), each["currency"])
        for each in sums
        if int(each[name]["minor"])
    ]
    return found or [format_money(0, sums[0]["currency"])]
