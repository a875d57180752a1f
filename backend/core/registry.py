"""What each domain declares for the others to use: personal data, and columns of tables.

A domain registers at import; privacy requests, imports and exports read.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file that is held about a person.

    ``open`` is called when its turn comes, and returns its bytes piece by piece. It raises
    ``NotFound`` where they are gone.
    """

    name: str
    open: Callable[[], Awaitable[AsyncIterator[bytes]]]


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that is held about a person, as the copy of their data shows it.

    ``section`` groups what belongs together: ``messages``. ``fields`` are JSON-ready, by plain
    English names in snake case: instants and days as ISO texts, amounts as ``…_minor`` beside
    ``currency``, lists and objects where they say more. ``backend.privacy.copies.words`` has the
    words of sections and fields in the account's language; what it does not know is shown by its
    name. An erasure counts things; what is not ``counted`` is said of the person beside them.
    """

    section: str
    fields: Mapping[str, Any]
    files: Sequence[HeldFile] = ()
    counted: bool = True


Gather = Callable[[Any, int], AsyncIterator[Held]]
"""An async generator over all that is held about a contact, deleted things too::

    async def gather_visits(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
        async for batch in ...:  # never all at once: somebody may have ten thousand
            for each in batch:
                yield Held("visits", {"at": each.at.isoformat(), "place": each.place})

It takes the actor who asked and the contact's key, and yields nothing for another account's.
"""


@dataclass(frozen=True, slots=True)
class PersonalData:
    """How one domain gathers and erases what it holds about a contact.

    ``gather`` yields what it holds, a batch read at a time; ``erase`` runs inside a unit of work
    and keeps what the law makes the account keep. ``tables`` are those it answers for: a test fails
    while a table that can lead to a contact is nobody's.
    """

    name: str
    tables: tuple[str, ...]
    gather: Gather
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
