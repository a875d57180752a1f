"""What operations drawn at random are given: values of every input type, edges among them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLNonNull,
    get_nullable_type,
    is_list_type,
    is_non_null_type,
    is_required_input_field,
)

from tests.backend.api.equality.tape import Tape

DEEPEST = 3
NO_IDS = ("", "nothing", "Q29udGFjdDow", b64encode(b"Contact:999999").decode())
SCALARS: Mapping[str, Sequence[Any]] = {
    "Boolean": (True, False),
    "Int": (*range(1, 25), 0, 48, 96, 200, 201, -1, 2**31 - 1),
    "Float": (0.0, 1.5, -1),
    "BigInt": (0, 1, 1250, 2**53 - 1),
    "String": ("", "a", "kryptos", "É", "100%", "2026-03-09", "x" * 301, "EUR", "IT"),
    "Decimal": ("0", "1", "12.50", "-3", "1e5", 7),
    "Date": ("2026-03-09", "2026-02-28", "0001-01-01", "9999-12-31"),
    "DateTime": ("2026-03-09T08:30:00Z", "2026-03-09T10:30:00+02:00"),
    "JSON": ({}, {"a": [1, None]}, "text", 3, []),
}
WRONG: Sequence[Any] = ("no such thing", "\u0000", 2**40, True, [], {"x": 1}, None)
"""Given through variables in place of any type: refused, or not, in the same words."""


@dataclass(frozen=True)
class Known:
    """What there is to ask about: global ids by type, cursors by field."""

    ids: Mapping[str, Sequence[str]] = field(default_factory=dict)
    cursors: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """A variable inside of a value, to be printed by its name."""

    name: str


class Values:
    """Draws a value for an argument; ``variable`` may put a variable in the place of a part."""

    def __init__(self, tape: Tape, known: Known) -> None:
        self._tape = tape
        self._known = known

    def of(self, kind: Any, about: str, variable: Any = None, depth: int = 0) -> Any:
        """Draw a value. ``about`` tells which type's ids, or which field's cursors, fit it."""
        if variable is not None and depth and self._tape.one_in(8):
            return variable(kind, about)
        if not is_non_null_type(kind) and self._tape.one_in(16):
            return None
        inner = get_nullable_type(kind)
        if is_list_type(inner):
            count = self._tape.below(4)
            return [self.of(inner.of_type, about, variable, depth + 1) for _ in range(count)]
        if isinstance(inner, GraphQLInputObjectType):
            return self._object(inner, variable, depth)
        if isinstance(inner, GraphQLEnumType):
            return self._tape.pick(sorted(inner.values))
        if inner.name == "ID":
            return self._id(about)
        cursors = self._known.cursors.get(about.removesuffix(" cursor"), ())
        if about.endswith(" cursor") and cursors and not self._tape.one_in(9):
            return self._tape.pick(cursors)
        return self._tape.pick(SCALARS[inner.name])

    def _id(self, about: str) -> str:
        fitting = self._known.ids.get(about)
        if fitting and not self._tape.one_in(20):
            return str(self._tape.pick(fitting))
        if self._known.ids and not self._tape.one_in(4):
            return str(self._tape.pick(self._known.ids[self._tape.pick(sorted(self._known.ids))]))
        return str(self._tape.pick(NO_IDS))

    def _object(self, kind: GraphQLInputObjectType, variable: Any, depth: int) -> dict[str, Any]:
        if kind.is_one_of:
            fields = sorted(kind.fields)
            if depth >= DEEPEST:
                fields = [each for each in fields if "ilter" not in str(kind.fields[each].type)]
            name = self._tape.pick(fields)
            # Null is no value for the one field that is said: not even through a variable.
            inner = GraphQLNonNull(get_nullable_type(kind.fields[name].type))
            return {name: self.of(inner, thing_of(name, kind.name), None, depth + 1)}
        found: dict[str, Any] = {}
        for name, given in kind.fields.items():
            needed = is_required_input_field(given)
            if needed or (depth < DEEPEST and self._tape.one_in(3)):
                # Null is mostly refused where it stands for nothing: left out is not the same.
                value = self.of(given.type, thing_of(name, kind.name), variable, depth + 1)
                if value is not None:
                    found[name] = value
        return found


def thing_of(argument: str, owner: str) -> str:
    """Guess whose ids an argument takes, by its name or by what owns it."""
    name = argument.removesuffix("Ids").removesuffix("Id")
    if name == argument:
        return owner
    name = {"assignee": "Member", "kept": "Contact", "other": "Contact"}.get(name, name)
    return name[:1].upper() + name[1:]


def printed(value: Any, kind: Any) -> str:
    """Return a value as a document writes it."""
    if isinstance(value, Written):
        return f"${value.name}"
    if value is None:
        return "null"
    inner = get_nullable_type(kind)
    if is_list_type(inner):
        return "[" + ", ".join(printed(each, inner.of_type) for each in value) + "]"
    if isinstance(inner, GraphQLInputObjectType):
        parts = (
            f"{name}: {printed(each, inner.fields[name].type)}" for name, each in value.items()
        )
        return "{" + ", ".join(parts) + "}"
    if isinstance(inner, GraphQLEnumType):
        return str(value)
    return _json(value)


def _json(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_json(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_json, value)) + "]"
    return orjson.dumps(value).decode()
