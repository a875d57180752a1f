"""What documents of each kind are called."""

from __future__ import annotations

from frontend.locale import t


def draft_words(kind: str) -> str:
    """Return the name of a draft."""
    return {
        "QUOTE": t("Draft of a quote"),
        "CREDIT_NOTE": t("Draft of a credit note"),
    }.get(kind, t("Draft of an invoice"))


def new_words(kind: str) -> str:
    """Return the name of a document that nobody wrote in yet."""
    return t("New quote") if kind == "QUOTE" else t("New invoice")


def list_words(kind: str) -> str:
    """Return the name of the list that a document is in."""
    return t("Quotes") if kind == "QUOTE" else t("Invoices")


def action_words(kind: str) -> str:
    """Return what the button says."""
    return {
        "QUOTE": t("Issue the quote"),
        "CREDIT_NOTE": t("Issue the credit note"),
    }.get(kind, t("Issue the invoice"))


def question_words(kind: str) -> str:
    """Return what is asked before it is issued."""
    return {
        "QUOTE": t("Issue this quote?"),
        "CREDIT_NOTE": t("Issue this credit note?"),
    }.get(kind, t("Issue this invoice?"))


def issued_words(kind: str, number: str) -> str:
    """Return what is said once it is issued."""
    return {
        "QUOTE": t("Quote {number} is issued", number=number),
        "CREDIT_NOTE": t("Credit note {number} is issued", number=number),
    }.get(kind, t("Invoice {number} is issued", number=number))
