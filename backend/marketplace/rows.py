"""Projects as reads return them: light objects, one per row."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from backend.core.clock import from_micros
from backend.core.ids import GlobalId, encode_id
from backend.marketplace.drafts import Budget
from backend.marketplace.statuses import ProjectStatus

PROJECT_COLUMNS = (
    "project.id, project.contact_id, project.source, project.lead_id, project.title, "
    "project.description, project.budget_minor, project.currency, project.deadline, "
    "project.status, project.created_at, project.updated_at"
)


@dataclass(slots=True)
class ProjectRow:
    """A project, its fields in the order of :data:`PROJECT_COLUMNS`."""

    pk: int
    contact_key: int
    source: str
    lead_id: str
    title: str
    description: str | None
    budget_minor: int | None
    currency: str | None
    deadline_text: str | None
    status_name: str
    created_micros: int
    updated_micros: int
    attachments: list[Any] = field(default_factory=list)
    """The files that came with it, where they were asked for."""

    id = GlobalId("Project", "pk")
    """The global id."""

    @property
    def contact_id(self) -> str:
        """The contact's global id."""
        return encode_id("Contact", self.contact_key)

    @property
    def budget(self) -> Budget | None:
        """What the client wants to spend."""
        if self.budget_minor is None or self.currency is None:
            return None
        return Budget(self.budget_minor, self.currency)

    @property
    def deadline(self) -> date | None:
        """By when it is wanted."""
        return date.fromisoformat(self.deadline_text) if self.deadline_text else None

    @property
    def status(self) -> ProjectStatus:
        """Where it stands."""
        return ProjectStatus(self.status_name)

    @property
    def created_at(self) -> datetime:
        """When it was handed in."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When its status was changed last."""
        return from_micros(self.updated_micros)
