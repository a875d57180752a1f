"""Saved filters, by their ids: ``segments`` keeps them and says here how they are read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping

from backend.contacts.filters import ContactFilter
from backend.core.permissions import Actor
from backend.core.registry import Registry

SavedReader = Callable[[Actor, Collection[int]], Awaitable[Mapping[int, ContactFilter]]]
"""Returns those of some saved filters that the actor may use; what is gone is left out."""

saved_filters: Registry[SavedReader] = Registry()

SUBJECT = "Segment"
"""The type of the facts about them."""


async def read_saved(actor: Actor, ids: Collection[int]) -> dict[int, ContactFilter]:
    """Return those of some saved filters that the actor may use."""
    found: dict[int, ContactFilter] = {}
    for reader in saved_filters.entries.values():
        found.update(await reader(actor, ids))
    return found
