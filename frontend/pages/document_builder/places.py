"""Where quotes, invoices and credit notes are in the interface."""

from __future__ import annotations

from urllib.parse import quote, unquote

from frontend.location import match

INVOICE_PATTERN = "/invoices/{document}"
QUOTE_PATTERN = "/quotes/{document}"
NEW = "new"


def document_url(kind: str, document_id: str) -> str:
    """Return the URL of a document; credit notes are among the invoices."""
    folder = "quotes" if kind == "QUOTE" else "invoices"
    return f"/{folder}/{quote(document_id, safe='=')}"


def list_url(kind: str) -> str:
    """Return the URL of the list that a document is in."""
    return "/quotes" if kind == "QUOTE" else "/invoices"


def new_url(kind: str, contact_id: str = "") -> str:
    """Return the URL where a new document is written, perhaps for a contact."""
    asked = f"?contact={quote(contact_id, safe='=')}" if contact_id else ""
    return f"{list_url(kind)}/{NEW}{asked}"


def document_of(path: str) -> tuple[str, str]:
    """Return the kind that a path is among and the id it names, `new` for a new document; two empty
    texts elsewhere.
    """
    for pattern, kind in ((INVOICE_PATTERN, "INVOICE"), (QUOTE_PATTERN, "QUOTE")):
        if (found := match(pattern, path)) is not None:
            return kind, unquote(found["document"])
    return "", ""
