"""What a window's URL asks for: a listing, perhaps out of a saved filter, perhaps out of a mangled
link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple
from weakref import WeakKeyDictionary, ref

from frontend.hooks import use_store
from frontend.pages.contact_filters.conditions import EVERYBODY, Group
from frontend.pages.contact_filters.segments import Segments, filter_of, segments_of
from frontend.pages.contacts_grid.columns import TRASH_SHOWN, is_column
from frontend.pages.contacts_grid.listing import (
    DEFAULT_SORT,
    Listing,
    read_where,
    sort_text_of,
    write_where,
)
from frontend.session import Session, current_session
from frontend.store import Store

SEGMENT = "segment"
FILTERS = ("label", "subscription", "where")
COLUMNS = "columns"
NO_FILTER: dict[str, str | None] = dict.fromkeys((*FILTERS, SEGMENT, COLUMNS, "deleted", "q", "at"))
"""The changes of a URL's query that show everybody."""


Problem = Literal["", "unreadable", "gone"]
Columns = tuple[str, ...]


class Asked(NamedTuple):
    """A listing, and where its filter comes from."""

    listing: Listing | None
    """None while the saved filter it follows has not been read."""
    segment_id: str | None = None
    """The saved filter that is open, changed or not."""
    saved: Group | None = None
    """What that one holds."""
    problem: Problem = ""
    """What is wrong with the link's filter; the listing is without it then."""
    saved_sort: str | None = None
    """The order that the saved filter brings, None when it brings none."""
    saved_columns: Columns | None = None
    """Likewise its columns, behind the name."""
    columns: Columns | None = None
    """The columns that are asked for, None for those of the user."""

    @property
    def is_changed(self) -> bool:
        """Whether an open saved filter was changed here, and not saved."""
        if self.saved is None or self.listing is None:
            return False
        return (
            self.listing.where != self.saved
            or self.saved_sort not in (None, self.listing.sort_text)
            or self.columns != self.saved_columns
        )

    @property
    def in_trash(self) -> bool:
        """Whether deleted contacts are asked for; the trash has columns of its own."""
        return self.listing is not None and self.listing.deleted

    @property
    def brings_more(self) -> bool:
        """Whether the open saved filter brings an order and columns too."""
        return self.saved_sort is not None or self.saved_columns is not None

    @property
    def without(self) -> dict[str, str | None]:
        """The changes of a URL's query that show everybody, without an order that came along."""
        return {**NO_FILTER, "sort": None} if self.saved_sort else NO_FILTER

    def opening(self, segment: Mapping[str, Any]) -> dict[str, str | None]:
        """Return the changes of a URL's query that show a saved filter as it is, in its own order
        where it has one.
        """
        query = {**self.without, SEGMENT: segment["id"]}
        return {**query, "sort": None} if sort_text_of(segment.get("sort")) else query

    def sorted_query(self, listing: Listing) -> dict[str, str | None]:
        """Return the changes of a URL's query that turn to the sort of a listing."""
        usual = self.saved_sort or DEFAULT_SORT
        return {"sort": None if listing.sort_text == usual else listing.sort_text, "at": None}

    def columns_query(self, columns: Columns) -> dict[str, str | None]:
        """Return the changes of a URL's query that turn to other columns, behind the name."""
        return {COLUMNS: None if columns == self.saved_columns else ",".join(columns)}

    def query(self, where: Group) -> dict[str, str | None]:
        """Return the changes of a URL's query that turn to another filter, the saved one still
        open.
        """
        said = dict.fromkeys(FILTERS) if where == self.saved else write_where(where)
        if self.segment_id and where == EVERYBODY != self.saved:
            said["where"] = ""  # its absence would mean the saved filter as it is
        return {**said, "at": None}


def read_query(query: Mapping[str, str], segments: Segments | None) -> Asked:
    """Return what a URL's query asks for; `segments` are None until they have been read."""
    asked = _read_listing(query, segments)
    return asked._replace(columns=TRASH_SHOWN) if asked.in_trash else asked


def _read_listing(query: Mapping[str, str], segments: Segments | None) -> Asked:
    listing = Listing.parse(query)
    segment_id = query.get(SEGMENT) or None
    problem: Problem = "unreadable" if read_where(query) is None else ""
    if segment_id is None:
        return Asked(listing, problem=problem)
    if segments is None:
        return Asked(None, segment_id)
    found: Mapping[str, Any] | None = next((s for s in segments if s["id"] == segment_id), None)
    if found is None:
        return Asked(listing, problem="gone")
    saved, sort = filter_of(found), sort_text_of(found.get("sort"))
    saved_columns = known_columns(found.get("columns"))
    if sort and "sort" not in query:
        listing = listing.sorted_as(sort)
    columns = saved_columns
    if saved_columns is not None and COLUMNS in query:
        columns = known_columns(query[COLUMNS].split(","))
    if not any(name in query for name in FILTERS):
        listing, problem = listing.narrowed(saved), ""
    return Asked(listing, segment_id, saved, problem, sort, saved_columns, columns)


def known_columns(names: Sequence[str] | None) -> Columns | None:
    """Return the columns behind the name that we know of some, None where there were none."""
    return None if names is None else tuple(c for c in names if is_column(c) and c != "name")


_stores: WeakKeyDictionary[Session, Store[Asked]] = WeakKeyDictionary()


def asked_of(session: Session) -> Store[Asked]:
    """Return the window's store of what its URL asks for; it follows the URL and the saved
    filters.
    """
    if session not in _stores:
        _stores[session] = store = Store(_read(session))
        there = ref(session)

        def update(_: object) -> None:
            window = there()
            if window is not None:
                store.set(_read(window))

        session.location.subscribe(update)
        segments_of(session).subscribe(update)
    return _stores[session]


def use_asked() -> Asked:
    """Return what the URL asks for; renders again when that changes."""
    asked: Asked = use_store(asked_of(current_session()))
    return asked


def use_listing() -> Listing:
    """Return the listing that the URL asks for, an empty one while it is not known."""
    listing: Listing = use_store(asked_of(current_session()), _listing)
    return listing


def _listing(asked: Asked) -> Listing:
    return asked.listing or Listing()


def _read(session: Session) -> Asked:
    return read_query(session.location.value.query, segments_of(session).value)
