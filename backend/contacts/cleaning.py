"""Drafts checked and understood: every refusal of a contact at once, or what is to be stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from backend.accounts.errors import CountryUnknown, EmailInvalid
from backend.contacts.drafts import AddressDraft, EmailDraft, PhoneDraft, ValueDraft
from backend.contacts.emails import normalize_email
from backend.contacts.errors import EmailRepeated, PhoneInvalid
from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.limits import (
    ADDRESS_LINE_LENGTH,
    EMAIL_LENGTH,
    MAX_LABELS,
    MAX_VALUES,
    NAME_LENGTH,
    PHONE_LENGTH,
    POSTAL_CODE_LENGTH,
)
from backend.contacts.phones import parse_phone, searched_digits
from backend.contacts.postal import countries
from backend.contacts.text_keys import postal_key, text_key
from backend.core.errors import NotFound, Refusal, Required, TooMany
from backend.core.text import clean_line, clean_lines
from backend.custom_fields.errors import ValueOfOtherKind
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.limits import MAX_FIELDS
from backend.custom_fields.rows import FieldRow
from backend.custom_fields.values import FieldValue, clean_value

Draft = TypeVar("Draft")
Clean = TypeVar("Clean")
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CleanEmail:
    """An address to store; ``status_changed_at`` is None unless the draft says when."""

    address: str
    normalized: str
    kind: EmailKind
    status: SubscriptionStatus
    status_changed_at: datetime | None = None
    id: int | None = None
    bounced_at: datetime | None = None
    """When a letter to it last came back for good; goes with the address."""


@dataclass(frozen=True, slots=True)
class CleanPhone:
    """A number to store. ``searched`` are the forms of its digits that people look for, where they
    are known already."""

    number: str
    e164: str | None
    digits: str
    kind: PhoneKind
    id: int | None = None
    searched: tuple[str, ...] | None = field(default=None, compare=False)

    @property
    def search_forms(self) -> tuple[str, ...]:
        """The forms of its digits that people look for."""
        return searched_digits(self.number, self.e164) if self.searched is None else self.searched


@dataclass(frozen=True, slots=True)
class CleanAddress:
    """A postal address to store; at least one of its texts is there."""

    kind: AddressKind
    street: str | None = None
    extended: str | None = None
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country_code: str | None = None
    id: int | None = None

    @property
    def texts(self) -> tuple[str | None, ...]:
        """What makes two addresses the same."""
        return (
            self.street,
            self.extended,
            self.city,
            self.region,
            self.postal_code,
            self.country_code,
        )

    @property
    def city_key(self) -> str | None:
        """What filters compare its city by."""
        return text_key(self.city) or None

    @property
    def postal_key(self) -> str | None:
        """What filters compare its postal code by."""
        return postal_key(self.postal_code) or None


class Cleaner:
    """Checks the parts of one draft; what it refuses gathers in ``refusals``."""

    def __init__(self, country: str) -> None:
        self.country = country
        self.refusals: list[Refusal] = []

    def name(self, value: str | None, path: str) -> str | None:
        """Return a name, company or position, trimmed."""
        try:
            return clean_line(value, (path,), maximum=NAME_LENGTH)
        except Refusal as refusal:
            self.refusals.append(refusal)
            return None

    def emails(self, drafts: Sequence[EmailDraft]) -> tuple[CleanEmail, ...]:
        """Return e-mail addresses, none of them twice."""
        clean = self._each(drafts, "emails", _email)
        seen: set[str] = set()
        for place, email in clean.items():
            if email.normalized in seen:
                self.refusals.append(EmailRepeated(("emails", str(place), "address")))
            seen.add(email.normalized)
        return tuple(clean.values())

    def phones(self, drafts: Sequence[PhoneDraft]) -> tuple[CleanPhone, ...]:
        """Return phone numbers, understood from the account's country."""
        country = self.country
        return tuple(
            self._each(drafts, "phones", lambda draft, path: _phone(draft, path, country)).values()
        )

    def addresses(self, drafts: Sequence[AddressDraft]) -> tuple[CleanAddress, ...]:
        """Return postal addresses."""
        return tuple(self._each(drafts, "addresses", _address).values())

    def label_ids(self, ids: Sequence[int]) -> tuple[int, ...]:
        """Return label ids, each once. Whether they exist is asked of the database."""
        if len(ids) > MAX_LABELS:
            self.refusals.append(TooMany(("labelIds",), maximum=MAX_LABELS))
        return tuple(dict.fromkeys(ids))

    def values(
        self, drafts: Sequence[ValueDraft], fields: Mapping[int, FieldRow]
    ) -> dict[int, FieldValue | None]:
        """Return values by field, None for those to be cleared; of two of one field the last.

        ``fields`` are the account's.
        """
        if len(drafts) > MAX_FIELDS:
            self.refusals.append(TooMany(("customValues",), maximum=MAX_FIELDS))
            return {}
        found: dict[int, FieldValue | None] = {}
        for place, draft in enumerate(drafts):
            try:
                found[draft.field_id] = _value(draft, fields, ("customValues", str(place)))
            except Refusal as refusal:
                self.refusals.append(refusal)
        return found

    def _each(
        self, drafts: Sequence[Draft], name: str, clean: Callable[[Draft, Path], Clean]
    ) -> dict[int, Clean]:
        if len(drafts) > MAX_VALUES:
            self.refusals.append(TooMany((name,), maximum=MAX_VALUES))
            return {}
        found: dict[int, Clean] = {}
        for place, draft in enumerate(drafts):
            try:
                found[place] = clean(draft, (name, str(place)))
            except Refusal as refusal:
                self.refusals.append(refusal)
        return found


