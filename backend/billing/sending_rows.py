"""Sendings of many documents as reads return them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from backend.billing.document_rows import DocumentRow
from backend.core.clock import from_micros
from backend.core.ids import encode_id

SENT = "sent"


class SendingState(StrEnum):
    """How far a sending is."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(slots=True)
class SendingProblem:
    """A document that was not sent, and the code of the reason."""

    document: DocumentRow
    problem: str


@dataclass(slots=True)
class SendingRow:
    """A sending, with how many of it are done."""

    pk: int
    reminds: bool
    total: int
    created_micros: int
    created_by: str
    stopped_micros: int | None
    finished_micros: int | None
    sent: int = 0
    refused: int = 0
    problems: list[SendingProblem] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("DocumentSending", self.pk)

    @property
    def state(self) -> SendingState:
        """How far it is."""
        if self.stopped_micros is not None:
            return SendingState.STOPPED
        return SendingState.RUNNING if self.finished_micros is None else SendingState.FINISHED

    @property
    def created_at(self) -> datetime:
        """When it was asked for."""
        return from_micros(self.created_micros)


@dataclass(frozen=True, slots=True)
class SendingPreview:
    """What sending a selection would do."""

    count: int
    ready: list[int]
    unreachable: list[DocumentRow]
    unissued: int
    sent_before: int
