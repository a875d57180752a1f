"""Scalars with the limits that the database and the clients need."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, NewType

import orjson
import strawberry
from strawberry.exceptions import StrawberryInputCoercionError
from strawberry.types.scalar import ScalarDefinition

from backend.core.money import MAX_MINOR

MAX_JSON_BYTES = 64 * 1024
MAX_JSON_DEPTH = 20
MAX_DECIMAL_LENGTH = 100
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)

BigInt = NewType("BigInt", int)
"""A whole number beyond 32 bits that every client of JSON still reads exactly."""

JSON = NewType("JSON", object)
"""Any JSON value, up to 64 KB and 20 levels deep."""


def _refuse(what: str) -> StrawberryInputCoercionError:
    return StrawberryInputCoercionError(what)


def parse_datetime(value: object) -> datetime:
    """Return the aware UTC datetime of an RFC 3339 text; the offset is mandatory."""
    if not isinstance(value, str) or len(value) > 40 or not value.isascii():
        raise _refuse("DateTime cannot represent this value: expected an RFC 3339 text.")
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        raise _refuse("DateTime cannot represent this value: expected an RFC 3339 text.") from None
    if instant.tzinfo is None:
        raise _refuse("DateTime needs an offset from UTC, such as Z or +01:00.")
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        raise _refuse("DateTime is outside of the years 1 to 9999.") from None


def serialize_datetime(value: Any) -> str:
    """Return an aware datetime as RFC 3339 in UTC."""
    text: str = value.astimezone(UTC).isoformat()
    return text


def parse_date(value: object) -> date:
    """Return the calendar day of a ``YYYY-MM-DD`` text."""
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise _refuse("Date cannot represent this value: expected YYYY-MM-DD.")


def parse_decimal(value: object) -> Decimal:
    """Return the exact number of a text, or of a JSON number, which is best sent as a text."""
    text = value.strip() if isinstance(value, str) else repr(value)
    if isinstance(value, bool) or len(text) > MAX_DECIMAL_LENGTH or not _DECIMAL.fullmatch(text):
        raise _refuse("Decimal cannot represent this value: expected a number such as -12.50.")
    return Decimal(text)


def serialize_decimal(value: Decimal) -> str:
    """Return a number without an exponent."""
    return format(value, "f")


def parse_big_int(value: object) -> int:
    """Return a whole number that a JSON number holds exactly."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= MAX_MINOR:
        return value
    raise _refuse("BigInt cannot represent this value: expected a whole number of 53 bits.")


def serialize_big_int(value: Any) -> int:
    """Return a whole number as it is, unless clients would read another one."""
    return parse_big_int(value)


def parse_json(value: object) -> object:
    """Return a JSON value that is neither too large nor too deep to keep."""
    if _is_deeper_than(value, MAX_JSON_DEPTH):
        raise _refuse(f"JSON is nested deeper than {MAX_JSON_DEPTH} levels.")
    try:
        written = orjson.dumps(value)
    except (orjson.JSONEncodeError, TypeError):
        raise _refuse("JSON cannot represent this value.") from None
    if orjson.loads(written) != value:  # infinity, which is written as null
        raise _refuse("JSON cannot represent this value.")
    if len(written) > MAX_JSON_BYTES:
        raise _refuse(f"JSON is larger than {MAX_JSON_BYTES} bytes.")
    return value


def _is_deeper_than(value: object, levels: int) -> bool:
    level = [value]
    for _ in range(levels + 1):
        following: list[object] = []
        for item in level:
            if isinstance(item, dict):
                following.extend(item.values())
            elif isinstance(item, list):
                following.extend(item)
        if not following:
            return False
        level = following
    return True


DATETIME = strawberry.scalar(
    name="DateTime",
    description="An instant, as RFC 3339 with its offset, such as 2026-11-22T09:30:00+00:00. "
    "Answers are in UTC.",
    specified_by_url="https://scalars.graphql.org/andimarek/date-time.html",
    serialize=serialize_datetime,
    parse_value=parse_datetime,
)
DATE = strawberry.scalar(
    name="Date",
    description="A calendar day without a time zone, as YYYY-MM-DD.",
    specified_by_url="https://scalars.graphql.org/andimarek/local-date.html",
    serialize=date.isoformat,
    parse_value=parse_date,
)
DECIMAL = strawberry.scalar(
    name="Decimal",
    description="An exact number, as a text such as -12.50: JSON's own numbers may lose digits.",
    specified_by_url="https://scalars.graphql.org/chillicream/decimal.html",
    serialize=serialize_decimal,
    parse_value=parse_decimal,
)
BIG_INT = strawberry.scalar(
    name="BigInt",
    description="A whole number from -9007199254740991 to 9007199254740991: more than an Int, and "
    "every JSON client reads it exactly.",
    specified_by_url="https://www.rfc-editor.org/rfc/rfc8259#section-6",
    serialize=serialize_big_int,
    parse_value=parse_big_int,
)
JSON_SCALAR = strawberry.scalar(
    name="JSON",
    description="Any JSON value, up to 64 KB and 20 levels deep.",
    specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
    serialize=lambda value: value,
    parse_value=parse_json,
)

SCALARS: dict[object, ScalarDefinition] = {
    datetime: DATETIME,
    date: DATE,
    Decimal: DECIMAL,
    BigInt: BIG_INT,
    JSON: JSON_SCALAR,
}
"""What the schema is built with."""
