"""Written conditions on custom fields → our own."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from backend.contacts.conditions import Path
from backend.contacts.filters import ContactFilter, CustomRange, CustomText, Not, RecentDays
from backend.contacts.kinds import TextTest
from backend.contacts.written import Plain, days, only_one, typed_text
from backend.core.errors import InvalidCharacters, Required
from backend.core.ids import decode_id
from backend.core.text import has_control_characters
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import (
    greatest_number_key,
    least_number_key,
    text_key,
    url_key,
)


def custom_condition(plain: Plain, path: Path) -> ContactFilter:
    """Return what a ``CustomFieldFilter`` asks.

    Raises:
        InvalidId, Required, TooLong, InvalidCharacters, DaysOutOfRange
    """
    key = decode_id(plain["fieldId"], "CustomField", (*path, "fieldId"))
    name, asked = only_one(plain["is"], (*path, "is"))
    within = (*path, "is", name)
    match name:
        case "has":
            held = CustomRange(key, path=path)
            return held if asked else Not(held)
        case "text":
            return _exactly(key, CustomFieldKind.TEXT, text_key(_checked(asked, within)), path)
        case "url":
            return _exactly(key, CustomFieldKind.URL, url_key(_checked(asked, within)), path)
        case "number":
            return _numbers(key, asked, path)
        case "date":
            return CustomRange(key, CustomFieldKind.DATE, asked.get("from"), asked.get("to"), path)
        case "contains":
            return CustomText(key, TextTest.CONTAINS, typed_text(asked, within), path)
        case "startsWith":
            return CustomText(key, TextTest.STARTS_WITH, typed_text(asked, within), path)
    return _recent(key, name, asked, path)


def _checked(value: str, path: Path) -> str:
    if has_control_characters(value, allowed="\n\r\t"):
        raise InvalidCharacters(path)
    if not value.strip():
        raise Required(path)
    return value


def _recent(key: int, name: str, asked: Any, path: Path) -> ContactFilter:
    within = (*path, "is", name)
    match name:
        case "inLastDays":
            return RecentDays(key, -days(asked, within), 0, path)
        case "notInLastDays":
            return RecentDays(key, None, -days(asked, within) - 1, path)
        case "inNextDays":
            return RecentDays(key, 0, days(asked, within), path)
    raise Required(within)


def _numbers(key: int, asked: Plain, path: Path) -> ContactFilter:
    least, greatest = asked.get("from"), asked.get("to")
    return CustomRange(
        key,
        CustomFieldKind.NUMBER,
        None if least is None else least_number_key(Decimal(least)),
        None if greatest is None else greatest_number_key(Decimal(greatest)),
        path,
    )


def _exactly(key: int, kind: CustomFieldKind, value: str, path: Path) -> ContactFilter:
    return CustomRange(key, kind, value, value, path)
