"""What documents add up to, by currency: read from indexes alone, on one day of the seller's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.billing.queries.documents import (
    ISSUED_INDEX,
    OPEN_INDEX,
    OPEN_INVOICE,
    STAGE_INDEX,
    by_index,
    today_of,
)
from backend.billing.rules.kinds import DocumentKind
from backend.contacts.redirects import redirects
from backend.core.database import read
from backend.core.money import Money
from backend.core.permissions import Actor, Permission

MONTHS = 12
_LISTED = "account_id = ? AND deleted_at IS NULL"


@dataclass(slots=True)
class InvoiceSums:
    """What invoices of a currency add up to; amounts are minor units."""

    currency: str
    open_count: int = 0
    open_minor: int = 0
    overdue_count: int = 0
    overdue_minor: int = 0
    paid_month_minor: int = 0
    paid_year_minor: int = 0

    @property
    def outstanding(self) -> Money:
        """What is left to pay."""
        return Money(self.open_minor, self.currency)

    @property
    def overdue(self) -> Money:
        """What should have been paid by now."""
        return Money(self.overdue_minor, self.currency)

    @property
    def paid_this_month(self) -> Money:
        """What came since the month began."""
        return Money(self.paid_month_minor, self.currency)

    @property
    def paid_this_year(self) -> Money:
        """What came since the year began."""
        return Money(self.paid_year_minor, self.currency)


@dataclass(slots=True)
class QuoteSums:
    """What quotes of a currency add up to; amounts are minor units."""

    currency: str
    open_count: int = 0
    open_minor: int = 0
    accepted_count: int = 0
    accepted_minor: int = 0
    won_minor: int = 0

    @property
    def waiting(self) -> Money:
        """What clients have not answered yet, and still may."""
        return Money(self.open_minor, self.currency)

    @property
    def accepted(self) -> Money:
        """What was accepted and is not invoiced."""
        return Money(self.accepted_minor, self.currency)

    @property
    def won_this_year(self) -> Money:
        """What was accepted of the quotes of this year, invoiced or not."""
        return Money(self.won_minor, self.currency)


@dataclass(slots=True)
class MonthSums:
    """What was invoiced and what came in a month, in one currency; minor units."""

    month: str
    currency: str
    invoiced_minor: int = 0
    paid_minor: int = 0

    @property
    def invoiced(self) -> Money:
        """Invoices issued, less credit notes."""
        return Money(self.invoiced_minor, self.currency)

    @property
    def paid(self) -> Money:
        """Payments that came."""
        return Money(self.paid_minor, self.currency)


async def invoice_sums(actor: Actor, contact_id: int | None = None) -> list[InvoiceSums]:
    """Return the sums of the account's invoices, or of a contact's, by currency.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    today = await today_of(actor)
    contact = await _contact(actor, contact_id)
    sums: dict[str, InvoiceSums] = {}
    rows = await read.fetch(
        "SELECT currency, COUNT(*), SUM(total_minor - paid_minor - credited_minor), "
        "SUM(CASE WHEN due_date < ? THEN 1 ELSE 0 END), "
        "SUM(CASE WHEN due_date < ? THEN total_minor - paid_minor - credited_minor ELSE 0 END) "
        f"FROM billing_document{contact.index(OPEN_INDEX)} "
        f"WHERE {contact.account} AND {OPEN_INVOICE}{contact.text} GROUP BY currency",
        (today.isoformat(), today.isoformat(), actor.account_id, *contact.params),
    )
    for currency, count, minor, late, late_minor in rows:
        sums[currency] = InvoiceSums(currency, count, int(minor), int(late), int(late_minor))
    for currency, month, year in await _paid_since(actor, today, contact):
        found = sums.setdefault(currency, InvoiceSums(currency))
        found.paid_month_minor, found.paid_year_minor = int(month), int(year)
    return [sums[currency] for currency in sorted(sums)]


