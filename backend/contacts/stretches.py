"""A list as stretches of its indexes, walked one after the other.

Ascending order of a standard field is one stretch: what is empty has the greatest keys. Descending
order of a text is two, so that what is empty still stands last: first the texts, then the empty.
Order by a custom field is always two: the index of its values, then that of the given names of the
contacts that have none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from backend.contacts.sorting import EMPTY_KEY, ContactSort, Place, is_empty_key
from backend.contacts.sql import TRUE, Sql, join
from backend.core.database import Dialect


class Part(Enum):
    """Which rows of a list a stretch is of."""

    WHOLE = "whole"
    FILLED = "filled"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a list and the direction to walk it. ``limits`` are comparisons with places."""

    sort: ContactSort
    part: Part
    descending: bool
    limits: tuple[tuple[str, Place], ...] = ()
    rare_on: Dialect | None = None
    """Where nearly everybody has a value of the field, on which database: who has none is then
    found by all who have one, instead of asking one after the other."""

    @property
    def source(self) -> str:
        """The FROM clause of a walk along the stretch's index; ``contact`` is in it."""
        return "contact_value AS sorted CROSS JOIN contact" if self._by_values else "contact"

    @property
    def place(self) -> str:
        """The columns of a row's place on a walk."""
        key, row_id = self._terms
        if self._by_values or self.sort.custom_field is None:
            return f"{key}, {row_id}"
        return f"'{EMPTY_KEY}' || {key}, {row_id}"

    @property
    def order(self) -> str:
        """The ORDER BY terms of a walk."""
        direction = "DESC" if self.descending else "ASC"
        key, row_id = self._terms
        return f"{key} {direction}, {row_id} {direction}"

    @property
    def walked(self) -> Sql:
        """What a walk asks of its index."""
        key, row_id = self._terms
        parts = [self._kind_walked()]
        of_names = self.part is Part.EMPTY and self.sort.custom_field is not None
        for comparison, (value, contact_id) in self.limits:
            own = str(value).removeprefix(EMPTY_KEY) if of_names else value
            parts.append(Sql(f"({key}, {row_id}) {comparison} (?, ?)", (own, contact_id)))
        return join([part for part in parts if part.text != TRUE], " AND ", TRUE)

    @property
    def asked(self) -> Sql:
        """The same, asked of a row of ``contact`` with ``sort.join``."""
        key = self.sort.key
        kind = {Part.FILLED: f"{key} < ?", Part.EMPTY: f"{key} >= ?"}.get(self.part)
        parts = [Sql(kind, (EMPTY_KEY,))] if kind else []
        parts += [Sql(f"({key}, contact.id) {c} (?, ?)", place) for c, place in self.limits]
        return join(parts, " AND ", TRUE)

    def beyond(self, place: Place) -> Stretch:
        """Return what comes after a place in the direction of the walk."""
        return self._limited("<" if self.descending else ">", place)

    def until(self, place: Place) -> Stretch:
        """Return what comes before a place in the direction of the walk."""
        return self._limited(">" if self.descending else "<", place)

    def up_to(self, place: Place) -> Stretch:
        """Return what comes before a place in the direction of the walk, and the place itself."""
        return self._limited(">=" if self.descending else "<=", place)

    @property
    def _by_values(self) -> bool:
        return self.sort.custom_field is not None and self.part is Part.FILLED

    @property
    def _terms(self) -> tuple[str, str]:
        if self._by_values:
            return "sorted.key", "sorted.contact_id"
        return f"contact.{self.sort.column}", "contact.id"

    def _kind_walked(self) -> Sql:
        custom, column = self.sort.custom_field, f"contact.{self.sort.column}"
        if self.part is Part.WHOLE:
            return Sql(TRUE)
        if custom is None:
            return Sql(f"{column} {'<' if self.part is Part.FILLED else '>='} ?", (EMPTY_KEY,))
        if self.part is Part.FILLED:
            return Sql(f"sorted.field_id = {int(custom)} AND contact.id = sorted.contact_id")
        own = f"field_id = {int(custom)}"
        match self.rare_on:
            case "sqlite":
                return Sql(f"contact.id NOT IN (SELECT contact_id FROM contact_value WHERE {own})")  # noqa: S608
            case "postgres":
                held = f"held.contact_id = contact.id AND held.{own}"
                return Sql(f"NOT EXISTS (SELECT 1 FROM contact_value AS held WHERE {held})")  # noqa: S608
        # Asked of each row on the way: of NOT EXISTS PostgreSQL makes a join over all of them.
        held = f"held.contact_id = contact.id AND held.{own}"
        return Sql(f"(SELECT held.key FROM contact_value AS held WHERE {held}) IS NULL")  # noqa: S608

    def _limited(self, comparison: str, place: Place) -> Stretch:
        return replace(self, limits=(*self.limits, (comparison, place)))


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
    if sort.custom_field is None and not (sort.is_text and sort.descending):
        return [Stretch(sort, Part.WHOLE, sort.descending)]
    return [Stretch(sort, part, sort.descending) for part in (Part.FILLED, Part.EMPTY)]


def _holding(parts: list[Stretch], place: Place) -> int:
    return 1 if len(parts) == 2 and is_empty_key(place[0]) else 0


def order_of(sort: ContactSort, *, backward: bool = False) -> str:
    """Return the ORDER BY terms of a whole list, for rows that are not read from its index."""
    terms = [sort.key, "contact.id"]
    direction = "DESC" if sort.descending is not backward else "ASC"
    ordered = [f"{term} {direction}" for term in terms]
    if sort.is_text and sort.descending:
        ordered.insert(0, f"({sort.key} >= '{EMPTY_KEY}') {'DESC' if backward else 'ASC'}")
    return ", ".join(ordered)
