"""Windows that show the same cards of a step hold them once, and what a change makes of them is
worked out once for all of them.

Cards hold drawn fragments, which are of one account and equal only to themselves: nothing of one
account ever comes to another this way.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary, WeakValueDictionary

from reactpy import html

from frontend.fragments import FragmentList, FragmentListElement, finished, reader_of_now
from frontend.pages.board.card_face import row_of
from frontend.pages.board.segment import Row, Segment
from frontend.pages.board.shown import Step

ROWS_KEPT = 64
_Content = tuple[str, tuple[Row, ...], bool, bool, int]


class _Change(NamedTuple):
    """What the last change made of a segment: a card that came or changed, or one that left."""

    came: Row | None
    left: str
    result: Segment


class _Drawn(NamedTuple):
    """A segment as an element of a step."""

    step: Step
    element: FragmentListElement


class _Told(NamedTuple):
    """A card as it was told, and the row that was made of it."""

    card: Mapping[str, Any]
    row: Row


_rows: dict[Hashable, _Told] = {}
_segments: WeakValueDictionary[_Content, Segment] = WeakValueDictionary()
_changes: WeakKeyDictionary[Segment, _Change] = WeakKeyDictionary()
_elements: WeakKeyDictionary[Segment, _Drawn] = WeakKeyDictionary()


def shared_row(card: Mapping[str, Any], workflow_id: str) -> Row:
    """Return a card as a loaded row. Windows that are told of it by the same object, as by an event
    of the stream, share it.
    """
    key = (id(card), workflow_id, reader_of_now())
    known = _rows.get(key)
    if known is not None and known.card is card:
        return known.row
    row = row_of(card, workflow_id)
    _rows[key] = _Told(card, row)
    if len(_rows) > ROWS_KEPT:
        del _rows[next(iter(_rows))]
    return row


def held_once(step_id: str, segment: Segment) -> Segment:
    """Return the segment of the same cards that another window holds already, else this one."""
    content = (step_id, segment.rows, segment.above, segment.below, segment.end)
    return _segments.setdefault(content, segment)


def with_card(segment: Segment, row: Row) -> Segment:
    """Return a segment once a card came to it, or changed."""
    known = _changes.get(segment)
    if known is not None and known.came == row:
        return known.result
    return _remembered(segment, _Change(row, "", segment.with_row(row)))


def without_card(segment: Segment, card_id: str) -> Segment:
    """Return a segment once a card has left it."""
    known = _changes.get(segment)
    if known is not None and known.left == card_id:
        return known.result
    return _remembered(segment, _Change(None, card_id, segment.without(card_id)))


def _remembered(segment: Segment, change: _Change) -> Segment:
    if change.result is not segment:  # else it would hold itself for good
        _changes[segment] = change
    return change.result


def cards_element(segment: Segment, step: Step) -> FragmentListElement:
    """Return the loaded cards as an element, the same one for all who hold the segment; the browser
    scrolls them and asks for more.
    """
    known = _elements.get(segment)
    if known is None or known.step != step:
        known = _elements[segment] = _Drawn(step, _drawn(segment, step))
    return known.element


def _drawn(segment: Segment, step: Step) -> FragmentListElement:
    return finished(
        html.div(
            {"className": "board-step-body", "data-end": segment.end or None},
            _list(segment, step),
            html.ul({"className": "board-shelf", "aria-hidden": "true"}),
        )
    )


def _list(segment: Segment, step: Step) -> FragmentListElement:
    return FragmentList(
        "ul",
        {
            "className": "board-cards",
            "aria-labelledby": f"step-{step.id}",
            "data-step": step.id,
            "data-kind": step.kind,
            "data-stale-after": step.stale_after_days or 0,
            "data-above": "" if segment.above else None,
            "data-below": "" if segment.below else None,
        },
        [row.fragment for row in segment.rows],
    )
