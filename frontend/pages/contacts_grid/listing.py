"""What the list shows and in which order, as the URL says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from frontend.pages.contact_filters.address import Unreadable, read_filter, write_filter
from frontend.pages.contact_filters.argument import arguments_of
from frontend.pages.contact_filters.conditions import EVERYBODY, Condition, Group, tidied
from frontend.pages.contact_filters.fields import is_possible

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

DEFAULT_SORT = "given"

LABEL, SUBSCRIPTION = ("label", "all"), ("subscription", "is")
"""What is asked in a parameter of its own where it comes first, by its field and operator."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A search, a filter and a sort."""

    search: str = ""
    where: Group = EVERYBODY
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
            where=read_where(query) or EVERYBODY,
            deleted=query.get("deleted") == "1",
            sort=word if known else DEFAULT_SORT,
            descending=known and sort.startswith("-"),
        )

    def query(self) -> dict[str, str | None]:
        """Return the URL's parameters; None for those that say nothing."""
        return {
            "q": self.search or None,
            **write_where(self.where),
            "deleted": "1" if self.deleted else None,
            "sort": self.sort_word,
        }

    @property
    def sort_word(self) -> str | None:
        """The sort as the URL says it; None for the usual one."""
        return None if self.sort_text == DEFAULT_SORT else self.sort_text

    @property
    def sort_text(self) -> str:
        """The sort in a word, the usual one too."""
        return f"-{self.sort}" if self.descending else self.sort

    @property
    def is_filtered(self) -> bool:
        return bool(self.search.strip()) or not self.filters_nothing

    @property
    def filters_nothing(self) -> bool:
        """True when nothing but a search narrows the list."""
        return self.where == EVERYBODY and not self.deleted

    @property
    def is_whole_trash(self) -> bool:
        """True when all that is in the trash is shown."""
        return self.deleted and self.where == EVERYBODY and not self.search.strip()

    def filter(self) -> dict[str, Any] | None:
        """Return the API's ContactFilter, None for all contacts."""
        parts: list[dict[str, Any]] = []
        if self.search.strip():
            parts.append({"search": self.search.strip()})
        parts += arguments_of(self.where)
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

    def narrowed(self, where: Group) -> Listing:
        """Return the listing with another filter."""
        return replace(self, where=where)

    def sorted_as(self, text: str) -> Listing:
        """Return the listing with the sort of a word such as `-created`."""
        return replace(self, sort=text.removeprefix("-"), descending=text.startswith("-"))

    def sorted_by(self, sort: str) -> Listing:
        """Return the listing after a click on a sort: the other direction when it is chosen
        already.
        """
        if sort == self.sort:
            return replace(self, descending=not self.descending)
        return replace(self, sort=sort, descending=sort in NEWEST_FIRST)


def sort_text_of(saved: Mapping[str, Any] | None) -> str | None:
    """Return the word of a sort as the API keeps it, None where there is none that we know."""
    if not saved:
        return None
    words = {name: word for word, name in SORTS.items()}
    custom = saved.get("customFieldId")
    word = f"{CUSTOM}{custom}" if custom else words.get(saved.get("field", ""))
    return f"-{word}" if word and saved.get("direction") == "DESC" else word


def read_where(query: Mapping[str, str]) -> Group | None:
    """Return the filter that a URL's query says, None when it says none that can be read."""
    try:
        written = read_filter(query.get("where", ""))
    except Unreadable:
        return None
    first = [
        Condition(field, operator, values)
        for field, operator in (LABEL, SUBSCRIPTION)
        if (values := _words(query.get(field, "")))
    ]
    if not all(is_possible(condition) for condition in first):
        return None
    rest = written.parts if written.match == "all" else (written,)
    return tidied(Group("all", (*first, *rest)))


def write_where(where: Group) -> dict[str, str | None]:
    """Return the parameters of a filter. Labels and subscription, where they come first, have
    their own.
    """
    said: dict[str, str | None] = {"label": None, "subscription": None, "where": None}
    parts = list(where.parts) if where.match == "all" else []
    for field, operator in (LABEL, SUBSCRIPTION):
        first = parts[0] if parts else None
        if isinstance(first, Condition) and (first.field, first.operator) == (field, operator):
            said[field] = ",".join(first.values)
            del parts[0]
    rest = Group("all", tuple(parts)) if where.match == "all" else where
    return {**said, "where": write_filter(rest) or None}


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in text.split(",") if word))
