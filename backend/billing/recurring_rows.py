"""Recurring invoices as reads return them: one light object per row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

import orjson

from backend.billing.document_rows import DocumentRow
from backend.billing.limits import MAX_DAYS_SHOWN
from backend.billing.line_rows import LineRow, line_rows
from backend.billing.rules.content import Content, content_from_stored
from backend.billing.rules.recurring import (
    NEVER,
    Frequency,
    Outcome,
    RecurringMode,
    Schedule,
    next_days,
)
from backend.core.clock import from_micros
from backend.core.ids import encode_id
from backend.core.money import Money

RECURRING_COLUMNS = (
    "recurring_invoice.id, recurring_invoice.contact_id, recurring_invoice.user_id, "
    "recurring_invoice.draft_id, recurring_invoice.content, recurring_invoice.currency, "
    "recurring_invoice.total_minor, recurring_invoice.frequency, recurring_invoice.every, "
    "recurring_invoice.start_date, recurring_invoice.ends_on, recurring_invoice.times, "
    "recurring_invoice.mode, recurring_invoice.made, recurring_invoice.next_date, "
    "recurring_invoice.version, recurring_invoice.created_at, recurring_invoice.updated_at, "
    "recurring_invoice.updated_by, recurring_invoice.paused_at"
)
DAY_COLUMNS = (
    "recurring_day.recurring_id, recurring_day.day, recurring_day.outcome, "
    "recurring_day.document_id, recurring_day.problem, recurring_day.at"
)


@dataclass(slots=True)
class PassedDay:
    """What became of a day, its first fields in the order of :data:`DAY_COLUMNS`."""

    recurring_key: int
    iso_day: str
    outcome_name: str
    document_key: int | None
    problem: str | None
    at_micros: int
    document: DocumentRow | None = None

    @property
    def day(self) -> date:
        """Which day."""
        return date.fromisoformat(self.iso_day)

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        return Outcome(self.outcome_name)

    @property
    def document_id(self) -> str | None:
        """The invoice that was made."""
        return (
            None if self.document_key is None else encode_id("BillingDocument", self.document_key)
        )

    @property
    def at(self) -> datetime:
        """When."""
        return from_micros(self.at_micros)


@dataclass
class RecurringRow:
    """A recurring invoice, its first fields in the order of :data:`RECURRING_COLUMNS`.

    ``today`` is the seller's. ``passed`` are the days that something became of and that may still
    come, ``history`` the last ones of all; both the newest first.
    """

    pk: int
    contact_key: int | None
    user_key: int | None
    draft_key: int | None
    content_text: str
    currency: str
    total_minor: int
    frequency_name: str
    every: int
    start_day: str
    end_day: str | None
    times: int | None
    mode_name: str
    made: int
    next_iso: str
    version: int
    created_micros: int
    updated_micros: int
    updated_by: str
    paused_micros: int | None
    today: date = date.min
    passed: Sequence[PassedDay] = field(default_factory=list)
    history: Sequence[PassedDay] = field(default_factory=list)
    draft: DocumentRow | None = None

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("RecurringInvoice", self.pk)

    @property
    def contact_id(self) -> str | None:
        """Whose it is."""
        return None if self.contact_key is None else encode_id("Contact", self.contact_key)

    @property
    def draft_id(self) -> str | None:
        """Where somebody writes what it is to say from now on."""
        return None if self.draft_key is None else encode_id("BillingDocument", self.draft_key)

    @cached_property
    def said(self) -> Mapping[str, Any]:
        """What its invoices say, as it is stored."""
        said: dict[str, Any] = orjson.loads(self.content_text)
        return said

    @cached_property
    def content(self) -> Content:
        """What its invoices say."""
        return content_from_stored(self.said)

    @cached_property
    def head(self) -> Content:
        """What its invoices say beside the lines, that need not be read for it."""
        return content_from_stored({**self.said, "lines": ()})

    @property
    def lines(self) -> list[LineRow]:
        """The lines, in order; without the rest of the content, that need not be read for them."""
        return line_rows(self.content_text)

    @cached_property
    def schedule(self) -> Schedule:
        """When they are made."""
        return Schedule(
            Frequency(self.frequency_name),
            date.fromisoformat(self.start_day),
            self.every,
            None if self.end_day is None else date.fromisoformat(self.end_day),
            self.times,
        )

    @property
    def frequency(self) -> Frequency:
        """What the schedule counts in."""
        return self.schedule.frequency

    @property
    def start_date(self) -> date:
        """The first day."""
        return self.schedule.start

    @property
    def ends_on(self) -> date | None:
        """After which day it ends."""
        return self.schedule.ends_on

    @property
    def mode(self) -> RecurringMode:
        """What becomes of an invoice when its day has come."""
        return RecurringMode(self.mode_name)

    @property
    def total(self) -> Money:
        """What each comes to, with tax."""
        return Money(self.total_minor, self.currency)

    @property
    def next_date(self) -> date | None:
        """The next day, or None at the end."""
        found = date.fromisoformat(self.next_iso)
        return None if found == NEVER else found

    @property
    def is_paused(self) -> bool:
        """Whether nothing is made for now."""
        return self.paused_micros is not None

    @property
    def is_ended(self) -> bool:
        """Whether nothing is made any more."""
        return self.next_date is None

    @property
    def created_at(self) -> datetime:
        """When it was set up."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When it was changed last."""
        return from_micros(self.updated_micros)

    @property
    def next_dates(self) -> list[date]:
        """The next days, a dozen at most."""
        return self.coming(12)

    @property
    def skipped_dates(self) -> list[date]:
        """The days to come on which nothing is made, the first one first."""
        return sorted(
            each.day
            for each in self.passed
            if each.outcome is Outcome.SKIPPED and each.day >= self.today
        )

    def coming(self, most: int = MAX_DAYS_SHOWN) -> list[date]:
        """Return the next days: of one that is paused those from today on."""
        if self.next_date is None:
            return []
        earliest = max(self.next_date, self.today) if self.is_paused else self.next_date
        return next_days(
            self.schedule, earliest, {each.day for each in self.passed}, self.made, most
        )
