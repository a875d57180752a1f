"""Workflows, steps and cards as reads return them: light objects made of raw rows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from backend.contacts.rows import ContactRow
from backend.contacts.rows import Wanted as ContactWanted
from backend.core.added_fields import AskedField, Extensible
from backend.core.clock import from_micros, now
from backend.core.columns import Attributes, Columns
from backend.core.ids import GlobalId, encode_id
from backend.core.money import Money
from backend.core.paging import encode_key
from backend.core.permissions import Actor
from backend.labels.rows import LabelRow
from backend.workflows.rules.kinds import StepKind

WORKFLOW_COLUMNS = (
    "workflow.id, workflow.name, workflow.position, workflow.version, workflow.created_at, "
    "workflow.created_by, workflow.updated_at, workflow.updated_by, workflow.deleted_at"
)
STEP_COLUMNS = (
    "workflow_step.id, workflow_step.workflow_id, workflow_step.name, workflow_step.color, "
    "workflow_step.kind, workflow_step.position, workflow_step.stale_after_days, "
    "workflow_step.version, workflow_step.deleted_at"
)
CARD_COLUMNS = (
    "card.id, card.account_id, card.workflow_id, card.step_id, card.contact_id, card.assignee_id, "
    "card.rank, card.title, contact.display_name, card.value_minor, card.currency, card.due_on, "
    "card.lost_reason, card.step_entered_at, card.checklist_done, card.checklist_total, "
    "card.version, card.moved_version, card.edited_version, card.created_at, card.created_by, "
    "card.updated_at, card.updated_by, card.archived_at, card.deleted_at, card.hidden_at, "
    "workflow_step.kind, workflow_step.stale_after_days, membership.id, user_account.name"
)
CARD_SOURCE = (
    "card LEFT JOIN workflow_step ON workflow_step.id = card.step_id "
    "LEFT JOIN contact ON contact.id = card.contact_id "
    "LEFT JOIN membership ON membership.account_id = card.account_id "
    "AND membership.user_id = card.assignee_id "
    "LEFT JOIN user_account ON user_account.id = membership.user_id"
)
"""Whoever left the account is nobody's assignee any more. What nobody looks at is not joined."""


@dataclass(slots=True)
class WorkflowRow:
    """A board, its first fields in the order of :data:`WORKFLOW_COLUMNS`.

    What stands below them is filled only where it was wanted; ``read`` by what it was asked with.
    """

    pk: int
    name: str
    position: int
    version: int
    created_micros: int
    created_by: str
    updated_micros: int
    updated_by: str
    deleted_micros: int | None
    steps: Sequence[StepRow] = field(default=())
    read: dict[Hashable, Any] = field(default_factory=dict)

    id = GlobalId("Workflow", "pk")
    """The global id."""

    @property
    def created_at(self) -> datetime:
        """When it was made."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When it was last changed."""
        return from_micros(self.updated_micros)

    @property
    def deleted_at(self) -> datetime | None:
        """When it was deleted."""
        return None if self.deleted_micros is None else from_micros(self.deleted_micros)


@dataclass(slots=True)
class StepRow:
    """A step, its first fields in the order of :data:`STEP_COLUMNS`.

    ``read`` is what was read for it beside them, by what it was asked with.
    """

    pk: int
    workflow_key: int
    name: str
    color: str
    kind: str
    position: int
    stale_after_days: int | None
    version: int
    deleted_micros: int | None
    read: dict[Hashable, Any] = field(default_factory=dict)

    id = GlobalId("WorkflowStep", "pk")
    """The global id."""

    @property
    def workflow_id(self) -> str:
        """The global id of its board."""
        return encode_id("Workflow", self.workflow_key)


@dataclass(frozen=True, slots=True)
class CardAssigneeRow:
    """Whose card it is."""

    member_id: int
    name: str

    id = GlobalId("Member", "member_id")
    """The global id of the member."""


