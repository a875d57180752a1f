"""Where recurring invoices are in the interface."""

from __future__ import annotations

from urllib.parse import quote

LIST = "/invoices/recurring"
NEW = "/invoices/recurring/new"
ONE = "/invoices/recurring/{id}"


def recurring_url(recurring_id: str) -> str:
    """Return the URL of a recurring invoice."""
    return f"{LIST}/{quote(recurring_id, safe='=')}"


def make_recurring_url(document_id: str) -> str:
    """Return where an invoice is made recurring."""
    return f"{NEW}?document={quote(document_id, safe='=')}"


def invoice_url(document_id: str) -> str:
    """Return the URL of an invoice."""
    return f"/invoices/{quote(document_id, safe='=')}"
