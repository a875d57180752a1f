"""The list as the window left it, for the way back from a page that it led to."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from frontend.session import Session

LIST = "/contacts"
PASSING = ("new", "edit", "manage", "export", "recent")
"""What the URL of the list may hold that is not of the list: forms and dialogs."""

_left: WeakKeyDictionary[Session, str] = WeakKeyDictionary()


def remember_list(session: Session) -> None:
    """Keep the place of the window while it is on the list: its filter, sort, scroll and card."""
    location = session.location.value
    if location.path == LIST:
        _left[session] = location.with_query(dict.fromkeys(PASSING)).url


def list_url(session: Session) -> str:
    """Return where the list was left, its beginning when the window has not been there."""
    return _left.get(session, LIST)
