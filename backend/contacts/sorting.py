"""In which order a list of contacts stands, and the keys that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from backend.core.folding import fold

T = TypeVar("T")
Place = tuple[str | int, int]
"""Where a row stands: its key, then its id."""

EMPTY_KEY = "\U0010ffff"
"""Begins the key of what has nothing to sort by: above every text, so it stands last."""

KEY_LENGTH = 160
"""Two keys that agree this far sort by age: an index row has its limits."""


class ContactSortField(StrEnum):
    """What a list can be sorted by."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    COMPANY = "company"
    LAST_ACTIVITY = "last_activity"
    CREATED = "created"


class SortDirection(StrEnum):
    """Ascending or descending."""

    ASC = "asc"
    DESC = "desc"


_COLUMNS = {
    ContactSortField.GIVEN_NAME: "given_key",
    ContactSortField.FAMILY_NAME: "family_key",
    ContactSortField.COMPANY: "company_key",
    ContactSortField.LAST_ACTIVITY: "last_activity_at",
    ContactSortField.CREATED: "created_at",
}


@dataclass(frozen=True, slots=True)
class ContactSort:
    """An order. What is empty stands last in both directions."""

    field: ContactSortField = ContactSortField.GIVEN_NAME
    direction: SortDirection = SortDirection.ASC
    custom_field: int | None = None
    """Sorts by the values of this field instead; contacts without one stand by given name."""

    @property
    def column(self) -> str:
        """The column of ``contact`` that holds the keys; of a custom field, those of the rest."""
        return "given_key" if self.custom_field is not None else _COLUMNS[self.field]

    @property
    def key(self) -> str:
        """The expression of a row's key, over ``contact`` and what ``join`` adds to it."""
        if self.custom_field is None:
            return f"contact.{self.column}"
        return f"COALESCE(sorted.key, '{EMPTY_KEY}' || contact.given_key)"

    @property
    def join(self) -> str:
        """What the key needs beside ``contact``."""
        if self.custom_field is None:
            return ""
        return (
            f" LEFT JOIN contact_value AS sorted ON sorted.field_id = {int(self.custom_field)} "
            "AND sorted.contact_id = contact.id"
        )

    @property
    def descending(self) -> bool:
        """Whether the greatest key comes first."""
        return self.direction is SortDirection.DESC

    @property
    def is_text(self) -> bool:
        """Whether keys are text, and may be empty."""
        if self.custom_field is not None:
            return True
        return self.field not in (ContactSortField.LAST_ACTIVITY, ContactSortField.CREATED)

    @property
    def key_types(self) -> tuple[type, type]:
        """The types of a row's place: its key, then its id."""
        return (str if self.is_text else int), int


def sort_key(first: str | None, *then: str | None) -> str:
    """Return the key of a row by one text, then by others; see :data:`EMPTY_KEY`.

    The separator is below every letter: all of one family name stand together, by given name.
    """
    head = fold(first or "")
    parts = [part for part in (fold(text or "") for text in then) if part]
    return "\x01".join((head or EMPTY_KEY, *parts))[:KEY_LENGTH]


def is_empty_key(value: str | int) -> bool:
    """Whether a key is that of a row with nothing to sort by."""
    return isinstance(value, str) and value >= EMPTY_KEY


def in_order(sort: ContactSort, rows: Iterable[T], place: Callable[[T], Place]) -> list[T]:
    """Return rows in the order of the list, as the database would.

    Source: code points compare like the bytes of their UTF-8.
    """
    by_key = sorted(rows, key=place, reverse=sort.descending)
    if not sort.descending:
        return by_key
    return sorted(by_key, key=lambda row: is_empty_key(place(row)[0]))
