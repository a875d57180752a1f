"""The words that billing decides by; stored as they are here."""

from __future__ import annotations

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a document is; each kind has numbers of its own."""

    QUOTE = "quote"
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


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
