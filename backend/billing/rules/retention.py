"""How long the law of the seller's country has issued documents kept, whoever is erased."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from backend.billing.rules.content import Content, Line
from backend.billing.rules.kinds import DocumentKind
from backend.billing.rules.settings import Party

USUAL_YEARS = 10
NOBODY = "…"
"""What stands where a text was, once a document is nobody's."""
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


def earliest_end(issued_on: date) -> date:
    """Return the day until which every law of ours wants a document kept, whatever is said in its
    row.
    """
    return date(issued_on.year + min(USUAL_YEARS, *_YEARS.values()), 12, 31)


def source_of(country: str | None) -> str:
    """Return the law that makes a country's sellers keep documents, as it is cited there."""
    return _SOURCES.get(country or "", "")


def without_person(content: Content) -> Content:
    """Return what is left of a document when the law wants it no longer: its days, its amounts and
    taxes, and who sold. Any text may tell who bought, the names of lines too.
    """
    return replace(
        content,
        title=None,
        buyer=Party(name=NOBODY),
        header_fields=(),
        lines=tuple(_without_words(each) for each in content.lines),
        notes=None,
        legal_terms=None,
        delivery=None,
    )


def _without_words(line: Line) -> Line:
    return replace(line, name=NOBODY, description=None, unit=None, product_id=None, key=None)
