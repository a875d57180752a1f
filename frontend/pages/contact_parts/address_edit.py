"""A change of one postal address, made where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from frontend.pages.contact_parts.edits import Contact, items_of, list_words
from frontend.pages.contact_parts.words import field_label

FIELD = "addresses"
Address = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AddressEdit:
    """One address becomes another: `before` is None for a new one, `after` for one that goes."""

    before: Address | None
    after: Address | None
    field: str = FIELD

    def is_free(self, current: Contact) -> bool:
        return self.before is None or self._present(current) in (self.before, self.after)

    def input(self, current: Contact) -> list[dict[str, Any]]:
        items = items_of(current, FIELD)
        after = None if self.after is None else dict(self.after)
        if self._present(current) is None:
            # A new one, or mine that is kept though it was taken away meanwhile.
            made = after and {name: after[name] for name in after if name != "id"}
            return [*items, made] if made else items
        changed = [after if item["id"] == self._id else item for item in items]
        return [item for item in changed if item is not None]

    def rebased(self, current: Contact) -> AddressEdit:
        return replace(self, before=self._present(current) if self.before else None)

    def words(self) -> tuple[str, str]:
        return field_label(FIELD), list_words(FIELD, [self.after] if self.after else [])

    def theirs(self, current: Contact) -> str:
        present = self._present(current)
        return list_words(FIELD, [present] if present else [])

    @property
    def _id(self) -> str | None:
        return self.before["id"] if self.before else None

    def _present(self, current: Contact) -> dict[str, Any] | None:
        found = (item for item in items_of(current, FIELD) if item["id"] == self._id)
        return next(found, None)
