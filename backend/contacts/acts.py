"""Acts on many contacts: what is done, how far it came, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import orjson

from backend.core.clock import from_micros, now
from backend.core.ids import encode_id
from backend.core.settings import settings

ACT_COLUMNS = (
    "id, account_id, kind, state, user_id, request, detail, total, done, "
    "changed, skipped, restored, kept, place, deletion_id, problem, created_at, created_by, "
    "started_at, finished_at"
)


class ActKind(StrEnum):
    """What was done to the contacts."""

    LABEL = "label"
    SUBSCRIPTION = "subscription"
    FIELD = "field"
    DELETION = "deletion"
    RESTORATION = "restoration"
    ERASURE = "erasure"
    IMPORT = "import"


class ActState(StrEnum):
    """How far an act came."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNDOING = "undoing"
    UNDONE = "undone"


ACTIVE = frozenset({ActState.QUEUED, ActState.RUNNING})
OVER = frozenset({ActState.DONE, ActState.FAILED, ActState.CANCELLED})
"""An act that is over can be undone."""


@dataclass(frozen=True, slots=True)
class ActDetail:
    """How an act is told, in words of the time when it was asked for."""

    added_labels: tuple[str, ...] = ()
    removed_labels: tuple[str, ...] = ()
    field: str | None = None
    field_id: str | None = None
    value: str | None = None
    status: str | None = None
    filename: str | None = None

    def stored(self) -> str:
        """Return it as JSON."""
        return orjson.dumps(self).decode()

    @staticmethod
    def restore(stored: str) -> ActDetail:
        """Return what :meth:`stored` wrote."""
        return ActDetail(**orjson.loads(stored))


@dataclass(frozen=True, slots=True)
class ActUndo:
    """That an act can be undone, and how long."""

    until: datetime


def undo_days() -> int:
    """Return for how many days acts can be undone: as long as what was deleted can come back."""
    return settings().deleted_contact_days


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act, its fields in the order of :data:`ACT_COLUMNS`."""

    pk: int
    account_id: int
    kind: str
    state: str
    user_id: int | None
    request: str
    stored_detail: str
    total: int
    done: int
    changed_count: int
    skipped_count: int
    restored_count: int
    kept_count: int
    place: int
    deletion_id: int | None
    problem: str | None
    created_micros: int
    created_by: str
    started_micros: int | None
    finished_micros: int | None

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("Job", self.pk)

    @property
    def detail(self) -> ActDetail:
        """How it is told."""
        return ActDetail.restore(self.stored_detail)

    @property
    def created_at(self) -> datetime:
        """When it was asked for."""
        return from_micros(self.created_micros)

    @property
    def started_at(self) -> datetime | None:
        """When it began."""
        return None if self.started_micros is None else from_micros(self.started_micros)

    @property
    def finished_at(self) -> datetime | None:
        """When it was over, or its undo was."""
        return None if self.finished_micros is None else from_micros(self.finished_micros)

    @property
    def is_over(self) -> bool:
        """Whether nothing of it goes on: neither the act nor its undo."""
        return self.state in OVER or self.state == ActState.UNDONE

    @property
    def undo_until(self) -> datetime | None:
        """Until when it can be undone, None when it cannot: it goes on, changed nothing, or was;
        what it erased is gone.
        """
        if self.state not in OVER or not self.changed_count or self.kind == ActKind.ERASURE:
            return None
        return self.created_at + timedelta(days=undo_days())

    @property
    def undo(self) -> ActUndo | None:
        """That it can be undone now, None when it cannot."""
        until = self.undo_until
        return None if until is None or until <= now() else ActUndo(until)

    @property
    def started_by(self) -> str:
        """Who asked for it, by the name that they had."""
        return self.created_by
