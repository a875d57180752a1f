"""What a filter needs to know of a contact at one moment, small enough to go into the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The values of a contact that filters look at."""

    id: int
    text: str
    label_ids: frozenset[int]
    statuses: frozenset[str]
    deleted: bool = False
    keys: Mapping[int, str] = field(default_factory=dict)
    """The keys of its custom values, by field."""

    def stored(self) -> dict[str, Any]:
        """Return what goes into a fact; the contact's id is the fact's subject."""
        return {
            "text": self.text,
            "labels": sorted(self.label_ids),
            "statuses": sorted(self.statuses),
            "deleted": self.deleted,
            **({"keys": {str(key): each for key, each in self.keys.items()}} if self.keys else {}),
        }

    @staticmethod
    def restore(contact_id: int, stored: Mapping[str, Any]) -> Snapshot:
        """Return what :meth:`stored` wrote."""
        return Snapshot(
            contact_id,
            stored["text"],
            frozenset(stored["labels"]),
            frozenset(stored["statuses"]),
            stored["deleted"],
            {int(key): each for key, each in stored.get("keys", {}).items()},
        )
