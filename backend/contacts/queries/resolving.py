"""What a list asks for, held against what the account has and said for this moment: the entry of
every read of it.

Days become instants of the account's time zone, phone numbers the digits that are kept, saved
filters what they choose.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from backend.contacts.errors import FilterTooComplex
from backend.contacts.filters import (
    EVERYONE,
    NOBODY,
    And,
    ChangedBy,
    ContactFilter,
    CustomContains,
    CustomRange,
    CustomText,
    DaySpan,
    LabelsAll,
    LabelsAny,
    LabelsNone,
    Not,
    Or,
    Phone,
    RecentDays,
    Saved,
    TimeRange,
    check_filter,
    parts_of,
)
from backend.contacts.kinds import TextTest, TimeField
from backend.contacts.limits import MAX_RESOLVED_NODES
from backend.contacts.phone_needles import phone_condition
from backend.contacts.queries.knowledge import Knowledge, knowledge_for
from backend.contacts.sorting import ContactSort
from backend.contacts.times import end_of, start_of
from backend.core.errors import NotFound
from backend.core.permissions import Actor
from backend.custom_fields.errors import ValueOfOtherKind
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import beginning_range, text_key, url_key


async def resolve_list(
    actor: Actor, chosen: ContactFilter, sort: ContactSort | None = None
) -> ContactFilter:
    """Return a filter in words that need nothing but contacts.

    What a saved filter names and is not there any more chooses nobody.

    Raises:
        NotFound: a custom field, a saved filter or a job that the account has not.
        ValueOfOtherKind: a condition for another type of field.
        FilterTooComplex: with what it names, it costs too much.
        TooLong: see ``filters.check_filter``.
        Forbidden
    """
    sorted_by = sort.custom_field if sort else None
    if chosen is EVERYONE and sorted_by is None:
        return chosen
    check_filter(chosen)
    wanted = set() if sorted_by is None else {sorted_by}
    known = await knowledge_for(actor, chosen, wanted)
    if sorted_by is not None and sorted_by not in known.fields:
        raise NotFound(("sort", "customFieldId"))
    resolved = Resolver(known).resolve(chosen)
    if known.saved and parts_of(resolved) > MAX_RESOLVED_NODES:
        raise FilterTooComplex(("filter",), maximum=MAX_RESOLVED_NODES)
    return resolved


@dataclass(slots=True)
class _Budget:
    """What resolving a filter may still cost.

    A few saved filters that name one another many times over stand for billions of parts: whoever
    counted them at the end would never get there. Each part is met once, and once more for the
    saved filter's name that it stands in for.
    """

    left: int = 2 * MAX_RESOLVED_NODES

    def spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise FilterTooComplex(("filter",), maximum=MAX_RESOLVED_NODES)


@dataclass(frozen=True, slots=True)
class Resolver:
    """Says filters in other words.

    ``lenient``: what is missing chooses nobody, instead of being refused. Under a ``not``
    (``negative``) that is said by its contrary: nobody must come in because something is gone.
    ``within`` are the saved filters that this is part of.
    """

    known: Knowledge
    lenient: bool = False
    negative: bool = False
    within: frozenset[int] = frozenset()
    budget: _Budget = field(default_factory=_Budget)

    def resolve(self, part: ContactFilter) -> ContactFilter:
        """Return a part of a filter in words that need nothing but contacts.

        Raises:
            NotFound, ValueOfOtherKind, FilterTooComplex
        """
        self.budget.spend()
        match part:
            case And(filters):
                return And(tuple(map(self.resolve, filters)))
            case Or(filters):
                return Or(tuple(map(self.resolve, filters)))
            case Not(inner):
                return Not(replace(self, negative=not self.negative).resolve(inner))
            case Saved() | ChangedBy():
                return self._saved(part) if isinstance(part, Saved) else self._act(part)
            case LabelsAny() | LabelsAll() | LabelsNone() if self.lenient:
                return self._labels(part)
            case Phone():
                return phone_condition(part, self.known.country)
            case DaySpan(time, first, last):
                return self._time(time, _day(first), _day(last))
            case RecentDays(of, first, last) if isinstance(of, TimeField):
                return self._time(of, self._from_today(first), self._from_today(last))
            case RecentDays() | CustomRange() | CustomText():
                return self._custom(part)
        return part

    @property
    def _missing(self) -> ContactFilter:
        return EVERYONE if self.negative else NOBODY

    def _saved(self, part: Saved) -> ContactFilter:
        found = self.known.saved.get(part.id)
        if found is not None and part.id not in self.within:
            inside = replace(self, lenient=True, within=self.within | {part.id})
            return inside.resolve(found)
        if self.lenient:
            return self._missing
        raise NotFound(part.path)

    def _act(self, part: ChangedBy) -> ContactFilter:
        if part.act_id in self.known.acts:
            return part
        if self.lenient:
            return self._missing
        raise NotFound(part.path)

    def _labels(self, part: LabelsAny | LabelsAll | LabelsNone) -> ContactFilter:
        # Who carries a label that is gone is nobody; but without it, nobody may be let in.
        lets_in = isinstance(part, LabelsNone) is not self.negative
        return self._missing if lets_in and part.ids - self.known.labels else part

    def _time(self, time: TimeField, first: date | None, last: date | None) -> TimeRange:
        zone = self.known.zone
        return TimeRange(
            time,
            None if first is None else start_of(first, zone),
            None if last is None else end_of(last, zone),
        )

    def _from_today(self, days: int | None) -> date | None:
        return None if days is None else self.known.today + timedelta(days=days)

    def _custom(self, part: RecentDays | CustomRange | CustomText) -> ContactFilter:
        key = part.of if isinstance(part, RecentDays) else part.field_id
        assert isinstance(key, int)  # noqa: S101
        field = self.known.fields.get(key)
        if field is None:
            if self.lenient:
                return self._missing
            raise NotFound((*part.path, "fieldId"))
        kind = CustomFieldKind(field.kind)
        match part:
            case RecentDays(_, first, last) if kind is CustomFieldKind.DATE:
                return CustomRange(
                    key, kind, _iso(self._from_today(first)), _iso(self._from_today(last))
                )
            case CustomRange() if part.kind in (None, kind):
                return part
            case CustomText(_, test, typed) if kind in (CustomFieldKind.TEXT, CustomFieldKind.URL):
                return _custom_text(key, kind, test, typed)
        raise ValueOfOtherKind((*part.path, "is"), field=field.name, kind=field.kind)


def _custom_text(key: int, kind: CustomFieldKind, test: TextTest, typed: str) -> ContactFilter:
    asked = url_key(typed) if kind is CustomFieldKind.URL else text_key(typed)
    if test is TextTest.CONTAINS:
        return CustomContains(key, asked)
    low, high = beginning_range(asked)
    return CustomRange(key, kind, low, high)


def _day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
