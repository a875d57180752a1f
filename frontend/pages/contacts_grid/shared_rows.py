"""Windows that show the same rows hold them once, and what a change makes of them is worked out
once for all of them.

Rows hold drawn fragments, which are of one account and equal only to themselves: nothing of one
account ever comes to another this way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary, WeakValueDictionary

from frontend.fragments import FragmentList, FragmentListElement
from frontend.locale import current_locale
from frontend.pages.contacts_grid.rows import placement_of
from frontend.pages.contacts_grid.segment import Changed, Row, Segment, apply_changes
from frontend.session import session_or_none

Shown = tuple[str, ...]
_Content = tuple[int, tuple[Row, ...], bool, bool, int]


class _Step(NamedTuple):
    """What the last change made of a segment, and for whom."""

    event: Mapping[str, Any]
    reader: tuple[object, ...]
    changed: Changed


_segments: WeakValueDictionary[_Content, Segment] = WeakValueDictionary()
_steps: WeakKeyDictionary[Segment, _Step] = WeakKeyDictionary()
_elements: WeakKeyDictionary[Segment, FragmentListElement] = WeakKeyDictionary()


def held_once(segment: Segment) -> Segment:
    """Return the segment of the same rows that another window holds already, else this one."""
    content = (segment.start, segment.rows, segment.at_top, segment.at_end, segment.total)
    return _segments.setdefault(content, segment)


def change_by(segment: Segment, event: Mapping[str, Any], shown: Shown) -> Changed:
    """Return what an event of `contactsChanged` makes of a segment under the columns `shown`.

    Windows that follow the same list are told of a change by the same event.
    """
    session = session_or_none()
    reader = (session and session.reader, current_locale(), shown)
    known = _steps.get(segment)
    if known is not None and known.event is event and known.reader == reader:
        return known.changed
    changed = apply_changes(
        segment,
        [placement_of(placement, shown) for placement in event["entered"]],
        [placement_of(placement, shown) for placement in event["changed"]],
        event["left"],
    )
    _steps[segment] = _Step(event, reader, changed)
    return changed


def rows_element(segment: Segment | None) -> FragmentListElement:
    """Return the loaded rows as an element, the same one for all who hold the segment."""
    if segment is None:
        return _drawn(Segment())
    known = _elements.get(segment)
    if known is None:
        known = _elements[segment] = _drawn(segment)
    return known


def _drawn(segment: Segment) -> FragmentListElement:
    return FragmentList(
        "div",
        {
            "className": "grid-rows",
            "role": "rowgroup" if segment.rows else "presentation",
            "style": {"--start": segment.start},
        },
        [row.fragment for row in segment.rows],
    )
