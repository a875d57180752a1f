"""Who is written to: the addresses of a contact, or the one of a thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from frontend.pages.message_parts.state import Shown


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where messages may go. Equal to another one with the same addresses."""

    addresses: tuple[str, ...]
    usual: str = ""
    """The main one."""

    def preferred(self, shown: Shown | None) -> str:
        """Return the address that they wrote from last, else the main one."""
        for message in reversed(shown.messages if shown else ()):
            if message["direction"] == "IN" and message["sender"]["address"] in self.addresses:
                return str(message["sender"]["address"])
        return self.usual


def recipient_of(contact: Mapping[str, Any] | None) -> Recipient:
    """Return where messages to a contact may go."""
    emails: Sequence[Mapping[str, Any]] = (contact or {}).get("emails") or ()
    addresses = tuple(email["address"] for email in emails)
    main = (email["address"] for email in emails if email["kind"] == "MAIN")
    return Recipient(addresses, next(main, addresses[0] if addresses else ""))


def recipient_of_thread(thread: Mapping[str, Any] | None) -> Recipient:
    """Return where messages of a thread without a contact go."""
    address = (thread or {}).get("address") or ""
    return Recipient((address,) if address else (), address)
