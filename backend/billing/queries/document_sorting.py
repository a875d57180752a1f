"""In which order a list of documents stands, each order by an index of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from backend.contacts.sorting import SortDirection, sort_key

NEVER, LAST_MICROS = "9999-12-31", 2**63 - 1


class DocumentSortField(StrEnum):
    """What a list of documents can be sorted by."""

    NUMBER = "number"
    ISSUE_DATE = "issue_date"
    DUE_DATE = "due_date"
    CLIENT = "client"
    TOTAL = "total"
    BALANCE = "balance"


# Word by word as migration 0008 indexes them. What a draft has not yet stands as the newest.
EXPRESSIONS = {
    DocumentSortField.NUMBER: f"COALESCE(issued_at, {LAST_MICROS})",
    DocumentSortField.ISSUE_DATE: f"COALESCE(issue_date, '{NEVER}')",
    DocumentSortField.DUE_DATE: f"COALESCE(due_date, '{NEVER}')",
    DocumentSortField.CLIENT: "buyer_key",
    DocumentSortField.TOTAL: (
        "(CASE WHEN kind = 'credit_note' THEN 0 - total_minor ELSE total_minor END)"
    ),
    DocumentSortField.BALANCE: (
        "(CASE WHEN kind = 'invoice' AND stage = 'issued' "
        "THEN total_minor - paid_minor - credited_minor ELSE 0 END)"
    ),
}
_TEXTS = frozenset(
    {DocumentSortField.ISSUE_DATE, DocumentSortField.DUE_DATE, DocumentSortField.CLIENT}
)


@dataclass(frozen=True, slots=True)
class DocumentSort:
    """An order; documents that are equal in it stand by their age."""

    field: DocumentSortField
    direction: SortDirection = SortDirection.ASC

    @property
    def key(self) -> str:
        """The expression of a document's key."""
        return EXPRESSIONS[self.field]

    @property
    def key_types(self) -> tuple[type, type]:
        """What a cursor of this order holds."""
        return (str if self.field in _TEXTS else int), int

    @property
    def index(self) -> str:
        """The index that has it."""
        return f"billing_document_by_{self.field.value}"

    def way(self, *, backward: bool) -> str:
        """Return in which direction it is read."""
        return "ASC" if (self.direction is SortDirection.ASC) is not backward else "DESC"


def buyer_key(name: str | None) -> str:
    """Return what a document sorts by under its buyer; nobody stands last."""
    return sort_key(name)
