"""Where quotes, invoices and credit notes are in the interface."""

from __future__ import annotations

from urllib.parse import quote

INVOICES_URL, QUOTES_URL = "/invoices", "/quotes"
NEW = "new"


def document_url(kind: str, document_id: str) -> str:
    """Return the URL of a document; credit notes are among the invoices."""
    return f"{list_url(kind)}/{quote(document_id, safe='=')}"


def list_url(kind: str) -> str:
    """Return the URL of the list that a document is in."""
    return QUOTES_URL if kind == "QUOTE" else INVOICES_URL


def new_url(kind: str, contact_id: str = "") -> str:
    """Return the URL where a new document is written, perhaps for a contact."""
    asked = f"?contact={quote(contact_id, safe='=')}" if contact_id else ""
    return f"{list_url(kind)}/{NEW}{asked}"
