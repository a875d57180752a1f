"""Where privacy requests are in the interface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

LIST = "/privacy"
NEW = "/privacy/new"
ONE = "/privacy/{id}"
ERASURE = "/privacy/{id}/erasure"
"""What an erasure takes and leaves, its confirmation, its certificate."""


def request_url(request_id: str) -> str:
    """Return the URL of a request."""
    return f"{LIST}/{quote(request_id, safe='=')}"


def erasure_url(request_id: str) -> str:
    """Return the URL of what an erasure takes and leaves."""
    return f"{request_url(request_id)}/erasure"


def place_of(request: Mapping[str, Any]) -> str:
    """Return where a request goes on: an erasure of a confirmed person has a page of its own."""
    is_named = request["kind"] == "ERASURE" and request["state"] != "NEW"
    return erasure_url(request["id"]) if is_named else request_url(request["id"])


def new_request_url(kind: str, contact_id: str) -> str:
    """Return where a request of a known contact is begun; `kind` is COPY or ERASURE."""
    return f"{NEW}?kind={kind.lower()}&contact={quote(contact_id, safe='=')}"
