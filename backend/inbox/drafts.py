"""What somebody writes, before anything of it is checked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """Money to ask for, in minor units of a currency; or what is left to pay of an invoice, which
    says the rest.
    """

    amount_minor: int
    currency: str
    text: str
    invoice_id: int | None = None


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """A message to a contact, or an answer in a thread; one of the two is named.

    ``to`` is one of their addresses; without it that which they wrote from last, or their main one.
    ``upload_ids`` are global ids of files that were sent before.
    """

    html: str
    contact_id: int | None = None
    thread_id: int | None = None
    to: str | None = None
    subject: str | None = None
    payment: PaymentDraft | None = None
    upload_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """A saved reply."""

    name: str
    html: str
    subject: str | None = None
