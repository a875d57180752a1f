"""What a caller hands in to make or change a contact, before any check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Final

from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind, SubscriptionStatus
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import FieldValue, Given


class Unset(Enum):
    """A field that an edit leaves as it is; ``None`` clears it."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True, slots=True)
class EmailDraft:
    """``id`` keeps the row of an edited contact, with its status's date.

    ``status_changed_at`` is for files that say when; the present otherwise.
    """

    address: str
    kind: EmailKind = EmailKind.MAIN
    status: SubscriptionStatus = SubscriptionStatus.NEVER_SUBSCRIBED
    status_changed_at: datetime | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class PhoneDraft:
    """A number as typed. ``id`` keeps the row of an edited contact."""

    number: str
    kind: PhoneKind = PhoneKind.MAIN
    id: int | None = None


@dataclass(frozen=True, slots=True)
class AddressDraft:
    """A postal address. ``street`` and ``extended`` may have several lines."""

    kind: AddressKind = AddressKind.HOME
    street: str | None = None
    extended: str | None = None
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country_code: str | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ValueDraft:
    """A value of a custom field; None, or a blank text, clears it.

    ``kind`` is what the caller takes the field for, and is held against it; None takes the value
    as the field's type, whatever that is: files know nothing but text. A value that was checked
    already is taken as it is.
    """

    field_id: int
    value: Given | FieldValue | None
    kind: CustomFieldKind | None = None


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A new contact. What is for files: the two dates, the present otherwise, and the names of
    labels, which are made where the account has none, of ``label_colors`` where those say.
    ``origin_id`` is the number that our own export says the contact had elsewhere.
    """

    given_name: str | None = None
    family_name: str | None = None
    company: str | None = None
    position: str | None = None
    emails: Sequence[EmailDraft] = ()
    phones: Sequence[PhoneDraft] = ()
    addresses: Sequence[AddressDraft] = ()
    label_ids: Sequence[int] = ()
    label_names: Sequence[str] = ()
    custom_values: Sequence[ValueDraft] = ()
    label_colors: Mapping[str, str] = field(default_factory=dict)
    created_at: datetime | None = None
    last_activity_at: datetime | None = None
    origin_id: int | None = None


@dataclass(frozen=True, slots=True)
class ContactChanges:
    """An edit: what is unset stays, lists replace the whole list.

    Custom fields that are not among ``custom_values`` stay as they are.
    """

    given_name: str | Unset | None = UNSET
    family_name: str | Unset | None = UNSET
    company: str | Unset | None = UNSET
    position: str | Unset | None = UNSET
    emails: Sequence[EmailDraft] | Unset = UNSET
    phones: Sequence[PhoneDraft] | Unset = UNSET
    addresses: Sequence[AddressDraft] | Unset = UNSET
    label_ids: Sequence[int] | Unset = UNSET
    custom_values: Sequence[ValueDraft] = ()


@dataclass(frozen=True, slots=True)
class ContactAddition:
    """What a file adds to a contact that is already there.

    Names and custom values replace when they are not None. E-mails, phones, addresses and labels
    are added where the contact has none that is equal; a status that the draft of a known e-mail
    carries replaces the status only when ``replaces_status``.
    """

    contact_id: int
    given_name: str | None = None
    family_name: str | None = None
    company: str | None = None
    position: str | None = None
    emails: Sequence[EmailDraft] = ()
    phones: Sequence[PhoneDraft] = ()
    addresses: Sequence[AddressDraft] = ()
    label_ids: Sequence[int] = ()
    label_names: Sequence[str] = ()
    custom_values: Sequence[ValueDraft] = ()
    label_colors: Mapping[str, str] = field(default_factory=dict)
    replaces_status: bool = False
