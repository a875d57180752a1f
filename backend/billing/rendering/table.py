"""The lines of a document, with what they come to so far, and what it all adds up to."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from backend.billing.rendering import plain
from backend.billing.rendering.document import Document, Heading, Item, Kind, Line, TaxTotal, Text
from backend.billing.rendering.formats import Formats

Row = dict[str, Any]

MOST_REPEATED = 120
"""Characters of a section's heading that is repeated on every page of its section."""


def table_of(document: Document, formats: Formats) -> Row:
    """Return the table: its columns' names, and its rows.

    A document without any charged tax has no column of taxes, and no word of excluding them.
    """
    taxed = is_taxed(document)
    word = formats.word
    columns = [word("Description"), word("Qty")]
    columns += (
        [word("Price excl. tax"), word("Tax"), word("Amount excl. tax")]
        if taxed
        else [word("Price"), word("Amount")]
    )
    rows: list[Row] = []
    carried = 0
    for each, following in zip_longest(document.lines, document.lines[1:]):
        if isinstance(each, Item):
            carried += each.net_minor
            rows.append(_item(each, carried, formats))
        else:
            kind = "text" if isinstance(each, Text) else _heading_kind(each, following)
            rows.append({"kind": kind, "lines": plain.lines(each.text)})
    return {"taxed": taxed, "columns": columns, "rows": rows}


def _heading_kind(heading: Heading, following: Line | None) -> str:
    """Tell headings that stay with what follows, and are repeated on its next page, from others.

    Typst 0.15 panics on two such headings in a row, and does not break one over pages.
    """
    stays = isinstance(following, Item | Text) and len(heading.text) <= MOST_REPEATED
    return "header" if stays else "heading"


def is_taxed(document: Document) -> bool:
    """Whether any tax is charged."""
    return any(tax.rate for tax in document.totals.taxes)


def _item(item: Item, carried_minor: int, formats: Formats) -> Row:
    quantity = formats.number(item.quantity)
    row: Row = {
        "kind": "item",
        "name": plain.lines(item.name),
        "lines": plain.lines(item.description) if item.description else [],
        "quantity": plain.line(f"{quantity} {item.unit}" if item.unit else quantity),
        "price": formats.amount(item.unit_price_minor),
        "tax": "–" if item.tax_rate is None else formats.percent(item.tax_rate),
        "amount": formats.amount(item.net_minor),
        "carried": formats.money(carried_minor),
        "discount": "",
    }
    if item.discount_percent:
        row["discount"] = formats.word(
            "Discount of {percent}: {amount}",
            percent=formats.percent(item.discount_percent),
            amount=formats.money(-item.discount_minor),
        )
    return row


def totals_of(document: Document, formats: Formats) -> Row:
    """Return the rows of what it adds up to, the last one to stand out, and the table of taxes."""
    totals, word, money = document.totals, formats.word, formats.money
    taxed = is_taxed(document)
    rows: list[tuple[str, str]] = []
    if totals.discount_minor:
        rows.append((word("Subtotal"), money(totals.lines_minor)))
        percent = formats.percent(totals.discount_percent)
        rows.append((word("Discount of {percent}", percent=percent), money(-totals.discount_minor)))
    if taxed:
        rows.append((word("Total excl. tax"), money(totals.net_minor)))
        rows += [(_tax_name(tax, formats), money(tax.tax_minor)) for tax in _charged(document)]
    whole = (word("Total incl. tax") if taxed else word("Total"), money(totals.total_minor))
    final = whole
    settled = [
        (word("Credited"), totals.credited_minor),
        (word("Paid already"), totals.paid_minor),
    ]
    if any(amount for _, amount in settled) and document.kind is Kind.INVOICE:
        rows += [whole, *((name, money(-amount)) for name, amount in settled if amount)]
        final = (word("Amount due"), money(totals.due_minor))
    elif document.kind is Kind.CREDIT_NOTE:
        final = (word("Amount credited"), whole[1])
    return {
        "rows": [{"name": plain.line(name), "value": value} for name, value in rows],
        "final": {"name": final[0], "value": final[1]},
        "taxes": _tax_table(document, formats) if taxed else None,
    }


def _tax_table(document: Document, formats: Formats) -> Row:
    """Return each rate with its base and its tax, as EN 16931 (BG-23) and the law want it."""
    word = formats.word
    return {
        "columns": [word("Tax"), word("Base"), word("Amount of tax")],
        "rows": [
            [
                plain.line(_tax_name(tax, formats)),
                formats.money(tax.base_minor),
                formats.money(tax.tax_minor),
            ]
            for tax in document.totals.taxes
        ],
    }


def _charged(document: Document) -> list[TaxTotal]:
    return [tax for tax in document.totals.taxes if tax.rate]


def _tax_name(tax: TaxTotal, formats: Formats) -> str:
    """Return what a tax is called, with its rate where its own name does not tell it."""
    if tax.rate is None:
        return tax.name or formats.word("No tax")
    if tax.name and any(char.isdigit() for char in tax.name):
        return tax.name
    return f"{tax.name or formats.word('Tax')} {formats.percent(tax.rate)}"
