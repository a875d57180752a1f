"""All that a contact is made of, as a write sees it, and what is derived from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from backend.contacts.cleaning import CleanAddress, CleanEmail, CleanPhone
from backend.contacts.holdings import bits_of
from backend.contacts.kinds import ContactPart
from backend.contacts.search_text import search_text
from backend.contacts.sorting import sort_key
from backend.contacts.text_keys import text_key
from backend.custom_fields.values import FieldValue, searched_texts


class HasKind(Protocol):
    """An e-mail, a phone or an address."""

    @property
    def kind(self) -> str:
        """What it is for."""
        ...


V = TypeVar("V", bound=HasKind)


@dataclass(frozen=True, slots=True)
class ContactState:
    """A contact's own values and lists, in their order."""

    given_name: str | None = None
    family_name: str | None = None
    company: str | None = None
    position: str | None = None
    emails: tuple[CleanEmail, ...] = ()
    phones: tuple[CleanPhone, ...] = ()
    addresses: tuple[CleanAddress, ...] = ()
    label_ids: tuple[int, ...] = ()
    values: tuple[FieldValue, ...] = ()
    """What it has in custom fields, by field."""
    inactive_micros: int | None = None
    """Since when it opens no campaign any more, a stored instant."""

    @property
    def display_name(self) -> str:
        """What the contact is called; empty when there is nothing to call it by."""
        name = " ".join(filter(None, (self.given_name, self.family_name)))
        if name or self.company:
            return name or self.company or ""
        if email := main_of(self.emails):
            return email.address
        phone = main_of(self.phones)
        return phone.number if phone else ""

    def sort_keys(self) -> tuple[str, str, str]:
        """Return the keys by given name, family name and company."""
        given, family, company = self.given_name, self.family_name, self.company
        called = self.display_name
        return (
            sort_key(given, family) if given else sort_key(None, called),
            sort_key(family, given) if family else sort_key(None, called),
            sort_key(company, family, given) if company else sort_key(None, called),
        )

    @property
    def name_keys(self) -> tuple[str, str, str, str]:
        """What filters compare its names, company and position by; empty where there is none."""
        names = self.given_name, self.family_name, self.company, self.position
        return text_key(names[0]), text_key(names[1]), text_key(names[2]), text_key(names[3])

    @property
    def position_key(self) -> str | None:
        """What its position is compared by."""
        return text_key(self.position) or None

    @property
    def holdings(self) -> int:
        """What it has at all, but for a photo (see ``holdings``)."""
        parts = {
            ContactPart.EMAIL: self.emails,
            ContactPart.PHONE: self.phones,
            ContactPart.ADDRESS: self.addresses,
            ContactPart.CITY: [each for each in self.addresses if each.city_key],
            ContactPart.POSTAL_CODE: [each for each in self.addresses if each.postal_key],
            ContactPart.COUNTRY: [each for each in self.addresses if each.country_code],
        }
        return bits_of(part for part, held in parts.items() if held)

    def search_text(self) -> str:
        """Return the text that the contact is found by."""
        return search_text(
            (self.given_name, self.family_name, self.company, *searched_texts(self.values)),
            (email.normalized for email in self.emails),
            (digits for phone in self.phones for digits in phone.search_forms),
        )


def with_values(
    before: Sequence[FieldValue], news: Mapping[int, FieldValue | None]
) -> tuple[FieldValue, ...]:
    """Return values by field after some were set, or cleared where None."""
    after = {each.field_id: each for each in before} | dict(news)
    return tuple(each for _, each in sorted(after.items()) if each is not None)


def main_of(values: Sequence[V]) -> V | None:
    """Return the first of the main kind, else the first."""
    for value in values:
        if value.kind == "main":
            return value
    return values[0] if values else None
