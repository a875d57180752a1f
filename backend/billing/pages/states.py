"""How a document stands, in a sentence for its client."""

from __future__ import annotations

from dataclasses import dataclass

from backend.billing.delivery_rows import AnswerRow
from backend.billing.document_rows import DocumentRow
from backend.billing.rendering.formats import Formats
from backend.billing.rules.kinds import DocumentKind, DocumentStatus


@dataclass(frozen=True, slots=True)
class State:
    """A sentence, its tone (good, bad, late or plain), and what else is to be said."""

    text: str
    tone: str = "plain"
    more: str = ""
    struck: bool = False


def amount_minor(document: DocumentRow) -> int:
    """Return the amount that stands out: what is left to pay, or else the total."""
    left = document.balance_minor
    return left if left > 0 else document.total_minor


def state_of(document: DocumentRow, answer: AnswerRow | None, formats: Formats) -> State:
    """Return how a document stands today."""
    if document.status is DocumentStatus.VOID:
        text = formats.word("This document was declared void: it holds no longer.")
        return State(text, "bad", struck=True)
    if document.kind is DocumentKind.QUOTE:
        return _quote(document, answer, formats)
    if document.kind is DocumentKind.CREDIT_NOTE:
        return State(formats.word("Nothing is to be paid: this amount is credited to you."))
    return _invoice(document, formats)


def _quote(document: DocumentRow, answer: AnswerRow | None, formats: Formats) -> State:
    word, status = formats.word, document.status
    day = formats.day(document.due_date) if document.due_date else ""
    match status:
        case DocumentStatus.ISSUED:
            return State(word("Valid until {day}", day=day) if day else word("Open"))
        case DocumentStatus.EXPIRED:
            return State(
                word("This quote expired on {day}", day=day),
                "late",
                word("Ask for a new one to accept it."),
            )
        case DocumentStatus.ACCEPTED | DocumentStatus.INVOICED:
            text = word("Accepted")
            if answer is not None and answer.accepted:
                text = word("Accepted by {name}", name=answer.name or "")
            return State(text, "good", word("Thank you. You will hear from us."))
        case DocumentStatus.REJECTED:
            return State(word("Rejected"), "bad")
        case _:
            return State(word("A newer version replaces this quote."), "late", struck=True)


def _invoice(document: DocumentRow, formats: Formats) -> State:
    word, status = formats.word, document.status
    if status is DocumentStatus.PAID:
        if document.paid_minor <= 0:
            return State(word("Nothing is left to pay."), "good")
        return State(word("Paid. Thank you!"), "good")
    day = formats.day(document.due_date) if document.due_date else ""
    text, tone = word("Please pay by {day}", day=day), "plain"
    if document.is_overdue:
        text, tone = word("Payment was due on {day}", day=day), "late"
    more = ""
    if status is DocumentStatus.PARTLY_PAID:
        more = word(
            "{settled} of {total} is settled already.",
            settled=formats.money(document.paid_minor + document.credited_minor),
            total=formats.money(document.total_minor),
        )
    return State(text, tone, more)
