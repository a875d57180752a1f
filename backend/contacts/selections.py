"""Which contacts an act on many is on: some that were ticked, or the whole result of a filter."""

from __future__ import annotations

from dataclasses import dataclass

from backend.contacts.filters import ContactFilter


@dataclass(frozen=True, slots=True)
class SelectedIds:
    """Contacts by their ids."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SelectedFilter:
    """All that a list with this filter shows."""

    filter: ContactFilter


Selection = SelectedIds | SelectedFilter
