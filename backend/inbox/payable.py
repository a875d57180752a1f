"""Invoices that messages ask to be paid: told by the domain that has them.

A domain above registers at import, in its ``registrations``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from backend.core.ids import encode_id
from backend.core.money import Money
from backend.core.permissions import Actor
from backend.core.registry import Registry
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.rules.kinds import PaymentState

INVOICE_TYPE = "BillingDocument"
"""The type in an invoice's global id, and of the subject of facts about it."""


@dataclass(frozen=True, slots=True)
class Invoice:
    """How an invoice stands today. ``url`` is its client's page, None while no link works."""

    pk: int
    number: str
    state: PaymentState
    is_overdue: bool
    due_date: date | None
    balance: Money
    url: str | None

    @property
    def document_id(self) -> str:
        """The global id."""
        return encode_id(INVOICE_TYPE, self.pk)


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What a message asks for by naming an invoice: what is left to pay of it, and its title."""

    amount_minor: int
    currency: str
    text: str


class Payables(Protocol):
    """What the inbox asks about invoices."""

    kinds: frozenset[str]
    """The facts about an invoice after which it may stand otherwise."""

    async def ask(self, unit: UnitOfWork, invoice_id: int, contact_id: int | None) -> AskedFor:
        """Return what is asked for of the contact whose invoice it is; whoever calls has the
        account's turn. Refusals name ``invoiceId``.
        """

    async def asked(
        self, unit: UnitOfWork, invoice_id: int, message_id: int, address: str, subject: str
    ) -> None:
        """Let the client open the invoice, and keep that a message went with it."""

    async def standing(self, actor: Actor, ids: Collection[int]) -> Mapping[int, Invoice]:
        """Return how invoices stand; a statement or two, whatever their number."""


payables: Registry[Payables] = Registry()


async def invoices_by_id(actor: Actor, ids: Collection[int]) -> dict[int, Invoice]:
    """Return how some invoices stand."""
    found: dict[int, Invoice] = {}
    for each in payables.entries.values() if ids else ():
        found |= await each.standing(actor, ids)
    return found


def telling_kinds() -> frozenset[str]:
    """Return the facts after which an invoice that was asked for may stand otherwise."""
    return frozenset().union(*(each.kinds for each in payables.entries.values()))
