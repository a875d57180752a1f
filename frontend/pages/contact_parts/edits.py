"""Edits of a contact that know what they started from, so that two people never overwrite each
other unawares.

An edit may be saved over a newer version of the contact as long as what it started from still
stands there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from frontend.locale import territory_name
from frontend.pages.contact_parts.words import email_kinds, field_label, phone_kinds, statuses

Contact = Mapping[str, Any]

ITEM_FIELDS = {
    "emails": ("id", "address", "kind", "status"),
    "phones": ("id", "number", "kind"),
    "addresses": (
        "id",
        "kind",
        "street",
        "extended",
        "city",
        "region",
        "postalCode",
        "countryCode",
    ),
}
"""What an item of each list holds, as the API takes it back."""


class Edit(Protocol):
    """A change of one field."""

    @property
    def field(self) -> str:
        """The field's name in `UpdateContactInput`."""

    def is_free(self, current: Contact) -> bool:
        """Tell whether the contact still holds what the edit started from."""

    def input(self, current: Contact) -> Any:
        """Return the field's value for the API, the rest of a list as it is now."""

    def rebased(self, current: Contact) -> Edit:
        """Return the edit as if it had started from the present contact."""

    def words(self) -> tuple[str, str]:
        """Return the field's label and what the user wants it to be."""

    def theirs(self, current: Contact) -> str:
        """Return what it is now."""


@dataclass(frozen=True, slots=True)
class TextEdit:
    """A change of a plain field: a name, the company, the position."""

    field: str
    before: str
    after: str

    def is_free(self, current: Contact) -> bool:
        return (current[self.field] or "") in (self.before, self.after)

    def input(self, current: Contact) -> str | None:
        return self.after or None

    def rebased(self, current: Contact) -> TextEdit:
        return replace(self, before=current[self.field] or "")

    def words(self) -> tuple[str, str]:
        return field_label(self.field), self.after

    def theirs(self, current: Contact) -> str:
        return str(current[self.field] or "")


@dataclass(frozen=True, slots=True)
class ItemEdit:
    """A change of one text in a list: an e-mail's address, a phone's number. Emptied, the item goes
    away.

    `item_id` is None for a new item.
    """

    field: str
    item_id: str | None
    name: str
    before: str
    after: str
    new_item: tuple[tuple[str, str], ...] = ()

    def is_free(self, current: Contact) -> bool:
        return self.item_id is None or self._present(current) in (self.before, self.after)

    def input(self, current: Contact) -> list[dict[str, Any]]:
        items = items_of(current, self.field)
        if self.item_id is None or self._present(current) is None:
            added = {**dict(self.new_item), self.name: self.after}
            return [*items, added] if self.after else items
        changed = [
            {**item, self.name: self.after} if item["id"] == self.item_id else item
            for item in items
        ]
        return [item for item in changed if item[self.name]]

    def rebased(self, current: Contact) -> ItemEdit:
        return replace(self, before=self._present(current) or "")

    def words(self) -> tuple[str, str]:
        return field_label(self.field), self._said(self.after)

    def theirs(self, current: Contact) -> str:
        return self._said(self._present(current) or "")

    def _said(self, value: str) -> str:
        """Write a value in words where it is one of a few."""
        if self.name == "status":
            return statuses().get(value, value)
        if self.name == "kind":
            kinds = email_kinds() if self.field == "emails" else phone_kinds()
            return kinds.get(value, value)
        return value

    def _present(self, current: Contact) -> str | None:
        found = (item for item in current[self.field] if item["id"] == self.item_id)
        return next((str(item[self.name]) for item in found), None)


@dataclass(frozen=True, slots=True)
class ListEdit:
    """A change of a whole list, made in the form. Items are dicts as the API takes them."""

    field: str
    before: tuple[dict[str, Any], ...]
    after: tuple[dict[str, Any], ...]

    def is_free(self, current: Contact) -> bool:
        return tuple(items_of(current, self.field)) == self.before

    def input(self, current: Contact) -> list[dict[str, Any]]:
        known = {item["id"] for item in items_of(current, self.field)}
        return [_without_lost_id(item, known) for item in self.after]

    def rebased(self, current: Contact) -> ListEdit:
        return replace(self, before=tuple(items_of(current, self.field)))

    def words(self) -> tuple[str, str]:
        return field_label(self.field), list_words(self.field, self.after)

    def theirs(self, current: Contact) -> str:
        return list_words(self.field, items_of(current, self.field))


@dataclass(frozen=True, slots=True)
class LabelsEdit:
    """A change of the labels, made in the form: some to add, some to remove. Two such never
    conflict.
    """

    add: frozenset[str]
    remove: frozenset[str]
    field: str = "labelIds"

    def is_free(self, current: Contact) -> bool:
        return True

    def input(self, current: Contact) -> list[str]:
        present = {label["id"] for label in current["labels"]}
        return sorted((present | self.add) - self.remove)

    def rebased(self, current: Contact) -> LabelsEdit:
        return self

    def words(self) -> tuple[str, str]:
        return field_label("labels"), ""

    def theirs(self, current: Contact) -> str:
        return ", ".join(label["name"] for label in current["labels"])


def items_of(contact: Contact, field: str) -> list[dict[str, Any]]:
    """Return a list of a contact as the API takes it back."""
    names = ITEM_FIELDS[field]
    return [{name: item[name] for name in names} for item in contact[field]]


def list_words(field: str, items: Sequence[Mapping[str, Any]]) -> str:
    """Write a list in one line."""
    if field == "emails":
        return ", ".join(item["address"] for item in items)
    if field == "phones":
        return ", ".join(item["number"] for item in items)
    return "; ".join(_address_words(item) for item in items)


def _address_words(item: Mapping[str, Any]) -> str:
    parts = [item.get(name) for name in ("street", "extended", "postalCode", "city", "region")]
    country = item.get("countryCode")
    return ", ".join(
        [part for part in parts if part] + ([territory_name(country)] if country else [])
    )


def _without_lost_id(item: dict[str, Any], known: set[str]) -> dict[str, Any]:
    """Leave out the id of an item that is gone meanwhile: keeping mine makes it anew."""
    if item.get("id") in known:
        return item
    return {name: value for name, value in item.items() if name != "id"}
