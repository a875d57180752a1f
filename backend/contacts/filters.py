"""Which contacts: one language for lists, bulk actions, live lists and whatever else selects.

``compiling`` says the same in SQL and ``matching`` in Python; a property test holds them equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from backend.contacts.conditions import (
    ChangedBy,
    Countries,
    CustomContains,
    CustomRange,
    CustomText,
    DaySpan,
    Deleted,
    Delivery,
    Holds,
    Ids,
    LabelsAll,
    LabelsAny,
    LabelsNone,
    Phone,
    RecentDays,
    Saved,
    Subscription,
    Text,
    TimeRange,
)
from backend.contacts.errors import FilterTooComplex
from backend.contacts.kinds import TimeField
from backend.contacts.limits import MAX_FILTER_DEPTH, MAX_FILTER_NODES, MAX_SEARCH_LENGTH
from backend.contacts.search_text import Alternatives, parse_search
from backend.core.errors import TooLong

__all__ = [
    "EVERYONE",
    "NOBODY",
    "And",
    "ChangedBy",
    "Condition",
    "ContactFilter",
    "Countries",
    "CustomContains",
    "CustomRange",
    "CustomText",
    "DaySpan",
    "Deleted",
    "Delivery",
    "Holds",
    "Ids",
    "LabelsAll",
    "LabelsAny",
    "LabelsNone",
    "Not",
    "Or",
    "Phone",
    "RecentDays",
    "Saved",
    "Search",
    "Subscription",
    "Text",
    "TimeRange",
    "Unresolved",
    "acts_of",
    "asks_for_labels",
    "check_filter",
    "children",
    "conjuncts",
    "custom_fields_of",
    "leaves",
    "moves_with_time",
    "names_saved",
    "parts_of",
    "scoped",
]


@dataclass(frozen=True, slots=True)
class And:
    """All of these; everything when there are none."""

    filters: tuple[ContactFilter, ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these; nothing when there are none."""

    filters: tuple[ContactFilter, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What the filter leaves out."""

    filter: ContactFilter


@dataclass(frozen=True, slots=True)
class Search:
    """Found by what was typed (see ``search_text``); everything when that is blank."""

    query: str

    @property
    def asked(self) -> tuple[Alternatives, ...]:
        """What the query asks for."""
        return _parse(self.query)


Condition = (
    Search
    | LabelsAny
    | LabelsAll
    | LabelsNone
    | Subscription
    | Deleted
    | Ids
    | ChangedBy
    | Text
    | Countries
    | Holds
    | Delivery
    | TimeRange
    | CustomRange
    | CustomContains
)
"""What can be asked of a contact without knowing more of its account."""

Unresolved = Phone | DaySpan | RecentDays | CustomText | Saved
"""What ``queries.resolving`` says in other words."""

ContactFilter = And | Or | Not | Condition | Unresolved

EVERYONE = And()
NOBODY = Or(())


@lru_cache(maxsize=512)
def _parse(query: str) -> tuple[Alternatives, ...]:
    return parse_search(query)


def conjuncts(chosen: ContactFilter) -> Iterator[ContactFilter]:
    """Yield what must all hold, nested ``And``s taken apart."""
    if isinstance(chosen, And):
        for part in chosen.filters:
            yield from conjuncts(part)
    else:
        yield chosen


def scoped(chosen: ContactFilter) -> ContactFilter:
    """Return the filter as a list means it: without the trash, unless it speaks of the trash at
    its top or in an ``And``."""
    if any(isinstance(part, Deleted) for part in conjuncts(chosen)):
        return chosen
    return And((Deleted(False), chosen))


def asks_for_labels(chosen: ContactFilter) -> bool:
    """Whether a filter looks at labels anywhere."""
    if isinstance(chosen, LabelsAny | LabelsAll | LabelsNone):
        return True
    return any(asks_for_labels(part) for part in children(chosen))


def acts_of(chosen: ContactFilter) -> set[int]:
    """Return the acts on many contacts that a filter names."""
    return {part.act_id for part in leaves(chosen) if isinstance(part, ChangedBy)}


def leaves(chosen: ContactFilter) -> Iterator[Condition | Unresolved]:
    """Yield the conditions of a filter, however deep."""
    if isinstance(chosen, And | Or | Not):
        for part in children(chosen):
            yield from leaves(part)
    else:
        yield chosen


def custom_fields_of(chosen: ContactFilter) -> set[int]:
    """Return the ids of the custom fields that a filter looks at."""
    found: set[int] = set()
    for part in leaves(chosen):
        match part:
            case CustomRange(field_id) | CustomContains(field_id) | CustomText(field_id):
                found.add(field_id)
            case RecentDays(int(field_id)) if not isinstance(part.of, TimeField):
                found.add(field_id)
    return found


def moves_with_time(chosen: ContactFilter) -> bool:
    """Whether contacts enter and leave a filter by the clock alone; a saved one may be such."""
    return any(isinstance(part, RecentDays | Saved) for part in leaves(chosen))


def names_saved(chosen: ContactFilter) -> bool:
    """Whether a filter names a saved one."""
    return any(isinstance(part, Saved) for part in leaves(chosen))


def parts_of(chosen: ContactFilter) -> int:
    """Return how many parts a filter has."""
    return 1 + sum(map(parts_of, children(chosen)))


def check_filter(chosen: ContactFilter) -> None:
    """Refuse what would cost too much to compile or to run.

    Raises:
        FilterTooComplex: too many parts, or too deep.
        TooLong: a search of over 200 characters.
    """
    parts, level = 0, [chosen]
    # A written condition may be two parts of ours: "is not" is a "not" around an "is".
    for _ in range(MAX_FILTER_DEPTH + 2):
        if not level:
            return
        parts += len(level)
        if parts > MAX_FILTER_NODES:
            break
        for part in level:
            if isinstance(part, Search) and len(part.query) > MAX_SEARCH_LENGTH:
                raise TooLong(("filter", "search"), maximum=MAX_SEARCH_LENGTH)
        level = [child for part in level for child in children(part)]
    raise FilterTooComplex(("filter",), maximum=MAX_FILTER_NODES)


def children(part: ContactFilter) -> tuple[ContactFilter, ...]:
    """Return what a part is made of."""
    if isinstance(part, And | Or):
        return part.filters
    return (part.filter,) if isinstance(part, Not) else ()
