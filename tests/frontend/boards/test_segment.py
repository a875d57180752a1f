"""The loaded cards of a step follow the whole step, whatever happens in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from frontend.fragments import Fragment
from frontend.pages.board.segment import MOST, PAGE, Row, Segment


def row(number: int, version: int = 1) -> Row:
    name = f"{number:05}"
    return Row(name, name, f"after {name}", version, name, Fragment(b"{}", name))


def ids(segment: Segment) -> list[str]:
    return [each.id for each in segment.rows]


ACTS = st.lists(st.tuples(st.integers(0, 99), st.booleans()), max_size=40)


@given(st.sets(st.integers(0, 99)), st.integers(0, 60), st.integers(1, 60), ACTS)
def test_a_window_stays_an_unbroken_run_of_the_step(
    present: set[int], start: int, size: int, acts: list[tuple[int, bool]]
) -> None:
    step = sorted(present)
    seen = step[start : start + size]
    more = len(step) > start + size
    segment = Segment(tuple(map(row, seen)), above=start > 0, below=more)
    for number, comes in acts:
        name = f"{number:05}"
        segment = segment.with_row(row(number)) if comes else segment.without(name)
        present = present | {number} if comes else present - {number}
        shown = ids(segment)
        whole = [f"{each:05}" for each in sorted(present)]
        if shown:
            at = whole.index(shown[0])
            assert shown == whole[at : at + len(shown)]
        if not segment.above and not segment.below:
            assert shown == whole


def test_pages_join_on_either_side_and_the_far_end_is_let_go() -> None:
    segment = Segment(tuple(row(number) for number in range(PAGE)), below=True)
    for page in range(1, 6):
        cards = [row(number) for number in range(page * PAGE, (page + 1) * PAGE)]
        segment = segment.joined_below(cards, more=page < 5)
    assert ids(segment) == [f"{number:05}" for number in range(6 * PAGE - MOST, 6 * PAGE)]
    assert segment.above
    assert not segment.below
    before = [row(number) for number in range(6 * PAGE - MOST)]
    segment = segment.joined_above(before, more=False)
    assert ids(segment)[0] == "00000"
    assert len(segment.rows) == MOST
    assert segment.below
    assert not segment.above


def test_a_card_beyond_what_is_loaded_stays_beyond() -> None:
    segment = Segment((row(10), row(20)), above=True, below=True)
    assert ids(segment.with_row(row(5))) == ["00010", "00020"]
    assert ids(segment.with_row(row(25))) == ["00010", "00020"]
    assert ids(segment.with_row(row(15))) == ["00010", "00015", "00020"]
    moved = segment.with_row(row(15)).with_row(row(10, version=2))
    assert moved.neighbours_of("00015") == (None, "00020")
