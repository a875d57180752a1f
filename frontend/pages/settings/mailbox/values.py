"""A mailbox as the fields of its form, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.viewer import Viewer

Mailbox = Mapping[str, Any]

PORTS = {
    "smtp": {"TLS": 465, "STARTTLS": 587, "NONE": 25},
    "imap": {"TLS": 993, "STARTTLS": 143, "NONE": 143},
}
"""The usual port of each way, RFC 8314."""
PORT_DIGITS = 5


def form_values(mailbox: Mailbox | None, viewer: Viewer) -> dict[str, Any]:
    """Return what the fields begin with; who has no mailbox yet is likely to write as themselves
    from the account.
    """
    if mailbox is None:
        return {
            "fromName": viewer.account.name,
            "fromAddress": viewer.user.email,
            "smtp": _server(None, "smtp", is_used=True),
            "imap": _server(None, "imap", is_used=True),
            "imapFolder": "INBOX",
            "unknownSenders": "KEEP",
        }
    return {
        "fromName": mailbox["fromName"],
        "fromAddress": mailbox["fromAddress"],
        "smtp": _server(mailbox["smtp"], "smtp", is_used=mailbox["smtp"] is not None),
        "imap": _server(mailbox["imap"], "imap", is_used=mailbox["imap"] is not None),
        "imapFolder": mailbox["imapFolder"],
        "unknownSenders": mailbox["unknownSenders"],
    }


def settings_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the API's MailboxSettings of what is in the fields."""
    return {
        "fromName": values["fromName"],
        "fromAddress": values["fromAddress"],
        "smtp": _draft(values["smtp"]),
        "imap": _draft(values["imap"]),
        "imapFolder": values["imapFolder"] or None,
        "unknownSenders": values["unknownSenders"],
    }


def _server(server: Mapping[str, Any] | None, way: str, *, is_used: bool) -> dict[str, Any]:
    if server is None:
        port = str(PORTS[way]["TLS"])
        return {
            "isUsed": is_used,
            "host": "",
            "port": port,
            "security": "TLS",
            "user": "",
            "password": "",
        }
    return {
        "isUsed": True,
        "host": server["host"],
        "port": str(server["port"]),
        "security": server["security"],
        "user": server["user"] or "",
        "password": "",
    }


def _draft(server: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return a server as the API takes it; what is no port becomes one that it refuses."""
    if not server["isUsed"]:
        return None
    port = server["port"].strip()
    is_number = port.isascii() and port.isdigit() and len(port) <= PORT_DIGITS
    return {
        "host": server["host"],
        "port": int(port) if is_number else 0,
        "security": server["security"],
        "user": server["user"] or None,
        "password": server["password"] or None,
    }
