"""The lists as the window left them, for the way back from a document."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from frontend.location import Location
from frontend.pages.document_builder.places import list_url
from frontend.pages.documents.filters import KEPT
from frontend.session import Session

_left: WeakKeyDictionary[Session, dict[str, str]] = WeakKeyDictionary()


def remember_list(session: Session, url: str) -> None:
    """Keep how the list at `url` is filtered while the window is on it; dialogs are not kept."""
    location = session.location.value
    if location.path == url:
        kept = {name: value for name, value in location.query.items() if name in KEPT}
        _left.setdefault(session, {})[url] = Location(url, kept).url


def left_list_url(session: Session, kind: str) -> str:
    """Return where the list of a kind was left, the whole list when the window was not there."""
    url = list_url(kind)
    return _left.get(session, {}).get(url, url)
