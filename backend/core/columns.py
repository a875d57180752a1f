"""Reading of rows only what somebody will look at.

A selection says which attributes are looked at (``graphql.selection``); here they become columns,
and a function that makes rows of them. What a property reads is found in its code, so that a domain
declares nothing: a new column, property or resolver needs no word here. Where code does more with
its row than read attributes, the whole row is read.
"""

from __future__ import annotations

import dis
import inspect
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, fields
from functools import cache, cached_property
from itertools import pairwise
from typing import Any, Generic, NamedTuple, TypeVar, cast

from backend.core.ids import GlobalId

T = TypeVar("T")
Attributes = frozenset[str] | None
"""Which attributes of a row are looked at; None: perhaps all."""

MAX_CHOICES = 500
"""Clients choose fields: beyond so many choices of one class, further ones read whole rows."""


class Chosen(NamedTuple, Generic[T]):
    """Columns for SELECT, and what makes a row of their values, in order."""

    columns: str
    make: Callable[..., T]


class Columns(Generic[T]):
    """The columns of a class of rows: of its first fields, in their order."""

    def __init__(self, row: type[T], columns: str) -> None:
        self._row = row
        self._fields: tuple[Field[Any], ...] = fields(cast(Any, row))
        names = [each.name for each in self._fields]
        self._columns = dict(zip(names, columns.split(", "), strict=False))
        self._known: dict[frozenset[str], Chosen[T]] = {}
        self._whole: Chosen[T] = Chosen(columns, row)

    def of(self, seen: Attributes, *own: str) -> Chosen[T]:
        """Return what is read where only these attributes are looked at.

        ``own`` are those that the reader of the rows looks at itself.
        """
        if seen is None:
            return self._whole
        attributes = seen.union(own)
        known = self._known.get(attributes)
        if known is None:
            if len(self._known) >= MAX_CHOICES:
                return self._whole
            known = self._known[attributes] = self._choose(attributes)
        return known

    def _choose(self, attributes: frozenset[str]) -> Chosen[T]:
        needed = fields_needed(self._row, attributes)
        if needed is None:
            return self._whole
        # One at least: there is a row even where only its type is asked for.
        chosen = [name for name in self._columns if name in needed] or [*self._columns][:1]
        return Chosen(", ".join(map(self._columns.__getitem__, chosen)), self._maker(chosen))

    def _maker(self, chosen: list[str]) -> Callable[..., T]:
        """Return a function like the class itself, of some of its fields.

        The other columns are not there: whoever looks at one finds out at once. What no column
        fills has its default.
        """
        names: dict[str, Any] = {"new": object.__new__, "row_class": self._row}
        lines = [f"def make({', '.join(chosen)}):", "    row = new(row_class)"]
        lines += [f"    row.{name} = {name}" for name in chosen]
        for each in self._fields:
            if each.name not in self._columns and each.default is not MISSING:
                names[f"default_{each.name}"] = each.default
                lines.append(f"    row.{each.name} = default_{each.name}")
        source = "\n".join([*lines, "    return row"])
        exec(compile(source, "<row>", "exec"), names)  # noqa: S102 - names of our own fields only
        made: Callable[..., T] = names["make"]
        return made


def fields_needed(row: type, attributes: Iterable[str]) -> frozenset[str] | None:
    """Return the attributes, and all that properties, ids and methods among them are made of; None
    where that cannot be told."""
    found: set[str] = set()
    pending = list(attributes)
    own = {each.name for each in fields(cast(Any, row))}
    while pending:
        name = pending.pop()
        if name in found:
            continue
        found.add(name)
        below = frozenset() if name in own else _made_of(inspect.getattr_static(row, name, None))
        if below is None:
            return None
        pending += below
    return frozenset(found)


def _made_of(attribute: Any) -> Attributes:
    """Return what other attributes one of a class is made of."""
    if isinstance(attribute, GlobalId):
        return frozenset({attribute.column})
    if isinstance(attribute, property) and attribute.fget is not None:
        return attributes_read(attribute.fget)
    if isinstance(attribute, cached_property):
        return attributes_read(attribute.func)
    if inspect.isfunction(attribute):
        return attributes_read(attribute)
    # A slot; or none of the class, but a field that was added to its rows.
    is_known = attribute is None or inspect.ismemberdescriptor(attribute)
    return frozenset() if is_known else None


@cache
def attributes_read(function: Callable[..., Any], parameter: str = "") -> Attributes:
    """Return the attributes that a function reads of a parameter, its first unless one is named;
    None where it does anything else with it."""
    code = cast(Any, function).__code__
    name = parameter or code.co_varnames[0]
    if name in code.co_cellvars:
        return None
    found: set[str] = set()
    for step, following in pairwise(dis.get_instructions(code)):
        if step.argval == name and step.opname == "LOAD_FAST":
            if following.opname not in ("LOAD_ATTR", "LOAD_METHOD"):
                return None
            found.add(following.argval)
        elif step.argval == name or (isinstance(step.argval, tuple) and name in step.argval):
            return None
    return frozenset(found)