@dataclass(slots=True)
class CardRow(Extensible):
    """A card, its first fields in the order of :data:`CARD_COLUMNS`.

    What stands below them is filled only where it was wanted.
    """

    pk: int
    account_id: int
    workflow_key: int
    step_key: int
    contact_key: int | None
    assignee_key: int | None
    rank: str
    title: str | None
    contact_name: str | None
    value_minor: int | None
    currency: str | None
    due_day: str | None
    kept_reason: str | None
    entered_micros: int
    checklist_done: int
    checklist_total: int
    version: int
    moved_version: int
    edited_version: int
    created_micros: int
    created_by: str
    updated_micros: int
    updated_by: str
    archived_micros: int | None
    deleted_micros: int | None
    hidden_micros: int | None
    step_kind: str
    stale_after_days: int | None
    member_id: int | None
    assignee_name: str | None
    contact: ContactRow | None = None
    contacts: Sequence[ContactRow] = field(default=())
    labels: Sequence[LabelRow] = field(default=())
    step: StepRow | None = None
    workflow: WorkflowRow | None = None
    added: Mapping[Hashable, Any] | None = None

    id = GlobalId("Card", "pk")
    """The global id."""

    @property
    def name(self) -> str:
        """The title; without one what the contact is called."""
        return self.title or self.contact_name or ""

    @property
    def workflow_id(self) -> str:
        """The global id of its board."""
        return encode_id("Workflow", self.workflow_key)

    @property
    def step_id(self) -> str:
        """The global id of its step."""
        return encode_id("WorkflowStep", self.step_key)

    @property
    def contact_id(self) -> str | None:
        """The global id of its main contact."""
        return None if self.contact_key is None else encode_id("Contact", self.contact_key)

    @property
    def value(self) -> Money | None:
        """What it is worth."""
        if self.value_minor is None or self.currency is None:
            return None
        return Money(self.value_minor, self.currency)

    @property
    def due_on(self) -> date | None:
        """The day that it is due."""
        return None if self.due_day is None else date.fromisoformat(self.due_day)

    @property
    def lost_reason(self) -> str | None:
        """Why it was lost, while it is."""
        return self.kept_reason if self.step_kind == StepKind.LOST else None

    @property
    def assignee(self) -> CardAssigneeRow | None:
        """Whose it is."""
        if self.member_id is None:
            return None
        return CardAssigneeRow(self.member_id, self.assignee_name or "")

    @property
    def step_entered_at(self) -> datetime:
        """Since when it is in its step."""
        return from_micros(self.entered_micros)

    @property
    def stale(self) -> bool:
        """Whether it is in its step for longer than the step allows."""
        if self.stale_after_days is None or self.step_kind != StepKind.OPEN:
            return False
        return self.step_entered_at + timedelta(days=self.stale_after_days) <= now()

    @property
    def stale_from(self) -> datetime | None:
        """When it becomes stale, or did."""
        if self.stale_after_days is None or self.step_kind != StepKind.OPEN:
            return None
        return self.step_entered_at + timedelta(days=self.stale_after_days)

    @property
    def place(self) -> str:
        """Where a page of its step goes on after it, or ends before it."""
        return encode_key((self.rank, self.pk))

    @property
    def sort_key(self) -> str:
        """What orders the cards of a step, compared as a text."""
        return f"{self.rank}!{self.pk:016x}"

    @property
    def is_on_board(self) -> bool:
        """Whether its step shows it."""
        return (self.archived_micros, self.deleted_micros, self.hidden_micros) == (None,) * 3

    @property
    def archived_at(self) -> datetime | None:
        """When it was archived."""
        return None if self.archived_micros is None else from_micros(self.archived_micros)

    @property
    def deleted_at(self) -> datetime | None:
        """When it was deleted."""
        return None if self.deleted_micros is None else from_micros(self.deleted_micros)

    @property
    def created_at(self) -> datetime:
        """When it was made."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When it was last changed."""
        return from_micros(self.updated_micros)


CARD = Columns(CardRow, CARD_COLUMNS)


@dataclass(frozen=True, slots=True)
class CardWanted:
    """What a read must fill of its cards: a statement or two each, whatever their number."""

    contact: ContactWanted | None = None
    contacts: ContactWanted | None = None
    labels: bool = False
    step: bool = False
    workflow: bool = False
    added: frozenset[AskedField] = frozenset()
    further: Callable[[Actor, Sequence[CardRow]], Awaitable[None]] | None = None
    """Fills what hangs on their steps and boards."""
    seen: Attributes = None
    """What is looked at of the cards themselves, by nobody but who completes the selection."""


NO_CARD_PARTS = CardWanted()


@dataclass(frozen=True, slots=True)
class Worth:
    """How many cards there are, and the sum of their values for each currency."""

    count: int = 0
    totals: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardViewerRow:
    """Somebody who looks at a board, and the card that they hold."""

    member_id: int
    name: str
    card_key: int | None

    id = GlobalId("Member", "member_id")
    """The global id of the member."""

    @property
    def card_id(self) -> str | None:
        """The global id of the card."""
        return None if self.card_key is None else encode_id("Card", self.card_key)


@dataclass(slots=True)
class BoardViewers:
    """Who looks at a board, at a place in the account's history."""

    viewers: list[BoardViewerRow]
    cursor: str = ""
