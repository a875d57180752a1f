"""How long the law of the seller's country has issued documents kept, whoever is erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backend.billing.rules.kinds import DocumentKind

USUAL_YEARS = 10
_YEARS = {
    "FR": 10,  # Code de commerce, art. L123-22: from the end of the financial year
    "IT": 10,  # Codice civile, art. 2220: from the last entry
}
_SOURCES = {"FR": "Code de commerce, art. L123-22", "IT": "Codice civile, art. 2220"}


@dataclass(frozen=True, slots=True)
class KeptDocuments:
    """Documents of one kind that outlive their contact: how many, and until which day the last of
    them is kept. ``source`` is the law, empty where none of ours is known.
    """

    kind: DocumentKind
    count: int
    until: date
    source: str


def kept_until(issued_on: date, country: str | None) -> date:
    """Return the last day on which a document is kept: that of a year, the most usual end of a
    financial year.
    """
    return date(issued_on.year + _YEARS.get(country or "", USUAL_YEARS), 12, 31)


def source_of(country: str | None) -> str:
    """Return the law that makes a country's sellers keep documents, as it is cited there."""
    return _SOURCES.get(country or "", "")
