"""The Node interface: every thing with a global id can be read again by it.

Source: Relay's Global Object Identification specification.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

import strawberry

from backend.core.graphql.context import Info
from backend.core.registry import Registry

T = TypeVar("T", bound=type)
NodeReader = Callable[[Info, Sequence[int]], Awaitable[Mapping[int, Any]]]
"""Reads the rows of some primary keys within the actor's account, by key; what is not there, or
belongs to another account, is left out. ``Selection.of(info).on("Contact")`` says what is asked."""

node_readers: Registry[NodeReader] = Registry()
"""By type name; filled by each domain's ``schema.py``."""


@strawberry.interface
class Node:
    """A thing that can be read again by its global id."""

    id: strawberry.ID = strawberry.field(description="Opaque, stable, and unique over all types.")


def row_type(row: type, *, name: str | None = None) -> Callable[[T], T]:
    """Declare an object type whose values are instances of a light row class.

    Fields without a resolver are attributes or properties of the row (``id`` too: a property that
    calls ``encode_id``), so that completing a list costs no call of ours per field.
    """

    def declare(cls: T) -> T:
        cls.is_type_of = classmethod(lambda _, value, __: isinstance(value, row))  # type: ignore[attr-defined]
        cls.row_class = row  # type: ignore[attr-defined]
        return strawberry.type(cls, name=name)

    return declare
