"""The words that billing decides by; stored as they are here."""

from __future__ import annotations

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a document is; each kind has numbers of its own."""

    QUOTE = "quote"
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


class LetterKind(StrEnum):
    """What a letter that goes with a document is for."""

    QUOTE = "quote"
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    REMINDER = "reminder"
    OVERDUE = "overdue"


class Restart(StrEnum):
    """When numbers begin anew."""

    YEARLY = "yearly"
    NEVER = "never"


class TaxCategory(StrEnum):
    """Why a tax is what it is. Source: UNTDID 5305 as restricted by EN 16931 (BT-151)."""

    STANDARD = "S"
    ZERO = "Z"
    EXEMPT = "E"
    REVERSE_CHARGE = "AE"
    INTRA_COMMUNITY = "K"
    EXPORT = "G"
    OUT_OF_SCOPE = "O"


class TaxPreset(StrEnum):
    """Taxes that a country's sellers use."""

    FRANCE = "france"
    ITALY = "italy"
    PLAIN = "plain"


class Supply(StrEnum):
    """What is sold, as French invoices say. Source: CGI, annexe II, art. 242 nonies A."""

    GOODS = "goods"
    SERVICES = "services"
    MIXED = "mixed"


class LineKind(StrEnum):
    """What a line is: only items cost something."""

    ITEM = "item"
    HEADING = "heading"
    TEXT = "text"


class Stage(StrEnum):
    """How far a document has come, as it is stored; only drafts can be changed."""

    DRAFT = "draft"
    ISSUED = "issued"
    VOID = "void"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    INVOICED = "invoiced"
    REVISED = "revised"


class DocumentStatus(StrEnum):
    """How far a document has come, as it is shown: with its payments and the calendar."""

    DRAFT = "draft"
    ISSUED = "issued"
    PARTLY_PAID = "partly_paid"
    PAID = "paid"
    VOID = "void"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXPIRED = "expired"
    INVOICED = "invoiced"
    REVISED = "revised"


class LedgerEvent(StrEnum):
    """What the ledger links into its chain."""

    ISSUED = "issued"
    VOIDED = "voided"
    RENDERED = "rendered"
    ACCEPTED = "accepted"
    SIGNED = "signed"
    PURGED = "purged"


class PaymentMethod(StrEnum):
    """How money came. Source: a choice of UNTDID 4461."""

    TRANSFER = "transfer"
    CARD = "card"
    CASH = "cash"
    CHECK = "check"
    DIRECT_DEBIT = "direct_debit"
    OTHER = "other"
