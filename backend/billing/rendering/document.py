"""What a document shows, reckoned and decided already.

Amounts are whole minor units of its currency, dates the seller's calendar days; texts are data and
never markup.

The numbers in brackets are the terms of EN 16931-1:2017.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

_NOTHING = Decimal(0)


class Kind(StrEnum):
    """What a document is."""

    QUOTE = "quote"
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


class Watermark(StrEnum):
    """What lies across every page of a document that is not, or no longer, to be paid."""

    DRAFT = "draft"
    VOID = "void"


class Supply(StrEnum):
    """What is sold, as French invoices say. Source: CGI, annexe II, art. 242 nonies A."""

    GOODS = "goods"
    SERVICES = "services"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that ``pictures`` made safe: ``png`` or ``svg``, of so many pixels."""

    content: bytes
    format: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A seller (BG-4) or buyer (BG-7); ``address`` as it is written on a letter, without the name.

    ``country`` is an ISO 3166-1 code. ``registration_number`` is a SIREN or SIRET in France.
    """

    name: str
    address: tuple[str, ...] = ()
    country: str | None = None
    email: str | None = None
    phone: str | None = None
    registration_number: str | None = None
    vat_number: str | None = None
    fiscal_code: str | None = None
    electronic_address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller(Party):
    """A seller, with what its country's law and its own taste put on documents.

    ``share_capital`` and ``register_entry`` are as written: "10 000 €", "RCS Lyon". ``accent`` is a
    colour such as #1f6b54.
    """

    legal_form: str | None = None
    share_capital: str | None = None
    register_entry: str | None = None
    website: str | None = None
    logo: Picture | None = None
    accent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line that costs something (BG-25); ``net_minor`` is after its own discount (BT-131)."""

    name: str
    quantity: Decimal
    unit_price_minor: int
    net_minor: int
    description: str | None = None
    unit: str | None = None
    tax_rate: Decimal | None = None
    discount_percent: Decimal = _NOTHING
    discount_minor: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that begins a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A line that only says something."""

    text: str


Line = Item | Heading | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxTotal:
    """One rate's part of a document (BG-23); ``rate`` in percent, None for lines without a tax."""

    rate: Decimal | None
    base_minor: int
    tax_minor: int
    category: str = "S"
    name: str | None = None
    exemption_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a document adds up to (BG-22). Of a credit note, what is given back: positive too."""

    lines_minor: int
    net_minor: int
    tax_minor: int
    total_minor: int
    discount_percent: Decimal = _NOTHING
    discount_minor: int = 0
    paid_minor: int = 0
    credited_minor: int = 0
    taxes: tuple[TaxTotal, ...] = ()

    @property
    def due_minor(self) -> int:
        """What is still to be paid (BT-115)."""
        return self.total_minor - self.paid_minor - self.credited_minor


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """How to pay (BG-16): ``reference`` is what the transfer should say (BT-83)."""

    holder: str | None = None
    iban: str | None = None
    bic: str | None = None
    instructions: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class HeaderField:
    """A field of the seller's own at the top: a project's number, an order's reference."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """Who accepted a quote, when (in the seller's time zone), from where, and how they signed."""

    name: str
    at: datetime
    address: str | None = None
    signature: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document to be rendered in ``locale`` (en, fr, it); a draft may lack number and dates.

    ``corrects`` is the number of the invoice that a credit note corrects (BT-25).
    """

    kind: Kind
    locale: str
    currency: str
    seller: Seller
    buyer: Party
    totals: Totals
    lines: tuple[Line, ...] = ()
    number: str | None = None
    title: str | None = None
    issued_on: date | None = None
    due_on: date | None = None
    valid_until: date | None = None
    delivered_from: date | None = None
    delivered_until: date | None = None
    delivery_address: tuple[str, ...] = ()
    terms: str | None = None
    corrects: str | None = None
    corrected_on: date | None = None
    header_fields: tuple[HeaderField, ...] = ()
    payment: Payment = field(default_factory=Payment)
    notes: str | None = None
    legal_terms: str | None = None
    supply: Supply | None = None
    tax_on_debits: bool = False
    courtesy_copy: bool = False
    acceptance: Acceptance | None = None
    watermark: Watermark | None = None
