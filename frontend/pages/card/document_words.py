"""What the quotes and invoices of cards are called, and where they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from frontend.locale import t

Document = Mapping[str, Any]


def document_name(document: Document) -> str:
    """Return a document's number; a draft has none yet."""
    if document["number"]:
        return str(document["number"])
    return t("Draft quote") if document["kind"] == "QUOTE" else t("Draft invoice")


def document_path(document: Document) -> str:
    """Return where a document is shown."""
    folder = "quotes" if document["kind"] == "QUOTE" else "invoices"
    return f"/{folder}/{quote(document.get('id', 'any'), safe='=')}"


def status_words(document: Document) -> str:
    """Say how far a document has come."""
    if document.get("isOverdue"):
        return t("Overdue", context="invoice")
    return {
        "DRAFT": t("Draft", context="document"),
        "ISSUED": t("Issued", context="document"),
        "PARTLY_PAID": t("Partly paid", context="document"),
        "PAID": t("Paid", context="document"),
        "VOID": t("Void", context="document"),
        "ACCEPTED": t("Accepted", context="document"),
        "REJECTED": t("Rejected", context="document"),
        "EXPIRED": t("Expired", context="document"),
        "INVOICED": t("Invoiced", context="document"),
        "REVISED": t("Revised", context="document"),
    }[document["status"]]
