"""A list as stretches of its index, walked one after the other.

Ascending order is one stretch: what is empty has the greatest keys. Descending order of a text is
two, so that what is empty still stands last: first the texts, then the empty.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from backend.contacts.sorting import EMPTY_KEY, ContactSort, Place, is_empty_key


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of an index and the direction to walk it. ``condition`` is empty for the whole."""

    column: str
    descending: bool
    condition: str = ""
    params: tuple[Any, ...] = ()

    @property
    def order(self) -> str:
        """The ORDER BY terms."""
        direction = "DESC" if self.descending else "ASC"
        return f"contact.{self.column} {direction}, contact.id {direction}"

    def beyond(self, place: Place) -> Stretch:
        """Return what comes after a place in the direction of the walk."""
        return self._limited("<" if self.descending else ">", place)

    def until(self, place: Place) -> Stretch:
        """Return what comes before a place in the direction of the walk."""
        return self._limited(">" if self.descending else "<", place)

    def up_to(self, place: Place) -> Stretch:
        """Return what comes before a place in the direction of the walk, and the place itself."""
        return self._limited(">=" if self.descending else "<=", place)

    def _limited(self, comparison: str, place: Place) -> Stretch:
        limit = f"(contact.{self.column}, contact.id) {comparison} (?, ?)"
        joined = f"{self.condition} AND {limit}" if self.condition else limit
        return replace(self, condition=joined, params=(*self.params, *place))


def stretches(
    sort: ContactSort,
    *,
    backward: bool = False,
    after: Place | None = None,
    before: Place | None = None,
) -> list[Stretch]:
    """Return the stretches of a list between two places of it, in the order of the walk.

    ``backward`` walks from the end of the list; ``after`` and ``before`` are in the list's order.
    """
    parts = _all(sort)
    if after is not None:
        first = _holding(parts, after)
        parts = [parts[first].beyond(after), *parts[first + 1 :]]
    if before is not None:
        # What ``after`` cut from the front no longer counts.
        last = _holding(_all(sort), before) - (len(_all(sort)) - len(parts))
        parts = [*parts[:last], parts[last].until(before)] if last >= 0 else []
    if backward:
        parts = [replace(part, descending=not part.descending) for part in reversed(parts)]
    return parts


def _all(sort: ContactSort) -> list[Stretch]:
    if not (sort.is_text and sort.descending):
        return [Stretch(sort.column, sort.descending)]
    return [
        Stretch(sort.column, True, f"contact.{sort.column} < ?", (EMPTY_KEY,)),
        Stretch(sort.column, True, f"contact.{sort.column} >= ?", (EMPTY_KEY,)),
    ]


def _holding(parts: list[Stretch], place: Place) -> int:
    return 1 if len(parts) == 2 and is_empty_key(place[0]) else 0


def order_of(sort: ContactSort, *, backward: bool = False) -> str:
    """Return the ORDER BY terms of a whole list, for rows that are not read from its index."""
    terms = [f"contact.{sort.column}", "contact.id"]
    direction = "DESC" if sort.descending is not backward else "ASC"
    ordered = [f"{term} {direction}" for term in terms]
    if sort.is_text and sort.descending:
        ordered.insert(
            0, f"(contact.{sort.column} >= '{EMPTY_KEY}') {'DESC' if backward else 'ASC'}"
        )
    return ", ".join(ordered)
