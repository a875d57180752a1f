"""The API's ContactFilter, as a saved filter holds it → a filter of the bar.

What the interface has no words for stays as it is (`Opaque`): nothing is lost, nothing shown as
something else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson

from frontend.pages.contact_filters.argument import LABELS, MOMENTS, PARTS, TEXTS, argument_of
from frontend.pages.contact_filters.conditions import (
    EVERYBODY,
    Condition,
    Group,
    Opaque,
    Part,
    tidied,
)
from frontend.pages.contact_filters.fields import CustomKey, is_possible

_CONTRARY = {
    "contains": "lacks",
    "is": "differs",
    "has": "missing",
    "missing": "has",
    "differs": "is",
    "any": "none",
    "none": "any",
}
_FIELDS = {name: field for field, name in {**TEXTS, **MOMENTS}.items()}
_PARTS = {
    **{name: field for field, name in PARTS.items()},
    "EMAIL": "email",
    "PHONE": "phone",
    "COMPANY": "company",
    "GIVEN_NAME": "given",
    "FAMILY_NAME": "family",
    "POSITION": "position",
    "CITY": "city",
    "POSTAL_CODE": "postcode",
    "COUNTRY": "country",
}


def group_of(filter: Any) -> Group:
    """Return a whole filter as the bar shows it; None is everybody."""
    if filter is None:
        return EVERYBODY
    part = part_of(_without_nulls(filter))
    return tidied(part if isinstance(part, Group) else Group("all", (part,)))


def part_of(filter: Any) -> Part:
    """Return one part of a filter, whatever it is."""
    name, value = next(iter(filter.items())) if _is_single(filter) else ("", None)
    if name == "not":
        return _contrary(part_of(value))
    if name in ("and", "or") and isinstance(value, Sequence) and not isinstance(value, str):
        return Group("all" if name == "and" else "any", tuple(map(part_of, value)))
    found = _condition(name, value)
    # What is not said again in the same words would be shown as something else.
    if found is None or not is_possible(found) or not _says(found, filter):
        return Opaque(orjson.dumps(filter, option=orjson.OPT_SORT_KEYS).decode())
    return found


def _says(found: Condition, filter: Mapping[str, Any]) -> bool:
    name, _ = next(iter(filter.items()))
    if name in ("has", "lacks"):  # which a condition on the field itself says as well
        return True
    return argument_of(found) == filter


def _contrary(part: Part) -> Part:
    if isinstance(part, Condition) and part.operator in _CONTRARY:
        contrary = Condition(part.field, _CONTRARY[part.operator], part.values)
        if is_possible(contrary):
            return contrary
    if isinstance(part, Group) and part.match == "any":
        return Group("none", part.parts)
    return Group("none", (part,))


def _condition(name: str, value: Any) -> Condition | None:
    if name == "search" and isinstance(value, str):
        return Condition("search", "contains", (value,))
    if name in ("has", "lacks") and value in _PARTS:
        return Condition(_PARTS[value], "has" if name == "has" else "missing")
    if name in ("subscription", "deliverability") and _are_texts(value):
        field = "subscription" if name == "subscription" else "health"
        return Condition(field, "is", tuple(value))
    if name in ("segment", "job") and isinstance(value, str):
        return Condition(name, "is", (value,))
    reader = _READERS.get(name)
    if reader is not None and _is_single(value):
        return reader(name, *next(iter(value.items())))
    if name == "custom" and isinstance(value, Mapping) and _is_single(value.get("is")):
        return _custom(str(value.get("fieldId", "")), *next(iter(value["is"].items())))
    return None


def _text(name: str, said: str, value: Any) -> Condition | None:
    if said == "isEmpty" and isinstance(value, bool):
        return Condition(_FIELDS[name], "missing" if value else "has")
    operators = {"contains": "contains", "is": "is", "isNot": "differs", "startsWith": "begins"}
    if said not in operators or not isinstance(value, str):
        return None
    return Condition(_FIELDS[name], operators[said], (value,))


def _moment(name: str, said: str, value: Any) -> Condition | None:
    field = _FIELDS[name]
    if said in ("inLastDays", "notInLastDays") and isinstance(value, int):
        return Condition(field, "last" if said == "inLastDays" else "older", (f"{value}d",))
    return _range(field, value, ("from", "until", "on")) if said == "between" else None


def _labels(name: str, said: str, value: Any) -> Condition | None:
    operators = {api: operator for operator, api in LABELS.items()}
    if said not in operators or not _are_texts(value):
        return None
    return Condition("label", operators[said], tuple(value))


def _country(name: str, said: str, value: Any) -> Condition | None:
    if said == "isEmpty" and isinstance(value, bool):
        return Condition("country", "missing" if value else "has")
    if said not in ("anyOf", "noneOf") or not _are_texts(value):
        return None
    return Condition("country", "is" if said == "anyOf" else "differs", tuple(value))


def _custom(field_id: str, said: str, value: Any) -> Condition | None:
    if said in ("text", "url") and isinstance(value, str):
        return Condition(str(CustomKey(said, field_id)), "is", (value,))  # type: ignore[arg-type]
    if said == "number":
        return _range(str(CustomKey("number", field_id)), value, ("least", "most", "is"))
    if said == "date":
        return _range(str(CustomKey("date", field_id)), value, ("from", "until", "on"))
    spans = {"inLastDays": "last", "notInLastDays": "older", "inNextDays": "next"}
    if said in spans and isinstance(value, int):
        return Condition(str(CustomKey("date", field_id)), spans[said], (f"{value}d",))
    # Asked alike of several types; as a text it is sent back the same.
    field = str(CustomKey("text", field_id))
    if said == "has" and isinstance(value, bool):
        return Condition(field, "has" if value else "missing")
    if said in ("contains", "startsWith") and isinstance(value, str):
        return Condition(field, "contains" if said == "contains" else "begins", (value,))
    return None


def _range(field: str, value: Any, operators: tuple[str, str, str]) -> Condition | None:
    from_only, to_only, exactly = operators
    if not isinstance(value, Mapping):
        return None
    bounds = {name: str(bound) for name, bound in value.items() if bound is not None}
    if set(bounds) == {"from"}:
        return Condition(field, from_only, (bounds["from"],))
    if set(bounds) == {"to"}:
        return Condition(field, to_only, (bounds["to"],))
    if set(bounds) != {"from", "to"}:
        return None
    if bounds["from"] == bounds["to"]:
        return Condition(field, exactly, (bounds["from"],))
    return Condition(field, "between", (bounds["from"], bounds["to"]))


_READERS: Mapping[str, Callable[[str, str, Any], Condition | None]] = {
    **dict.fromkeys(TEXTS.values(), _text),
    **dict.fromkeys(MOMENTS.values(), _moment),
    "labels": _labels,
    "country": _country,
}


def _without_nulls(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _without_nulls(item) for name, item in value.items() if item is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list) else value


def _is_single(value: Any) -> bool:
    return isinstance(value, Mapping) and len(value) == 1


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
