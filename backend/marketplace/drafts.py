"""A lead as a marketplace hands it in, before any check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from backend.marketplace.statuses import ProjectStatus


@dataclass(frozen=True, slots=True)
class LeadPerson:
    """Whoever asks: names, and an e-mail or a phone."""

    given_name: str | None = None
    family_name: str | None = None
    company: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """An amount in minor units of an ISO 4217 currency."""

    amount_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class LeadDraft:
    """A lead: ``lead_id`` is what ``source`` calls it; ``deadline`` a calendar day."""

    source: str
    lead_id: str
    title: str
    person: LeadPerson
    description: str | None = None
    budget: Budget | None = None
    deadline: date | None = None
    status: ProjectStatus = ProjectStatus.NEW
    upload_ids: Sequence[str] = field(default=())
