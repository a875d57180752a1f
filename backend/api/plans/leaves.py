"""How texts, ids, numbers, enums and instants are completed: a line of Python for each.

The line has the usual value in hand; any other goes to the type's own serializer, as graphql-core
has it, and what that refuses is unusual.
"""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLLeafType,
    GraphQLString,
    Undefined,
)
from strawberry.execution import optimized_is_awaitable

from backend.core.graphql.scalars import BIG_INT, DATE, DATETIME, DECIMAL, JSON_SCALAR
from backend.core.ids import encode_id
from backend.core.money import MAX_MINOR

Complete = Callable[[Any], Any]


class Unusual(Exception):
    """A value that graphql-core must look at itself, and say what is wrong."""


# ``{v}`` is the value, ``{other}`` the serializer that takes what is not usual.
_USUAL = {
    GraphQLString.name: "{v} if type({v}) is str else {other}({v})",
    GraphQLID.name: "{v} if type({v}) is str else {other}({v})",
    GraphQLBoolean.name: "{v} if {v} is True or {v} is False else {other}({v})",
    GraphQLInt.name: "{v} if type({v}) is int and -2147483648 <= {v} <= 2147483647 "
    "else {other}({v})",
    GraphQLFloat.name: "{other}({v})",
    BIG_INT.name: f"{{v}} if type({{v}}) is int and -{MAX_MINOR} <= {{v}} <= {MAX_MINOR} "
    "else {other}({v})",
    DATETIME.name: "{v}.isoformat() if type({v}) is datetime and {v}.tzinfo is UTC "
    "else {other}({v})",
    DATE.name: "{v}.isoformat() if type({v}) is date else {other}({v})",
    DECIMAL.name: "s if type({v}) is Decimal and 'E' not in (s := str({v})) else {other}({v})",
    JSON_SCALAR.name: "{v} if type({v}) is dict else {other}({v})",
}
NAMES: dict[str, object] = {
    "b2a_base64": b2a_base64,
    "datetime": datetime,
    "date": date,
    "Decimal": Decimal,
    "UTC": UTC,
    "encode_id": encode_id,
}
"""What the lines use, and global ids that are written out in place."""


def line_of(leaf: GraphQLLeafType) -> str:
    """Return the expression that completes a value of a leaf type that is not null."""
    if isinstance(leaf, GraphQLEnumType):
        return "{names}[{v}] if type({v}) in {types} else {other}({v})"
    return _USUAL.get(leaf.name, "{other}({v})")


@lru_cache(maxsize=1024)
def serializer_of(leaf: GraphQLLeafType) -> Complete:
    """Return what completes any value, as graphql-core does.

    Raises, when called:
        Unusual: graphql-core would answer an error, or await the value.
    """
    serialize: Complete = leaf.coerce_output_value

    def complete(value: Any) -> Any:
        if isinstance(value, Exception) or optimized_is_awaitable(value):
            raise Unusual
        completed = serialize(value)
        if completed is None or completed is Undefined:
            raise Unusual
        return completed

    return complete


@lru_cache(maxsize=1024)
def enum_names(leaf: GraphQLEnumType) -> tuple[dict[Any, str], tuple[type, ...]]:
    """Return the names by stored value and by member, and the types of these; rows hold either.

    Members of another enum may equal ours, and are not.
    """
    names: dict[Any, str] = {value.value: name for name, value in leaf.values.items()}
    wrapped: Any = getattr(leaf, "wrapped_cls", ())
    members = {member: names[member.value] for member in wrapped if member.value in names}
    known = names | members
    types = {type(value) for value in known if not isinstance(value, Enum)}
    return known, (*types, *({wrapped} if isinstance(wrapped, type) else ()))