def _email(draft: EmailDraft, path: Path) -> CleanEmail:
    path = (*path, "address")
    address = clean_line(draft.address, path, maximum=EMAIL_LENGTH)
    if address is None:
        raise Required(path)
    normalized = normalize_email(address)
    if normalized is None:
        raise EmailInvalid(path)
    return CleanEmail(
        address, normalized, draft.kind, draft.status, draft.status_changed_at, draft.id
    )


def _phone(draft: PhoneDraft, path: Path, country: str) -> CleanPhone:
    path = (*path, "number")
    number = clean_line(draft.number, path, maximum=PHONE_LENGTH)
    if number is None:
        raise Required(path)
    parsed = parse_phone(number, country)
    if parsed is None:
        raise PhoneInvalid(path)
    return CleanPhone(
        number, parsed.e164, parsed.digits, draft.kind, draft.id, searched=parsed.searched
    )


def _address(draft: AddressDraft, path: Path) -> CleanAddress:
    long = ADDRESS_LINE_LENGTH
    country = (draft.country_code or "").strip().upper() or None
    if country is not None and country not in countries():
        raise CountryUnknown((*path, "countryCode"))
    address = CleanAddress(
        kind=draft.kind,
        street=clean_lines(draft.street, (*path, "street"), maximum=long),
        extended=clean_lines(draft.extended, (*path, "extended"), maximum=long),
        city=clean_line(draft.city, (*path, "city"), maximum=long),
        region=clean_line(draft.region, (*path, "region"), maximum=long),
        postal_code=clean_line(
            draft.postal_code, (*path, "postalCode"), maximum=POSTAL_CODE_LENGTH
        ),
        country_code=country,
        id=draft.id,
    )
    if not any(address.texts):
        raise Required(path)
    return address


def _value(draft: ValueDraft, fields: Mapping[int, FieldRow], path: Path) -> FieldValue | None:
    field = fields.get(draft.field_id)
    if field is None:
        raise NotFound((*path, "fieldId"))
    kind = CustomFieldKind(field.kind)
    if draft.kind not in (None, kind):
        raise ValueOfOtherKind((*path, "value"), field=field.name, kind=kind.value)
    if draft.value is None:
        return None
    if isinstance(draft.value, FieldValue):
        if (draft.value.field_id, draft.value.kind) != (field.pk, kind):
            raise ValueOfOtherKind((*path, "value"), field=field.name, kind=kind.value)
        return draft.value
    return clean_value(field.pk, kind, draft.value, (*path, "value", kind.value), field.name)
