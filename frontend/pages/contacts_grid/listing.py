"""What the list shows and in which order, as the URL says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

SORTS = {
    "given": "GIVEN_NAME",
    "family": "FAMILY_NAME",
    "company": "COMPANY",
    "activity": "LAST_ACTIVITY",
    "created": "CREATED",
}
"""The sorts of the API by their words in the URL."""

NEWEST_FIRST = frozenset({"activity", "created"})
"""Sorts whose first click puts the latest on top."""

CUSTOM = "custom:"
"""Begins the sort by a custom field; its global id follows."""

STATUSES = ("SUBSCRIBED", "UNSUBSCRIBED", "NEVER_SUBSCRIBED")

DEFAULT_SORT = "given"


@dataclass(frozen=True, slots=True)
class Listing:
    """A search, filters and a sort. `labels` are ids: contacts that carry all of them."""

    search: str = ""
    labels: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    deleted: bool = False
    """Contacts deleted in the last 30 days, instead of the others."""
    sort: str = DEFAULT_SORT
    descending: bool = False

    @classmethod
    def parse(cls, query: Mapping[str, str]) -> Listing:
        """Read a URL's query; what makes no sense in it is ignored."""
        sort = query.get("sort", "")
        word = sort.removeprefix("-")
        known = word in SORTS or word.startswith(CUSTOM)
        return cls(
            search=query.get("q", ""),
            labels=_words(query.get("label", "")),
            statuses=tuple(s for s in _words(query.get("subscription", "")) if s in STATUSES),
            deleted=query.get("deleted") == "1",
            sort=word if known else DEFAULT_SORT,
            descending=known and sort.startswith("-"),
        )

    def query(self) -> dict[str, str | None]:
        """Return the URL's parameters; None for those that say nothing."""
        sort = f"-{self.sort}" if self.descending else self.sort
        return {
            "q": self.search or None,
            "label": ",".join(self.labels) or None,
            "subscription": ",".join(self.statuses) or None,
            "deleted": "1" if self.deleted else None,
            "sort": None if sort == DEFAULT_SORT else sort,
        }

    @property
    def is_filtered(self) -> bool:
        return bool(self.search.strip() or self.labels or self.statuses or self.deleted)

    @property
    def filters_nothing(self) -> bool:
        """True when nothing but a search narrows the list."""
        return not (self.labels or self.statuses or self.deleted)

    def filter(self) -> dict[str, Any] | None:
        """Return the API's ContactFilter, None for all contacts."""
        parts: list[dict[str, Any]] = []
        if self.search.strip():
            parts.append({"search": self.search.strip()})
        if self.labels:
            parts.append({"labels": {"allOf": list(self.labels)}})
        if self.statuses:
            parts.append({"subscription": list(self.statuses)})
        if self.deleted:
            parts.append({"deleted": True})
        if len(parts) > 1:
            return {"and": parts}
        return parts[0] if parts else None

    def variables(self) -> dict[str, Any]:
        """Return the `filter` and `sort` variables of the operations on the list."""
        direction = "DESC" if self.descending else "ASC"
        by = (
            {"customFieldId": self.sort.removeprefix(CUSTOM)}
            if self.is_custom
            else {"field": SORTS[self.sort]}
        )
        return {"filter": self.filter(), "sort": {**by, "direction": direction}}

    @property
    def is_custom(self) -> bool:
        """Whether the list is sorted by a custom field, which may be gone."""
        return self.sort.startswith(CUSTOM)

    def sorted_by(self, sort: str) -> Listing:
        """Return the listing after a click on a sort: the other direction when it is chosen
        already.
        """
        if sort == self.sort:
            return replace(self, descending=not self.descending)
        return replace(self, sort=sort, descending=sort in NEWEST_FIRST)


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in text.split(",") if word))
