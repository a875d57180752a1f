"""Where privacy requests are in the interface."""

from __future__ import annotations

from urllib.parse import quote

LIST = "/privacy"
NEW = "/privacy/new"
ONE = "/privacy/{id}"


def request_url(request_id: str) -> str:
    """Return the URL of a request."""
    return f"{LIST}/{quote(request_id, safe='=')}"


def new_request_url(kind: str, contact_id: str) -> str:
    """Return where a request of a known contact is begun; `kind` is COPY or ERASURE."""
    return f"{NEW}?kind={kind.lower()}&contact={quote(contact_id, safe='=')}"
