"""Attributes that lie, or raise, when what answers a field is read."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any
from zlib import crc32

from graphql import GraphQLObjectType

from backend.api.schema import carnet_schema
from backend.core.ids import GlobalId
from tests.backend.api.equality.tape import Tape

MOST = 3
NOT_THERE = object()


class Later:
    """Something to be awaited where nothing is."""

    def __await__(self) -> Generator[Any, Any, str]:
        yield from ()
        return "later"


class Raised:
    """Stands for an exception."""


VALUES: tuple[Any, ...] = (
    None, 7, True, "text", b"x", 2**40, 1.5, math.nan, (), [], [None], {}, ["text"], object(),
    ValueError("returned"), Raised, Later(),
)  # fmt: skip


@contextmanager
def lying(tape: Tape, fields: list[tuple[str, str]]) -> Iterator[list[str]]:
    """Let some of these fields, each a type and a name, lie for a while, as the tape says."""
    known = [found for each in fields if (found := _attribute(*each)) is not None]
    before: list[tuple[type, str, Any]] = []
    said: list[str] = []
    try:
        for _ in range(1 + tape.below(MOST) if known else 0):
            owner, name = tape.pick(known)
            value, times = tape.pick(VALUES), 1 + tape.below(3)
            own = owner.__dict__.get(name, NOT_THERE)
            before.append((owner, name, own))
            setattr(owner, name, _lie(name, getattr(owner, name, NOT_THERE), value, times))
            said.append(f"{owner.__name__}.{name} is {value!r} for one in {times}")
        yield said
    finally:
        for owner, name, own in reversed(before):
            if own is NOT_THERE:
                delattr(owner, name)
            else:
                setattr(owner, name, own)


def _attribute(type_name: str, field_name: str) -> tuple[type, str] | None:
    """Return the class whose instances answer a field, and the attribute, if it is one."""
    named = carnet_schema()._schema.type_map[type_name]
    if not isinstance(named, GraphQLObjectType) or field_name not in named.fields:
        return None
    field = named.fields[field_name].extensions["strawberry-definition"]
    origin = named.extensions["strawberry-definition"].origin
    if not field.is_basic_field:
        return None
    owner, name = getattr(origin, "row_class", origin), field.python_name
    # Plans write global ids out themselves: what they are made of may lie, not what makes them.
    made = next((vars(each)[name] for each in owner.__mro__ if name in vars(each)), None)
    return owner, made.column if isinstance(made, GlobalId) else name


def _lie(name: str, found: Any, value: Any, times: int) -> property:
    """Return what stands for an attribute: a slot, a property, or what instances hold."""

    def read(row: Any) -> Any:
        true = (
            found.__get__(row, type(row))
            if hasattr(found, "__get__")
            else row.__dict__.get(name, found)
        )
        if crc32(repr(true).encode()) % times:
            return true
        if value is Raised:
            raise ValueError("raised")
        return value

    def write(row: Any, true: Any) -> None:
        if hasattr(found, "__set__"):
            found.__set__(row, true)
        else:
            row.__dict__[name] = true

    return property(read, write)
