"""Documents as reads return them: one light object per row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import quote

import orjson

from backend.billing.delivery_rows import AnswerRow, DeliveryRow, LinkRow
from backend.billing.line_rows import LineRow, line_rows
from backend.billing.rules.content import Content, content_from_stored
from backend.billing.rules.kinds import DocumentKind, DocumentStatus, PaymentMethod, Stage
from backend.billing.rules.lifecycle import is_overdue, status_of
from backend.core.clock import from_micros
from backend.core.columns import Attributes, Chosen, Columns, fields_needed
from backend.core.ids import encode_id
from backend.core.money import Money

DOCUMENT_COLUMNS = (
    "billing_document.id, billing_document.kind, billing_document.stage, "
    "billing_document.contact_id, billing_document.source_id, billing_document.content, "
    "billing_document.currency, billing_document.issue_date, billing_document.due_date, "
    "billing_document.number, billing_document.series_year, billing_document.series_number, "
    "billing_document.total_minor, billing_document.paid_minor, billing_document.credited_minor, "
    "billing_document.version, billing_document.created_at, billing_document.updated_at, "
    "billing_document.updated_by, billing_document.issued_at, billing_document.kept_for, "
    "billing_document.kept_until, billing_document.purged_at"
)
PAYMENT_COLUMNS = (
    "payment.id, payment.document_id, payment.amount_minor, payment.paid_on, payment.method, "
    "payment.reference, payment.created_at, payment.created_by, billing_document.currency"
)


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment, its fields in the order of :data:`PAYMENT_COLUMNS`."""

    pk: int
    document_key: int
    amount_minor: int
    paid_day: str
    method_name: str
    reference: str | None
    created_micros: int
    created_by: str
    currency: str

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("Payment", self.pk)

    @property
    def amount(self) -> Money:
        """What came."""
        return Money(self.amount_minor, self.currency)

    @property
    def paid_on(self) -> date:
        """The day when it came."""
        return date.fromisoformat(self.paid_day)

    @property
    def method(self) -> PaymentMethod:
        """How it came."""
        return PaymentMethod(self.method_name)

    @property
    def created_at(self) -> datetime:
        """When it was recorded."""
        return from_micros(self.created_micros)


@dataclass
class DocumentRow:
    """A document, its first fields in the order of :data:`DOCUMENT_COLUMNS`.

    ``today`` is the seller's, by which it is overdue or has expired. The content is read from its
    JSON only where something of it is asked for.
    """

    pk: int
    kind_name: str
    stage_name: str
    contact_key: int | None
    source_key: int | None
    content_text: str
    currency: str
    issue_day: str | None
    due_day: str | None
    number: str | None
    series_year: int | None
    series_number: int | None
    total_minor: int
    paid_minor: int
    credited_minor: int
    version: int
    created_micros: int
    updated_micros: int
    updated_by: str
    issued_micros: int | None
    kept_for: int | None
    kept_day: str | None
    purged_micros: int | None
    today: date = date.min
    payments: list[PaymentRow] = field(default_factory=list)
    source: DocumentRow | None = None
    derived: list[DocumentRow] = field(default_factory=list)
    deliveries: list[DeliveryRow] = field(default_factory=list)
    link: LinkRow | None = None
    answer: AnswerRow | None = None

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("BillingDocument", self.pk)

    @property
    def kind(self) -> DocumentKind:
        """What it is."""
        return DocumentKind(self.kind_name)

    @property
    def stage(self) -> Stage:
        """How far it has come, as it is stored."""
        return Stage(self.stage_name)

    @property
    def pdf_url(self) -> str:
        """The path of its PDF."""
        return f"/files/documents/{quote(self.id, safe='')}"

    @property
    def contact_id(self) -> str | None:
        """Whose it is."""
        return None if self.contact_key is None else encode_id("Contact", self.contact_key)

    @property
    def source_id(self) -> str | None:
        """What it was made from."""
        return None if self.source_key is None else encode_id("BillingDocument", self.source_key)

    @cached_property
    def said(self) -> Mapping[str, Any]:
        """What it says, as it is stored."""
        said: dict[str, Any] = orjson.loads(self.content_text)
        return said

    @cached_property
    def content(self) -> Content:
        """What it says."""
        return content_from_stored(self.said)

    @cached_property
    def head(self) -> Content:
        """What it says beside the lines, that need not be read for it."""
        return content_from_stored({**self.said, "lines": ()})

    @property
    def lines(self) -> list[LineRow]:
        """The lines, in order; without the rest of the content, that need not be read for them."""
        return line_rows(self.content_text)

    @property
    def issue_date(self) -> date | None:
        """The day of issue."""
        return None if self.issue_day is None else date.fromisoformat(self.issue_day)

    @property
    def due_date(self) -> date | None:
        """Until when it is to be paid, or holds."""
        return None if self.due_day is None else date.fromisoformat(self.due_day)

    @property
    def status(self) -> DocumentStatus:
        """How far it has come, today."""
        settled = self.paid_minor + self.credited_minor
        return status_of(
            self.kind, self.stage, self.due_date, self.today, self.total_minor, settled
        )

    @property
    def is_overdue(self) -> bool:
        """Whether money should have come by now."""
        return is_overdue(self.status, self.kind, self.due_date, self.today)

    @property
    def total(self) -> Money:
        """With tax."""
        return Money(self.total_minor, self.currency)

    @property
    def paid(self) -> Money:
        """What came for it."""
        return Money(self.paid_minor, self.currency)

    @property
    def credited(self) -> Money:
        """What credit notes took off it."""
        return Money(self.credited_minor, self.currency)

    @property
    def balance_minor(self) -> int:
        """What is left to pay; below zero, what was paid too much."""
        is_owed = self.kind is DocumentKind.INVOICE and self.stage is Stage.ISSUED
        return self.total_minor - self.paid_minor - self.credited_minor if is_owed else 0

    @property
    def balance(self) -> Money:
        """The same, as money."""
        return Money(self.balance_minor, self.currency)

    @property
    def created_at(self) -> datetime:
        """When it was begun."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When it was changed last."""
        return from_micros(self.updated_micros)

    @property
    def issued_at(self) -> datetime | None:
        """When it took its number."""
        return None if self.issued_micros is None else from_micros(self.issued_micros)

    @property
    def kept_until(self) -> date | None:
        """The last day on which it is kept whole, when whoever it was of is erased."""
        return None if self.kept_day is None else date.fromisoformat(self.kept_day)

    @property
    def purged_at(self) -> datetime | None:
        """When all that could tell of whom it was went out of it."""
        return None if self.purged_micros is None else from_micros(self.purged_micros)


_COLUMNS = Columns(DocumentRow, DOCUMENT_COLUMNS)


class Seen(NamedTuple):
    """What is read of documents; ``is_dated``: it is told by the seller's day."""

    chosen: Chosen[DocumentRow]
    is_dated: bool


def seen_of(attributes: Attributes) -> Seen:
    """Return what is read where only these attributes are looked at, and their keys."""
    needed = None if attributes is None else fields_needed(DocumentRow, attributes)
    return Seen(_COLUMNS.of(needed, "pk", "source_key"), needed is None or "today" in needed)


WHOLE = seen_of(None)
