"""The saved filters that a window knows: its user's own and the team's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from frontend.pages.contact_filters.conditions import Group
from frontend.pages.contact_filters.reading import group_of
from frontend.session import Session
from frontend.store import Store

Segment = Mapping[str, Any]
Segments = tuple[Segment, ...]

_stores: WeakKeyDictionary[Session, Store[Segments | None]] = WeakKeyDictionary()


def segments_of(session: Session) -> Store[Segments | None]:
    """Return the window's store of saved filters, None in it until they have been read."""
    return _stores.setdefault(session, Store[Segments | None](()))


def filter_of(segment: Segment) -> Group:
    """Return what a saved filter holds, as the bar shows it."""
    return group_of(segment["filter"])
