"""What happened to projects of marketplaces, as the log and a contact's story keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.contacts.events import AboutContact


@dataclass(frozen=True, slots=True)
class AboutProject(AboutContact):
    """``title`` is the project's."""

    subject_type: ClassVar[str] = "Project"

    title: str


@dataclass(frozen=True, slots=True)
class LeadReceived(AboutProject):
    """A marketplace, ``source``, handed a lead in. A budget is in minor units of its currency."""

    kind: ClassVar[str] = "lead.received"

    source: str
    budget_minor: int | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class ProjectStatusChanged(AboutProject):
    kind: ClassVar[str] = "project.status_changed"

    before: str
    after: str
