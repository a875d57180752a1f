"""An address of a contact, as far as writing to it in bulk goes."""

from __future__ import annotations

from dataclasses import dataclass

from backend.contacts.kinds import SubscriptionStatus


@dataclass(frozen=True, slots=True)
class MailState:
    """``normalized`` is what addresses are compared by; one that ``has_bounced`` came back."""

    address: str
    normalized: str
    status: SubscriptionStatus
    has_bounced: bool
