"""What an e-mail, a phone or an address is for, and whether a person wants to be written to."""

from __future__ import annotations

from enum import StrEnum


class EmailKind(StrEnum):
    """What an e-mail address is for."""

    MAIN = "main"
    HOME = "home"
    WORK = "work"
    OTHER = "other"


class PhoneKind(StrEnum):
    """What a phone number is for."""

    MAIN = "main"
    HOME = "home"
    WORK = "work"
    MOBILE = "mobile"
    FAX = "fax"
    OTHER = "other"


class AddressKind(StrEnum):
    """What a postal address is for."""

    HOME = "home"
    WORK = "work"
    BILLING = "billing"
    SHIPPING = "shipping"
    OTHER = "other"


class SubscriptionStatus(StrEnum):
    """Whether the holder of an e-mail address agreed to receive campaigns."""

    NEVER_SUBSCRIBED = "never_subscribed"
    SUBSCRIBED = "subscribed"
    UNSUBSCRIBED = "unsubscribed"
