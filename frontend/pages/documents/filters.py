"""Which documents a list shows, as the URL says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

LONGEST_TEXT = 100
BILLS: dict[str, Mapping[str, Any]] = {
    "draft": {"statuses": ["DRAFT"]},
    "unpaid": {"unpaid": True},
    "overdue": {"overdue": True},
    "paid": {"statuses": ["PAID"]},
    "void": {"statuses": ["VOID"]},
    "credit": {"kinds": ["CREDIT_NOTE"]},
}
"""What `?state=` may be in the list of invoices, as the API is asked for it."""
QUOTES: dict[str, Mapping[str, Any]] = {
    "draft": {"statuses": ["DRAFT"]},
    "open": {"statuses": ["ISSUED"]},
    "accepted": {"statuses": ["ACCEPTED"]},
    "invoiced": {"statuses": ["INVOICED"]},
    "rejected": {"statuses": ["REJECTED"]},
    "expired": {"statuses": ["EXPIRED"]},
}
"""The same in the list of quotes."""
NOTHING: dict[str, str | None] = dict.fromkeys(("q", "state", "client", "from", "to"))
KEPT = (*NOTHING, "sort")
"""What of a list's URL is more than a dialog."""
SORTS = {
    "number": "NUMBER",
    "issued": "ISSUE_DATE",
    "due": "DUE_DATE",
    "client": "CLIENT",
    "total": "TOTAL",
    "balance": "BALANCE",
}
"""What `?sort=` may be, as the API is asked for it; downwards with a minus before it."""


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """What the documents that are shown have in common; all of it at once."""

    of_quotes: bool = False
    of_all_kinds: bool = False
    text: str = ""
    state: str = ""
    client: str = ""
    since: str = ""
    """The first day of issue, `2026-11-01`."""
    until: str = ""
    sort: str = ""
    """Empty is the newest first."""

    @classmethod
    def of(cls, query: Mapping[str, str], *, of_quotes: bool) -> DocumentFilter:
        """Read it from a URL's query; what makes no sense is left out."""
        state = query.get("state", "")
        return cls(
            of_quotes=of_quotes,
            text=query.get("q", "").strip()[:LONGEST_TEXT],
            state=state if state in (QUOTES if of_quotes else BILLS) else "",
            client=query.get("client", ""),
            since=_day(query.get("from", "")),
            until=_day(query.get("to", "")),
            sort=_sort(query.get("sort", "")),
        )

    @property
    def is_empty(self) -> bool:
        """Whether every document of the list is shown."""
        return self == DocumentFilter(of_quotes=self.of_quotes, sort=self.sort)

    @property
    def order(self) -> dict[str, str] | None:
        """The API's BillingDocumentSort."""
        if not self.sort:
            return None
        direction = "DESC" if self.sort.startswith("-") else "ASC"
        return {"field": SORTS[self.sort.removeprefix("-")], "direction": direction}

    def argument(self) -> dict[str, Any]:
        """Return the API's BillingDocumentFilter."""
        asked: dict[str, Any] = {}
        if not self.of_all_kinds:
            asked["kinds"] = ["QUOTE"] if self.of_quotes else ["INVOICE", "CREDIT_NOTE"]
        if self.state:
            asked |= (QUOTES if self.of_quotes else BILLS)[self.state]
        if self.text:
            asked["search"] = self.text
        if self.client:
            asked["contactId"] = self.client
        if self.since:
            asked["issuedFrom"] = self.since
        if self.until:
            asked["issuedTo"] = self.until
        return asked


def _sort(text: str) -> str:
    return text if text.removeprefix("-") in SORTS else ""


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
