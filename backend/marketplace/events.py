"""What happened to projects of marketplaces, as the log and a contact's story keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from backend.contacts.events import AboutContact


@dataclass(frozen=True, slots=True)
class AboutProject(AboutContact):
    """``title`` is the project's."""

    subject_type: ClassVar[str] = "Project"

    title: str


@dataclass(frozen=True, slots=True)
class LeadReceived(AboutProject):
    """A marketplace, ``source``, handed a lead in; ``excerpt`` is how its description begins. A
    budget is in minor units of its currency.
    """

    kind: ClassVar[str] = "lead.received"

    source: str
    excerpt: str | None = None
    budget_minor: int | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class ProjectStatusChanged(AboutProject):
    """``changes`` is that of the field ``status``, from what to what, in lists of one."""

    kind: ClassVar[str] = "project.status_changed"

    changes: list[dict[str, Any]]
