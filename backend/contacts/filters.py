"""Which contacts: one language for lists, bulk actions, live lists and whatever else selects.

``compiling`` says the same in SQL; a property test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from backend.contacts.errors import FilterTooComplex
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.limits import MAX_FILTER_DEPTH, MAX_FILTER_NODES, MAX_SEARCH_LENGTH
from backend.contacts.search_text import Alternatives, parse_search, text_matches
from backend.contacts.snapshots import Snapshot
from backend.core.errors import TooLong
from backend.custom_fields.kinds import CustomFieldKind


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


@dataclass(frozen=True, slots=True)
class LabelsAny:
    """Carries at least one of the labels."""

    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class LabelsAll:
    """Carries every one of the labels."""

    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class LabelsNone:
    """Carries none of the labels."""

    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class Subscription:
    """Has an e-mail address in one of the states."""

    statuses: frozenset[SubscriptionStatus]


@dataclass(frozen=True, slots=True)
class Deleted:
    """Is, or is not, in the trash."""

    deleted: bool


@dataclass(frozen=True, slots=True)
class Ids:
    """Is one of these."""

    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class CustomRange:
    """Has a value in a custom field, with a key from ``low`` to ``high``, both included; None is no
    bound. ``kind`` is what the field is taken for, and is held against it where it is not None.
    """

    field_id: int
    kind: CustomFieldKind | None = None
    low: str | None = None
    high: str | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it asks for one value."""
        return self.low is not None and self.low == self.high

    def holds(self, key: str | None) -> bool:
        """Whether a value with this key is meant; None is no value."""
        if key is None:
            return False
        return (self.low is None or key >= self.low) and (self.high is None or key <= self.high)


ContactFilter = (
    And
    | Or
    | Not
    | Search
    | LabelsAny
    | LabelsAll
    | LabelsNone
    | Subscription
    | Deleted
    | Ids
    | CustomRange
)

EVERYONE = And()


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
    return any(asks_for_labels(part) for part in _children(chosen))


def custom_ranges(chosen: ContactFilter) -> Iterator[CustomRange]:
    """Yield what a filter asks of custom fields, anywhere in it."""
    if isinstance(chosen, CustomRange):
        yield chosen
    for part in _children(chosen):
        yield from custom_ranges(part)


def check_filter(chosen: ContactFilter) -> None:
    """Refuse what would cost too much to compile or to run.

    Raises:
        FilterTooComplex: too many parts, or too deep.
        TooLong: a search of over 200 characters.
    """
    parts, level = 0, [chosen]
    for _ in range(MAX_FILTER_DEPTH):
        if not level:
            return
        parts += len(level)
        if parts > MAX_FILTER_NODES:
            break
        for part in level:
            if isinstance(part, Search) and len(part.query) > MAX_SEARCH_LENGTH:
                raise TooLong(("filter", "search"), maximum=MAX_SEARCH_LENGTH)
        level = [child for part in level for child in _children(part)]
    raise FilterTooComplex(("filter",), maximum=MAX_FILTER_NODES)


def _children(part: ContactFilter) -> tuple[ContactFilter, ...]:
    if isinstance(part, And | Or):
        return part.filters
    return (part.filter,) if isinstance(part, Not) else ()


def matches(chosen: ContactFilter, contact: Snapshot) -> bool:
    """Whether a contact as it was at some moment is chosen."""
    match chosen:
        case And(filters):
            return all(matches(part, contact) for part in filters)
        case Or(filters):
            return any(matches(part, contact) for part in filters)
        case Not(part):
            return not matches(part, contact)
        case Search():
            return text_matches(contact.text, chosen.asked)
        case LabelsAny() | LabelsAll() | LabelsNone():
            return _carries(chosen, contact.label_ids)
        case Subscription(statuses):
            return not statuses.isdisjoint(contact.statuses)
        case Deleted(deleted):
            return contact.deleted is deleted
        case Ids(ids):
            return contact.id in ids
        case CustomRange(field_id):
            return chosen.holds(contact.keys.get(field_id))


def _carries(chosen: LabelsAny | LabelsAll | LabelsNone, label_ids: frozenset[int]) -> bool:
    if isinstance(chosen, LabelsAll):
        return chosen.ids <= label_ids
    return chosen.ids.isdisjoint(label_ids) is isinstance(chosen, LabelsNone)
