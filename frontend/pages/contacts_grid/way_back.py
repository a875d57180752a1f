"""The list as the window left it, for the way back from the page of a contact."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from frontend.location import Location, match
from frontend.pages.contact_filters.segments import segments_of
from frontend.pages.contacts_grid.asked import read_query
from frontend.pages.contacts_grid.listing import Listing
from frontend.pages.contacts_grid.selection import Selection
from frontend.session import Session

LIST, CONTACT = "/contacts", "/contacts/{id}"
PASSING = ("new", "edit", "manage", "export", "recent")
"""What the URL of the list may hold that is not of the list: forms and dialogs."""

NOTHING = Selection()


@dataclass(slots=True)
class _Left:
    """Where the list was left, what was ticked in it, and whose page was open since."""

    url: str = LIST
    listing: Listing | None = None
    selection: Selection = NOTHING
    contact_id: str | None = None


_left: WeakKeyDictionary[Session, _Left] = WeakKeyDictionary()


def remember_list(session: Session) -> None:
    """Keep the place of the window while it is on the list: its filter, sort, scroll and card."""
    location = session.location.value
    if location.path == LIST:
        _of(session).url = location.with_query(dict.fromkeys(PASSING)).url


def list_url(session: Session) -> str:
    """Return where the list was left, its beginning when the window has not been there."""
    return _of(session).url


def left_listing(session: Session) -> Listing:
    """Return what the list showed when it was left, everybody when the window was not there."""
    query = Location.parse(list_url(session)).query
    return read_query(query, segments_of(session).value).listing or Listing()


def go_on_from(session: Session, contact_id: str) -> None:
    """Keep that the window went on to the page of another contact, for the way back."""
    left = _of(session)
    if left.contact_id is not None:
        left.contact_id = contact_id


def leave_list(session: Session, listing: Listing, selection: Selection) -> None:
    """Keep what was ticked when the window goes to the page of a contact, for the way back."""
    goes_to = match(CONTACT, session.location.value.path)
    left = _of(session)
    left.listing, left.selection = (listing, selection) if goes_to else (None, NOTHING)
    left.contact_id = goes_to["id"] if goes_to else None


def kept_selection(session: Session, listing: Listing) -> Selection:
    """Return what was ticked in this listing when the window left it for a contact, once."""
    left = _of(session)
    kept = left.selection if left.listing == listing else NOTHING
    left.listing, left.selection = None, NOTHING
    return kept


def back_from(session: Session) -> str | None:
    """Return the contact whose page the window was led to from the list."""
    return _of(session).contact_id


def _of(session: Session) -> _Left:
    return _left.setdefault(session, _Left())
