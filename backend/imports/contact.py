"""A contact as a file describes it, before the contacts domain has judged it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from backend.core.errors import Refusal
from backend.custom_fields.values import FieldValue


@dataclass(slots=True)
class ImportedEmail:
    """``kind``, ``status`` and since when (UTC) are None where the file says nothing.

    ``column`` is the header that it stands under.
    """

    address: str
    kind: str | None = None
    status: str | None = None
    status_since: datetime | None = None
    column: str = field(default="", compare=False)


@dataclass(slots=True)
class ImportedPhone:
    """``number`` is as typed."""

    number: str
    kind: str | None = None


@dataclass(slots=True)
class ImportedAddress:
    """``country_code`` is an ISO 3166-1 code, or empty."""

    kind: str | None = None
    street: str = ""
    extended: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country_code: str = ""


@dataclass(slots=True)
class LeftOut:
    """A cell, or a part of one, that its row does without: the header it stands under, and why."""

    column: str
    text: str
    refusal: Refusal


@dataclass(slots=True)
class ImportedContact:
    """One row. Times are UTC, and None where the file says nothing."""

    given_name: str = ""
    family_name: str = ""
    company: str = ""
    position: str = ""
    emails: list[ImportedEmail] = field(default_factory=list)
    phones: list[ImportedPhone] = field(default_factory=list)
    addresses: list[ImportedAddress] = field(default_factory=list)
    values: list[FieldValue] = field(default_factory=list)
    """Of custom fields; the field is 0 while it is to be made."""
    labels: list[str] = field(default_factory=list)
    label_colors: dict[str, str] = field(default_factory=dict)
    """By name; of those whose file says so."""
    identity: str = ""
    created_at: datetime | None = None
    last_activity_at: datetime | None = None
    left_out: list[LeftOut] = field(default_factory=list)
    """Cells of custom fields that hold no value of the field's type."""
