"""What documents and their states are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.locale import t

Document = Mapping[str, Any]
COLORS = {
    "DRAFT": "GRAY",
    "ISSUED": "BLUE",
    "PARTLY_PAID": "AMBER",
    "PAID": "GREEN",
    "VOID": "GRAY",
    "ACCEPTED": "GREEN",
    "REJECTED": "RED",
    "EXPIRED": "ORANGE",
    "INVOICED": "TEAL",
    "REVISED": "GRAY",
}


def name_of(document: Document) -> str:
    """Return what a document is called: its kind and number."""
    kind, number = document["kind"], document["number"]
    if number:
        names = {
            "QUOTE": t("Quote {number}", number=number),
            "INVOICE": t("Invoice {number}", number=number),
            "CREDIT_NOTE": t("Credit note {number}", number=number),
        }
    else:
        names = {
            "QUOTE": t("Draft of a quote"),
            "INVOICE": t("Draft of an invoice"),
            "CREDIT_NOTE": t("Draft of a credit note"),
        }
    return names[kind]


def status_words(document: Document) -> str:
    """Return how far a document has come."""
    status, kind = document["status"], document["kind"]
    if document["isOverdue"]:
        return t("Overdue")
    if is_credited(document):
        return t("Credited")
    if status == "ISSUED":
        return {"INVOICE": t("To pay"), "QUOTE": t("Waiting")}.get(
            kind, t("Issued", context="credit note")
        )
    names = {
        "DRAFT": t("Draft"),
        "PARTLY_PAID": t("Partly paid"),
        "PAID": t("Paid"),
        "VOID": t("Void"),
        "ACCEPTED": t("Accepted"),
        "REJECTED": t("Rejected", context="quote"),
        "EXPIRED": t("Expired"),
        "INVOICED": t("Invoiced"),
        "REVISED": t("Revised"),
    }
    return names[status]


def status_color(document: Document) -> str:
    """Return the label colour of a document's state."""
    if document["isOverdue"]:
        return "RED"
    if document["kind"] == "CREDIT_NOTE" and document["status"] == "ISSUED":
        return "PURPLE"
    if is_credited(document):
        return "PURPLE"
    return COLORS[document["status"]]


def is_credited(document: Document) -> bool:
    """Whether credit notes took an invoice back as a whole."""
    credited = int(document["credited"]["minor"])
    return credited > 0 and credited >= int(document["total"]["minor"])
