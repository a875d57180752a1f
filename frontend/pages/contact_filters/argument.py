"""A filter of the bar → the API's ContactFilter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import orjson

from frontend.pages.contact_filters.conditions import Condition, Group, Opaque, Part
from frontend.pages.contact_filters.fields import Kind, custom_key, kind_of, span_days

Filter = dict[str, Any]

TEXTS = {
    "given": "givenName",
    "family": "familyName",
    "company": "company",
    "position": "position",
    "email": "email",
    "phone": "phone",
    "city": "city",
    "postcode": "postalCode",
}
"""The API's names of the fields that are asked as texts."""
MOMENTS = {"created": "created", "activity": "lastActivity"}
PARTS = {"photo": "PHOTO", "address": "ADDRESS", "task": "OPEN_TASK"}
LABELS = {"any": "anyOf", "all": "allOf", "none": "noneOf"}
NEGATED = {"lacks": "contains", "differs": "is"}
"""Operators that say the contrary of another."""


def argument_of(part: Part) -> Filter:
    """Return a part as the API takes it."""
    if isinstance(part, Condition):
        return _condition(part)
    if isinstance(part, Opaque):
        raw: Filter = orjson.loads(part.json)
        return raw
    parts = [argument_of(inner) for inner in part.parts]
    if part.match == "all":
        return parts[0] if len(parts) == 1 else {"and": parts}
    chosen = parts[0] if len(parts) == 1 else {"or": parts}
    return {"not": chosen} if part.match == "none" else chosen


def arguments_of(group: Group) -> list[Filter]:
    """Return what must all hold; nothing for everybody."""
    if group.match == "all":
        return [argument_of(part) for part in group.parts]
    return [argument_of(group)]


def _condition(asked: Condition) -> Filter:
    custom = custom_key(asked.field)
    if custom is not None:
        positive = NEGATED.get(asked.operator)
        said = _custom(custom.kind, positive or asked.operator, asked.values)
        answer: Filter = {"custom": {"fieldId": custom.id, "is": said}}
        return {"not": answer} if positive else answer
    kind = kind_of(asked.field)
    if asked.field == "search":
        return {"search": asked.values[0]}
    return _STANDARD[kind or "text"](asked)


def _text(asked: Condition) -> Filter:
    value = asked.values[0] if asked.values else ""
    if asked.operator == "lacks":
        return {"not": {TEXTS[asked.field]: {"contains": value}}}
    said: Mapping[str, Filter] = {
        "contains": {"contains": value},
        "is": {"is": value},
        "differs": {"isNot": value},
        "begins": {"startsWith": value},
        "has": {"isEmpty": False},
        "missing": {"isEmpty": True},
    }
    return {TEXTS[asked.field]: said[asked.operator]}


def _moment(asked: Condition) -> Filter:
    operator, values = asked.operator, asked.values
    if operator in ("last", "older"):
        name = "inLastDays" if operator == "last" else "notInLastDays"
        return {MOMENTS[asked.field]: {name: span_days(values[0])}}
    return {MOMENTS[asked.field]: {"between": day_range(operator, values)}}


def day_range(operator: str, values: tuple[str, ...]) -> Filter:
    """Return a range of days, or of numbers, both ends included."""
    if operator in ("from", "least"):
        return {"from": values[0]}
    if operator in ("until", "most"):
        return {"to": values[0]}
    return {"from": values[0], "to": values[-1]}


def _custom(kind: Kind, operator: str, values: tuple[str, ...]) -> Filter:
    if operator in ("has", "missing"):
        return {"has": operator == "has"}
    if kind == "number":
        return {"number": day_range(operator, values)}
    if kind == "date":
        spans = {"last": "inLastDays", "older": "notInLastDays", "next": "inNextDays"}
        if operator in spans:
            return {spans[operator]: span_days(values[0])}
        return {"date": day_range(operator, values)}
    return {{"contains": "contains", "begins": "startsWith", "is": kind}[operator]: values[0]}


def _labels(asked: Condition) -> Filter:
    return {"labels": {LABELS[asked.operator]: list(asked.values)}}


def _country(asked: Condition) -> Filter:
    if asked.operator in ("has", "missing"):
        return {"country": {"isEmpty": asked.operator == "missing"}}
    return {"country": {"anyOf" if asked.operator == "is" else "noneOf": list(asked.values)}}


def _statuses(asked: Condition) -> Filter:
    return _or_not(asked, {"subscription": list(asked.values)})


def _health(asked: Condition) -> Filter:
    return _or_not(asked, {"deliverability": list(asked.values)})


def _segment(asked: Condition) -> Filter:
    return _or_not(asked, {"segment": asked.values[0]})


def _job(asked: Condition) -> Filter:
    return _or_not(asked, {"job": asked.values[0]})


def _part(asked: Condition) -> Filter:
    return {"has" if asked.operator == "has" else "lacks": PARTS[asked.field]}


def _or_not(asked: Condition, answer: Filter) -> Filter:
    return answer if asked.operator == "is" else {"not": answer}


_STANDARD: Mapping[Kind, Callable[[Condition], Filter]] = {
    "text": _text,
    "moment": _moment,
    "labels": _labels,
    "country": _country,
    "statuses": _statuses,
    "health": _health,
    "segment": _segment,
    "job": _job,
    "part": _part,
}
