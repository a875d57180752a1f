"""Filters as clients write them, in JSON of the shape of the schema's ``ContactFilter``, → our own.

The same JSON is what a saved filter is kept as: it is understood anew each time it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from backend.accounts.errors import CountryUnknown
from backend.contacts.conditions import Path
from backend.contacts.custom_input import custom_condition
from backend.contacts.errors import FilterTooComplex
from backend.contacts.filters import (
    And,
    ChangedBy,
    ContactFilter,
    Countries,
    DaySpan,
    Deleted,
    Delivery,
    Holds,
    Ids,
    LabelsAll,
    LabelsAny,
    LabelsNone,
    Not,
    Or,
    RecentDays,
    Saved,
    Search,
    Subscription,
)
from backend.contacts.kinds import (
    ContactPart,
    Deliverability,
    SubscriptionStatus,
    TextField,
    TimeField,
)
from backend.contacts.limits import MAX_FILTER_DEPTH, MAX_SELECTED_IDS
from backend.contacts.postal import countries
from backend.contacts.text_input import text_condition
from backend.contacts.written import Plain, days, only_one
from backend.core.errors import Required, TooMany
from backend.core.ids import decode_id

_MAX_CODES = 300


def parse_filter(plain: Plain, path: Sequence[str] = ("filter",)) -> ContactFilter:
    """Return the filter that was written; a refusal names the way to what is wrong.

    Raises:
        FilterTooComplex: nested deeper than any list needs.
        Required: a condition that asks for nothing.
        InvalidId, TooMany, TooLong, InvalidCharacters, CountryUnknown, PhoneInvalid, DaysOutOfRange
    """
    return _parse(plain, tuple(path), 0)


def _parse(plain: Plain, path: Path, depth: int) -> ContactFilter:
    if depth >= MAX_FILTER_DEPTH:
        raise FilterTooComplex(path, maximum=MAX_FILTER_DEPTH)
    name, value = only_one(plain, path)
    path = (*path, name)
    match name:
        case "and":
            return And(_all(value, path, depth))
        case "or":
            return Or(_all(value, path, depth))
        case "not":
            return Not(_parse(value, path, depth + 1))
    if name in _TEXTS:
        return text_condition(_TEXTS[name], *only_one(value, path), path)
    if name in _TIMES:
        return _time(_TIMES[name], value, path)
    if name not in _CONDITIONS:
        raise Required(path)
    return _CONDITIONS[name](value, path)


def _all(parts: Sequence[Plain], path: Path, depth: int) -> tuple[ContactFilter, ...]:
    return tuple(_parse(part, (*path, str(place)), depth + 1) for place, part in enumerate(parts))


def _time(time: TimeField, value: Plain, path: Path) -> ContactFilter:
    name, asked = only_one(value, path)
    path = (*path, name)
    match name:
        case "between":
            return DaySpan(time, asked.get("from"), asked.get("to"))
        case "inLastDays":
            return RecentDays(time, -days(asked, path), 0)
        case "notInLastDays":
            return RecentDays(time, None, -days(asked, path) - 1)
    raise Required(path)


def _labels(value: Plain, path: Path) -> ContactFilter:
    name, ids = only_one(value, path)
    path = (*path, name)
    keys = frozenset(keys_of(ids, "Label", path))
    match name:
        case "anyOf":
            return LabelsAny(keys, path)
        case "allOf":
            return LabelsAll(keys, path)
        case "noneOf":
            return LabelsNone(keys, path)
    raise Required(path)


def _country(value: Plain, path: Path) -> ContactFilter:
    name, asked = only_one(value, path)
    path = (*path, name)
    if name == "isEmpty":
        return Holds(ContactPart.COUNTRY, held=not asked)
    if len(asked) > _MAX_CODES:
        raise TooMany(path, maximum=_MAX_CODES)
    codes = [code.strip().upper() for code in asked]
    for place, code in enumerate(codes):
        if code not in countries():
            raise CountryUnknown((*path, str(place)))
    chosen = Countries(frozenset(codes))
    return Not(chosen) if name == "noneOf" else chosen


def _deliverability(value: Sequence[str], _: Path) -> ContactFilter:
    states = tuple(Delivery(Deliverability[name]) for name in dict.fromkeys(value))
    return states[0] if len(states) == 1 else Or(states)


_TEXTS = {
    "givenName": TextField.GIVEN_NAME,
    "familyName": TextField.FAMILY_NAME,
    "company": TextField.COMPANY,
    "position": TextField.POSITION,
    "email": TextField.EMAIL,
    "phone": TextField.PHONE,
    "city": TextField.CITY,
    "postalCode": TextField.POSTAL_CODE,
}
_TIMES = {"created": TimeField.CREATED, "lastActivity": TimeField.LAST_ACTIVITY}
_CONDITIONS: dict[str, Callable[[Any, Path], ContactFilter]] = {
    "search": lambda value, _: Search(value),
    "labels": _labels,
    "subscription": lambda value, _: Subscription(
        frozenset(SubscriptionStatus[name] for name in value)
    ),
    "deliverability": _deliverability,
    "deleted": lambda value, _: Deleted(value),
    "ids": lambda value, path: Ids(frozenset(keys_of(value, "Contact", path))),
    "country": _country,
    "has": lambda value, _: Holds(ContactPart[value]),
    "lacks": lambda value, _: Holds(ContactPart[value], held=False),
    "custom": custom_condition,
    "segment": lambda value, path: Saved(decode_id(value, "Segment", path), path),
    "job": lambda value, path: ChangedBy(decode_id(value, "Job", path), path),
}


def keys_of(ids: Sequence[str], type_name: str, path: Path) -> tuple[int, ...]:
    """Return the primary keys of global ids, in their order.

    Raises:
        InvalidId: one of them is not ours, at its path.
        TooMany: more than ten thousand.
    """
    if len(ids) > MAX_SELECTED_IDS:
        raise TooMany(path, maximum=MAX_SELECTED_IDS)
    return tuple(decode_id(each, type_name, (*path, str(place))) for place, each in enumerate(ids))
