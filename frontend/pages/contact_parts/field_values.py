"""Values of custom fields: as the API keeps them, as one reads them, as one types them.

Kept values are texts: a text, a number such as -12.5, a day such as 2026-11-22, an address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from frontend.client import UserError
from frontend.locale import format_date
from frontend.locale.typed_numbers import read_number, show_number, write_number
from frontend.pages.contact_parts.fields import Field

FIELD = "customValues"
MEMBERS = {"TEXT": "text", "NUMBER": "number", "DATE": "date", "URL": "url"}
"""What holds the value in the API, by the field's type."""
SAFE = ("https://", "http://", "mailto:")


def kept_values(contact: Mapping[str, Any]) -> dict[str, str]:
    """Return a contact's values by field."""
    return {value["fieldId"]: kept_value(value) for value in contact.get(FIELD) or ()}


def kept_value(value: Mapping[str, Any]) -> str:
    """Return a value of the API as it is kept."""
    return next(str(value[member]) for member in MEMBERS.values() if member in value)


def kind_of(value: Mapping[str, Any]) -> str:
    """Return the type of a value of the API."""
    return next(kind for kind, member in MEMBERS.items() if member in value)


def shown_value(kind: str, kept: str) -> str:
    """Write a value to be read, as the language writes it."""
    if not kept:
        return ""
    if kind == "NUMBER":
        return show_number(Decimal(kept))
    if kind == "DATE":
        return format_date(kept)
    if kind == "URL":
        return kept.removeprefix("https://").removeprefix("http://").removeprefix("mailto:")
    return kept


def typed_value(kind: str, kept: str) -> str:
    """Write a value for its input."""
    return write_number(Decimal(kept)) if kind == "NUMBER" and kept else kept


def read_value(kind: str, typed: str) -> str | None:
    """Return what was typed as it will be kept, None when it cannot be understood.

    Only numbers are read here, in the language of who types; the API judges the rest.
    """
    text = typed.strip()
    if kind != "NUMBER" or not text:
        return text
    number = read_number(text)
    return None if number is None else format(number, "f")


def unreadable(field: Field, path: list[str]) -> UserError:
    """Return the refusal of a number that cannot be understood."""
    return {
        "code": "CUSTOM_NUMBER_INVALID",
        "path": path,
        "parameters": [{"name": "field", "value": field["name"]}],
    }


def link_of(kept: str) -> dict[str, Any] | None:
    """Return the attributes of a link to an address, None for one that no click may follow."""
    if not kept.lower().startswith(SAFE):
        return None
    return {"href": kept, "target": "_blank", "rel": "noopener noreferrer"}


def value_input(field: Field, kept: str) -> dict[str, Any]:
    """Return a CustomValueInput; an empty value clears."""
    content = {MEMBERS[field["kind"]]: kept} if kept else None
    return {"fieldId": field["id"], "value": content}


@dataclass(frozen=True, slots=True)
class ValueEdit:
    """A change of what a contact has in a custom field; kept values."""

    custom: Field
    before: str
    after: str
    field: str = FIELD

    def is_free(self, current: Mapping[str, Any]) -> bool:
        return self._present(current) in (self.before, self.after)

    def input(self, current: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [value_input(self.custom, self.after)]

    def rebased(self, current: Mapping[str, Any]) -> ValueEdit:
        return replace(self, before=self._present(current))

    def words(self) -> tuple[str, str]:
        return self.custom["name"], shown_value(self.custom["kind"], self.after)

    def theirs(self, current: Mapping[str, Any]) -> str:
        return shown_value(self.custom["kind"], self._present(current))

    def _present(self, current: Mapping[str, Any]) -> str:
        return kept_values(current).get(self.custom["id"], "")
