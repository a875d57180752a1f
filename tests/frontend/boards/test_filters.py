"""The filter of a board, as a URL says it and as the API is asked."""

from __future__ import annotations

from frontend.pages.board.filters import NOTHING, BoardFilter


def test_what_makes_no_sense_is_left_out() -> None:
    assert BoardFilter.of({"due": "someday", "q": "   ", "sort": "name"}).is_empty
    assert BoardFilter.of({"q": " shop "}).variable() == {"text": "shop"}
    assert len(BoardFilter.of({"q": "x" * 5000}).text) == 100


def test_everything_at_once() -> None:
    chosen = BoardFilter.of(
        {"q": "shop", "assignee": "m1", "label": "l1", "due": "week", "contact": "c1"}
    )
    assert chosen.variable() == {
        "text": "shop",
        "assigneeIds": ["m1"],
        "labelIds": ["l1"],
        "due": "THIS_WEEK",
        "contactId": "c1",
    }
    assert BoardFilter.of({"assignee": "none"}).variable() == {"unassigned": True}
    assert BoardFilter().variable() is None
    cleared = {name: value for name, value in NOTHING.items() if value is not None}
    assert BoardFilter.of(cleared).is_empty
