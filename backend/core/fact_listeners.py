"""What other domains do about a fact, inside of the unit of work that records it.

A domain above declares it at import, in its ``registrations``; whoever records the fact knows
nothing of it. A listener is called once for each fact, right before the commit: what it writes and
queues is there if the fact is, and only then. It writes little, and records no facts of the same
kind: whatever takes time, or may fail, is a job.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from backend.core.change_log import Fact
    from backend.core.unit_of_work import UnitOfWork

F = TypeVar("F", bound="Fact")
Listener = Callable[["UnitOfWork", int, Any], Awaitable[None]]
"""Called with the unit, the account in whose history the fact is, and the fact."""

_listeners: dict[type[Fact], list[Listener]] = {}


def on_fact(kind: type[F], listener: Callable[[UnitOfWork, int, F], Awaitable[None]]) -> None:
    """Have a function called for each fact of a kind; declared twice, it is called once."""
    known = _listeners.setdefault(kind, [])
    if listener not in known:
        known.append(listener)


def listeners_of(fact: Fact) -> list[Listener]:
    """Return what is to be called for a fact."""
    return _listeners.get(type(fact), [])