async def quote_sums(actor: Actor, contact_id: int | None = None) -> list[QuoteSums]:
    """Return the sums of the account's quotes, or of a contact's, by currency.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    today = await today_of(actor)
    contact = await _contact(actor, contact_id)
    sums: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for part, condition, day in (
        ("open", "stage = 'issued' AND due_date >= ?", today),
        ("accepted", "stage = 'accepted'", None),
        (
            "won",
            "stage IN ('accepted', 'invoiced') AND issue_date >= ?",
            today.replace(month=1, day=1),
        ),
    ):
        rows = await read.fetch(
            "SELECT currency, COUNT(*), SUM(total_minor) "
            f"FROM billing_document{contact.index(STAGE_INDEX)} "
            f"WHERE {contact.account} AND kind = 'quote' AND {condition}{contact.text} "
            "GROUP BY currency",
            (actor.account_id, *((day.isoformat(),) if day else ()), *contact.params),
        )
        for currency, count, minor in rows:
            sums[currency] |= {f"{part}_minor": int(minor)}
            if part != "won":
                sums[currency][f"{part}_count"] = count
    return [QuoteSums(currency, **values) for currency, values in sorted(sums.items())]


async def month_sums(actor: Actor) -> list[MonthSums]:
    """Return what was invoiced and paid in each of the last twelve months, the present one last,
    for each currency in which there was anything; void invoices count for nothing.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    today = await today_of(actor)
    months = last_months(today)
    first = f"{months[0]}-01"
    invoiced = await read.fetch(
        "SELECT currency, substr(issue_date, 1, 7), "
        "SUM(CASE WHEN kind = 'invoice' THEN total_minor ELSE -total_minor END) "
        f"FROM billing_document{by_index(ISSUED_INDEX)} "
        f"WHERE {_LISTED} AND issued_at IS NOT NULL AND issue_date >= ? "
        "AND kind <> 'quote' AND stage = 'issued' GROUP BY 1, 2",
        (actor.account_id, first),
    )
    paid = await read.fetch(
        "SELECT currency, substr(paid_on, 1, 7), SUM(amount_minor) FROM payment "
        f"WHERE {_LISTED} AND paid_on >= ? GROUP BY 1, 2",
        (actor.account_id, first),
    )
    return _by_month(
        months, {(c, m): int(v) for c, m, v in invoiced}, {(c, m): int(v) for c, m, v in paid}
    )


async def invoiced_minor(actor: Actor, kind: DocumentKind, currency: str) -> int:
    """Return what all issued documents of a kind come to in a currency, void ones too."""
    return int(
        await read.fetch_value(
            f"SELECT COALESCE(SUM(total_minor), 0) FROM billing_document{by_index(ISSUED_INDEX)} "
            f"WHERE {_LISTED} AND issued_at IS NOT NULL AND kind = ? AND currency = ?",
            (actor.account_id, kind.value, currency),
        )
    )


async def received_minor(actor: Actor, currency: str) -> int:
    """Return what all payments in a currency come to."""
    return int(
        await read.fetch_value(
            f"SELECT COALESCE(SUM(amount_minor), 0) FROM payment{by_index('payment_of_day')} "
            f"WHERE {_LISTED} AND currency = ?",
            (actor.account_id, currency),
        )
    )


def last_months(today: date, count: int = MONTHS) -> list[str]:
    """Return year and month of the last months, ``2026-11``, the present one last."""
    last = today.year * 12 + today.month - 1
    return [f"{each // 12:04}-{each % 12 + 1:02}" for each in range(last - count + 1, last + 1)]


def _by_month(
    months: list[str], invoiced: Mapping[tuple[str, str], int], paid: Mapping[tuple[str, str], int]
) -> list[MonthSums]:
    currencies = sorted({currency for currency, _ in (*invoiced, *paid)})
    return [
        MonthSums(month, each, invoiced.get((each, month), 0), paid.get((each, month), 0))
        for each in currencies
        for month in months
    ]


async def _paid_since(actor: Actor, today: date, contact: _Contact) -> list[tuple[Any, ...]]:
    """Return what came this month and this year, by currency."""
    of_contact = ""
    within: tuple[int, ...] = ()
    if contact.key is not None:
        of_contact = (
            " AND document_id IN (SELECT id FROM billing_document "
            f"WHERE {contact.account}{contact.text})"
        )
        within = (actor.account_id, *contact.params)
    return await read.fetch(
        "SELECT currency, SUM(CASE WHEN paid_on >= ? THEN amount_minor ELSE 0 END), "
        f"SUM(amount_minor) FROM payment{'' if contact.key else by_index('payment_of_day')} "
        f"WHERE {_LISTED} AND paid_on >= ?{of_contact} GROUP BY currency",
        (
            today.replace(day=1).isoformat(),
            actor.account_id,
            today.replace(month=1, day=1).isoformat(),
            *within,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Contact:
    """Whose documents are summed; everybody's without a key."""

    key: int | None = None

    @property
    def text(self) -> str:
        """The condition."""
        return "" if self.key is None else " AND contact_id = ?"

    @property
    def params(self) -> tuple[int, ...]:
        """Its parameters."""
        return () if self.key is None else (self.key,)

    @property
    def account(self) -> str:
        """The account's condition: as a sum it keeps its index from being taken for this one's."""
        return _LISTED if self.key is None else _LISTED.replace("account_id", "account_id + 0")

    def index(self, name: str) -> str:
        """Return the index that is read where it is everybody's."""
        return by_index(name) if self.key is None else ""


async def _contact(actor: Actor, contact_id: int | None) -> _Contact:
    if contact_id is None:
        return _Contact()
    return _Contact((await redirects(actor, (contact_id,))).get(contact_id, contact_id))
