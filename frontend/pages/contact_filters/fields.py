"""The fields that can be filtered by, and what can be asked of each.

A custom field's key is its type and its global id, `date:Q3Vz…`, so that a filter can be read and
sent to the API without knowing the account's fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from frontend.pages.contact_filters.conditions import Condition

Kind = Literal[
    "text", "url", "number", "date", "moment", "labels", "country", "statuses", "health", "part",
    "segment", "job",
]  # fmt: skip
Shape = Literal["nothing", "text", "number", "numbers", "day", "days", "span", "choices", "choice"]
"""What is given beside an operator: nothing, one value, two of a type, some of what is offered."""

KINDS: Mapping[str, Kind] = {
    "given": "text",
    "family": "text",
    "company": "text",
    "position": "text",
    "photo": "part",
    "email": "text",
    "health": "health",
    "phone": "text",
    "city": "text",
    "postcode": "text",
    "country": "country",
    "address": "part",
    "label": "labels",
    "subscription": "statuses",
    "created": "moment",
    "activity": "moment",
    "task": "part",
    "segment": "segment",
    "job": "job",
    "search": "text",
}
CUSTOM_KINDS = ("text", "number", "date", "url")

_TEXT: Mapping[str, Shape] = {
    "contains": "text",
    "lacks": "text",
    "is": "text",
    "differs": "text",
    "begins": "text",
    "has": "nothing",
    "missing": "nothing",
}
_MOMENT: Mapping[str, Shape] = {
    "last": "span",
    "older": "span",
    "between": "days",
    "on": "day",
    "from": "day",
    "until": "day",
}
_CHOSEN: Mapping[str, Shape] = {"is": "choices", "differs": "choices"}
_HAD: Mapping[str, Shape] = {"has": "nothing", "missing": "nothing"}

OPERATORS: Mapping[Kind, Mapping[str, Shape]] = {
    "text": _TEXT,
    "url": _TEXT,
    "number": {
        "is": "number",
        "between": "numbers",
        "least": "number",
        "most": "number",
        **_HAD,
    },
    "date": {"last": "span", "next": "span", **_MOMENT, **_HAD},
    "moment": _MOMENT,
    "labels": {"any": "choices", "all": "choices", "none": "choices"},
    "country": {**_CHOSEN, **_HAD},
    "statuses": _CHOSEN,
    "health": _CHOSEN,
    "part": _HAD,
    "segment": {"is": "choice", "differs": "choice"},
    "job": {"is": "choice", "differs": "choice"},
}

STATUSES = ("SUBSCRIBED", "UNSUBSCRIBED", "NEVER_SUBSCRIBED")
HEALTH = ("BOUNCED", "INACTIVE")
LONGEST_SPAN = 36_500
LONGEST_TEXT = 200
MOST_CHOICES = 500

_SPAN = re.compile(r"([1-9]\d{0,4})d")
_ID = re.compile(r"[A-Za-z0-9+/=_-]{1,64}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class CustomKey:
    """A custom field as a condition names it."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


def custom_key(field: str) -> CustomKey | None:
    """Return the custom field that a condition's field names, None for the others."""
    kind, colon, field_id = field.partition(":")
    if not colon or kind not in CUSTOM_KINDS or not _ID.fullmatch(field_id):
        return None
    return CustomKey(kind, field_id)  # type: ignore[arg-type]


def kind_of(field: str) -> Kind | None:
    """Return the type of a field, None for one that there is not."""
    custom = custom_key(field)
    return custom.kind if custom else KINDS.get(field)


def operators_of(field: str) -> Mapping[str, Shape]:
    """Return what can be asked of a field; the first is what one asks most."""
    if field == "search":
        return {"contains": "text"}
    kind = kind_of(field)
    return OPERATORS[kind] if kind else {}


def is_possible(condition: Condition) -> bool:
    """Tell whether a field is asked what fits it."""
    shape = operators_of(condition.field).get(condition.operator)
    if shape is None:
        return False
    values = condition.values
    if shape in ("choices", "choice"):
        known = _CHOICES[kind_of(condition.field) or "text"]
        most = 1 if shape == "choice" else MOST_CHOICES
        return 1 <= len(set(values)) == len(values) <= most and all(map(known, values))
    count = {"nothing": 0, "numbers": 2, "days": 2}.get(shape, 1)
    return len(values) == count and all(map(_VALUES[shape], values))


def span_days(value: str) -> int:
    """Return the days of a span such as `30d`."""
    return int(value.removesuffix("d"))


def _is_text(value: str) -> bool:
    return bool(value.strip()) and len(value) <= LONGEST_TEXT


def _is_number(value: str) -> bool:
    return bool(_NUMBER.fullmatch(value))


def _is_day(value: str) -> bool:
    try:
        return bool(_DAY.fullmatch(value) and date.fromisoformat(value))
    except ValueError:
        return False


def _is_span(value: str) -> bool:
    found = _SPAN.fullmatch(value)
    return bool(found) and span_days(value) <= LONGEST_SPAN


def _is_id(value: str) -> bool:
    return bool(_ID.fullmatch(value))


_VALUES: Mapping[Shape, Callable[[str], bool]] = {
    "nothing": lambda _: False,
    "text": _is_text,
    "number": _is_number,
    "numbers": _is_number,
    "day": _is_day,
    "days": _is_day,
    "span": _is_span,
}
_CHOICES: Mapping[Kind, Callable[[str], bool]] = {
    "labels": _is_id,
    "segment": _is_id,
    "job": _is_id,
    "country": lambda value: bool(_COUNTRY.fullmatch(value)),
    "statuses": STATUSES.__contains__,
    "health": HEALTH.__contains__,
}
