"""What each domain declares for the others to use: personal data, and columns of tables.

A domain registers at import; privacy requests, imports and exports read.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PersonalData:
    """How one domain gathers and erases what it holds about a contact.

    ``gather`` returns JSON-ready rows; ``erase`` runs inside a unit of work and keeps what the
    law makes the account keep. ``tables`` are those it answers for.
    """

    name: str
    tables: tuple[str, ...]
    gather: Callable[[Any, int], Awaitable[list[dict[str, Any]]]]
    erase: Callable[[Any, int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column that files can carry. ``headers`` are its other names, in any language."""

    name: str
    headers: tuple[str, ...] = ()
    repeatable: bool = False


AccountColumns = Callable[[Any], Awaitable[list[Column]]]
"""Returns the columns that the files of an actor's account may have beside everybody's."""


@dataclass(slots=True)
class Registry(Generic[T]):
    """Declarations by name, in the order of registration."""

    entries: dict[str, T] = field(default_factory=dict)

    def register(self, name: str, entry: T) -> None:
        """Add a declaration.

        Raises:
            ValueError: the name is taken.
        """
        if name in self.entries and self.entries[name] != entry:
            raise ValueError(f"{name} is registered twice")
        self.entries[name] = entry


personal_data: Registry[PersonalData] = Registry()
importable_columns: Registry[Column] = Registry()
exportable_columns: Registry[Column] = Registry()
account_columns: Registry[AccountColumns] = Registry()
