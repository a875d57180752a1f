"""Fields that a domain gives to a type of a domain below it, read for many rows at once.

The domain below knows none of them: what an operation asks for goes with its look-ahead to where
the rows are read (see ``graphql.extending``).
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from backend.core.columns import Attributes
from backend.core.database import read

Arguments = tuple[tuple[str, Hashable], ...]
"""By name, sorted; without those that are null or left out."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows for which a field is read: of one account, whose the actor was checked to be.

    ``below`` are the paths asked for below the field, under any of its aliases, by the schema's
    names: ``edges.node.title``; ``inside`` is the look-ahead that they come from, for a field whose
    own rows have fields that are read this way. ``is_shared`` where other selections ask for more.
    """

    account_id: int
    ids: Sequence[int]
    below: frozenset[str] = frozenset()
    inside: Any = field(default=None, compare=False)
    is_shared: bool = False

    def seen(self, *path: str) -> Attributes:
        """Return what is looked at of the field's rows, which stand at a path below it."""
        if self.inside is None or self.is_shared:
            return None
        found: Attributes = self.inside.at(*path).attributes
        return found


Read = Callable[..., Coroutine[Any, Any, Mapping[int, Any]]]
"""Takes a Reading and the field's arguments; returns the field of each row, by id."""


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field that an operation asks for, with what it is asked."""

    name: str
    read: Read
    arguments: Arguments = ()
    below: frozenset[str] = frozenset()
    inside: Any = field(default=None, compare=False)

    @property
    def key(self) -> Hashable:
        """What tells it from the same field asked with other arguments."""
        return (self.name, self.arguments) if self.arguments else self.name


class Extensible:
    """A row with an ``added``: fields without arguments are attributes of it."""

    __slots__ = ()

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Return an added field that was read."""
            added = object.__getattribute__(self, "added")
            if added is None or name not in added:
                raise AttributeError(name)
            return added[name]


async def read_added(
    asked: Iterable[AskedField], account_id: int, ids: Sequence[int]
) -> dict[int, dict[Hashable, Any]]:
    """Return the fields of each row by their keys; a field is read once for all rows."""
    together: dict[Hashable, AskedField] = {}
    shared: set[Hashable] = set()
    for each in asked:
        known = together.get(each.key)
        below = each.below | known.below if known else each.below
        if known:
            shared.add(each.key)
        together[each.key] = AskedField(each.name, each.read, each.arguments, below, each.inside)
    values_of = await read.together(
        *(
            each.read(
                Reading(account_id, ids, each.below, each.inside, key in shared),
                **dict(each.arguments),
            )
            for key, each in together.items()
        )
    )
    found: dict[int, dict[Hashable, Any]] = {row: {} for row in ids}
    for key, values in zip(together, values_of, strict=True):
        for row, fields in found.items():
            fields[key] = values.get(row)
    return found
