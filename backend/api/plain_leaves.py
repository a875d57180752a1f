"""How texts, ids, numbers, enums and instants are read off a row and completed at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLField,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLObjectType,
    GraphQLString,
    get_nullable_type,
    is_non_null_type,
)

from backend.core.graphql.scalars import (
    BIG_INT,
    DATE,
    DATETIME,
    DECIMAL,
    JSON_SCALAR,
    serialize_datetime,
    serialize_decimal,
)
from backend.core.money import MAX_MINOR

LONG_WAY = object()
"""What a completer returns when graphql-core must look itself, and say what is wrong."""

Complete = Callable[[Any], Any]
_CACHE = "carnet-plain-leaves"


def plain_attribute(field: GraphQLField) -> str | None:
    """Return the attribute that a field without a resolver is read from, None with one."""
    definition = field.extensions.get("strawberry-definition")
    if (
        definition is None
        or not definition.is_basic_field
        or definition.default_resolver is not getattr
        or not getattr(field.resolve, "_is_default", False)
    ):
        return None
    name: str = definition.python_name
    return name


def plain_leaves(parent_type: GraphQLObjectType) -> Mapping[str, Complete]:
    """Return how each plain leaf of a type is read off a row and completed."""
    known: Mapping[str, Complete] | None = parent_type.extensions.get(_CACHE)
    if known is None:
        found = ((name, _reader(field)) for name, field in parent_type.fields.items())
        known = {name: read for name, read in found if read is not None}
        parent_type.extensions[_CACHE] = known
    return known


def _reader(field: GraphQLField) -> Complete | None:
    attribute = plain_attribute(field)
    complete = _completer(get_nullable_type(field.type))
    if attribute is None or complete is None:
        return None
    nothing = LONG_WAY if is_non_null_type(field.type) else None

    def read(row: Any) -> Any:
        try:
            value = getattr(row, attribute)
            return nothing if value is None else complete(value)
        except Exception:
            return LONG_WAY

    return read


def _completer(leaf: Any) -> Complete | None:
    if leaf in (GraphQLString, GraphQLID):
        return lambda value: value if type(value) is str else LONG_WAY
    if leaf is GraphQLBoolean:
        return lambda value: value if type(value) is bool else LONG_WAY
    if leaf is GraphQLInt:
        return lambda value: value if type(value) is int and -(2**31) <= value < 2**31 else LONG_WAY
    if leaf is GraphQLFloat:
        return lambda value: value if type(value) is float and isfinite(value) else LONG_WAY
    if isinstance(leaf, GraphQLEnumType):
        return _enum_completer(leaf)
    return _SCALARS.get(getattr(leaf, "name", ""))


def _is_big_int(value: Any) -> bool:
    return type(value) is int and abs(value) <= MAX_MINOR


_SCALARS: Mapping[str, Complete] = {
    BIG_INT.name: lambda value: value if _is_big_int(value) else LONG_WAY,
    DATETIME.name: lambda value: serialize_datetime(value) if type(value) is datetime else LONG_WAY,
    DATE.name: lambda value: value.isoformat() if type(value) is date else LONG_WAY,
    DECIMAL.name: lambda value: serialize_decimal(value) if type(value) is Decimal else LONG_WAY,
    JSON_SCALAR.name: lambda value: value if type(value) is dict else LONG_WAY,
}


def _enum_completer(leaf: GraphQLEnumType) -> Complete:
    """Names by stored value and by member: rows may hold either."""
    names: dict[Any, str] = {value.value: name for name, value in leaf.values.items()}
    wrapped: Any = getattr(leaf, "wrapped_cls", ())
    members = {member: names[member.value] for member in wrapped if member.value in names}
    known = names | members

    def complete(value: Any) -> Any:
        is_ours = isinstance(value, wrapped) or not isinstance(value, Enum)
        return known.get(value, LONG_WAY) if is_ours else LONG_WAY

    return complete
