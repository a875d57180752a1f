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


class ConsentSource(StrEnum):
    """By what an e-mail address came to its subscription status."""

    HAND = "hand"
    API = "api"
    IMPORT = "import"
    GOOGLE = "google"
    LEAD = "lead"
    FORM = "form"
    BULK = "bulk"
    LINK = "link"
    MERGE = "merge"
    UNDO = "undo"
    SYSTEM = "system"
    UNKNOWN = "unknown"


class TextField(StrEnum):
    """What a contact has that is compared as text; of the last four it may have several."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    COMPANY = "company"
    POSITION = "position"
    EMAIL = "email"
    PHONE = "phone"
    CITY = "city"
    POSTAL_CODE = "postal_code"


class TextTest(StrEnum):
    """How a text is compared."""

    IS = "is"
    STARTS_WITH = "starts_with"
    CONTAINS = "contains"


class ContactPart(StrEnum):
    """What a contact may have, or lack."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    COMPANY = "company"
    POSITION = "position"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    CITY = "city"
    POSTAL_CODE = "postal_code"
    COUNTRY = "country"
    PHOTO = "photo"
    OPEN_TASK = "open_task"


class TimeField(StrEnum):
    """An instant of a contact's life."""

    CREATED = "created"
    LAST_ACTIVITY = "last_activity"


class Deliverability(StrEnum):
    """Why letters to a contact may come to nothing."""

    BOUNCED = "bounced"
    INACTIVE = "inactive"


class Belonging(StrEnum):
    """A thing that is a contact's, and goes with it."""

    MESSAGE = "message"
    NOTE = "note"
    FILE = "file"
    PROJECT = "project"
    TASK = "task"
