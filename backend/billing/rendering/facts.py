"""The facts at the top: days, terms, what it refers to, the seller's own fields."""

from __future__ import annotations

from collections.abc import Iterator

from backend.billing.rendering.document import Document, Kind
from backend.billing.rendering.formats import Formats

TITLES = {Kind.QUOTE: "Quote", Kind.INVOICE: "Invoice", Kind.CREDIT_NOTE: "Credit note"}
BUYERS = {Kind.QUOTE: "Quote for", Kind.INVOICE: "Billed to", Kind.CREDIT_NOTE: "Credited to"}


def facts(document: Document, formats: Formats) -> tuple[tuple[str, str], ...]:
    """Return the facts, each with its name."""
    return tuple((name, value) for name, value in _facts(document, formats) if value)


def _facts(document: Document, formats: Formats) -> Iterator[tuple[str, str]]:
    word = formats.word
    if document.issued_on:
        yield word("Issue date"), formats.day(document.issued_on)
    if document.kind is Kind.INVOICE and document.due_on:
        yield word("Due date"), formats.day(document.due_on)
    if document.kind is Kind.QUOTE and document.valid_until:
        yield word("Valid until"), formats.day(document.valid_until)
    if document.kind is not Kind.QUOTE:
        yield word("Date of supply"), _supplied(document, formats)
    if document.corrects:
        yield word("Corrects invoice"), _corrected(document, formats)
    yield word("Payment terms"), document.terms or ""
    if document.delivery_address:
        yield word("Delivery address"), ", ".join(document.delivery_address)
    for each in document.header_fields:
        yield each.name, each.value


def _supplied(document: Document, formats: Formats) -> str:
    """Return when goods were delivered or services rendered (BT-72, BG-14)."""
    start, end = document.delivered_from, document.delivered_until
    if start and end and start != end:
        return f"{formats.short_day(start)} – {formats.short_day(end)}"
    day = start or end
    return formats.day(day) if day else ""


def _corrected(document: Document, formats: Formats) -> str:
    if document.corrected_on is None:
        return document.corrects or ""
    return f"{document.corrects} ({formats.short_day(document.corrected_on)})"
