"""What requests are, and how they go on. Pure: no ORM, no I/O."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

DEADLINE = timedelta(hours=48)
"""From when a request is written down until it is to be done."""
NEAR = timedelta(hours=24)
"""So long before the deadline whoever wrote the request down is reminded."""
KEPT = timedelta(days=7)
"""How long the archive of a copy can be fetched."""
MAX_PEOPLE = 20
"""Contacts that are one person, at most."""
NAME_LENGTH = 200


class RequestKind(StrEnum):
    """What a person asks for."""

    COPY = "copy"
    ERASURE = "erasure"


class RequestState(StrEnum):
    """Where a request stands.

    NEW → MATCHED (whose data it is was confirmed). A copy goes on by itself: MATCHED → RUNNING →
    READY → DONE (its file is gone). An erasure waits for its own confirmation: MATCHED → WAITING
    (until ``erase_after``) → RUNNING → DONE. FAILED can be tried again; DONE and CANCELLED are the
    end.
    """

    NEW = "new"
    MATCHED = "matched"
    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


OPEN = frozenset(
    {
        RequestState.NEW,
        RequestState.MATCHED,
        RequestState.WAITING,
        RequestState.RUNNING,
        RequestState.FAILED,
    }
)
"""What is still to be done: it has a deadline."""
CANCELLABLE = OPEN - {RequestState.RUNNING}
"""A running copy can be cancelled too; a running erasure cannot."""
CONFIRMABLE = frozenset({RequestState.NEW, RequestState.MATCHED, RequestState.FAILED})


def is_cancellable(kind: RequestKind, state: RequestState) -> bool:
    """Whether a request can be called off."""
    if state is RequestState.RUNNING:
        return kind is RequestKind.COPY
    return state in CANCELLABLE
