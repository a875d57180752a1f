"""The loaded rows follow the whole list, whatever changes in it."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from frontend.fragments import Fragment
from frontend.pages.contacts_grid.segment import (
    MARGIN,
    Placement,
    Row,
    Segment,
    apply_changes,
)
from frontend.store import Store


def row(name: str, *, cursor: str | None = None) -> Row:
    return Row(name, name, Fragment(b"{}", name), cursor)


def segment_of(names: list[str], start: int, end: int) -> Segment:
    """Return a segment that shows places `start` to `end` of a list of names."""
    return Segment(
        start,
        tuple(row(name) for name in names[start:end]),
        at_top=start == 0,
        at_end=end >= len(names),
        total=len(names),
    )


def placement(names: list[str], name: str) -> Placement:
    place = names.index(name)
    return Placement(row(name), names[place - 1] if place else None)


def ids(segment: Segment) -> list[str]:
    return [item.id for item in segment.rows]


def test_a_row_that_enters_stands_behind_the_one_it_follows() -> None:
    before = segment_of(["a", "c"], 0, 2)
    changed = apply_changes(before, [placement(["a", "b", "c"], "b")], [], [])
    assert ids(changed.segment) == ["a", "b", "c"]
    assert changed.segment.total == 3
    assert changed.certain


def test_rows_that_enter_together_may_follow_each_other() -> None:
    after = ["a", "b", "c", "d"]
    entered = [placement(after, name) for name in ("d", "c", "b")]
    changed = apply_changes(segment_of(["a"], 0, 1), entered, [], [])
    assert ids(changed.segment) == after


def test_the_first_row_of_all_enters_at_the_top() -> None:
    changed = apply_changes(segment_of([], 0, 0), [Placement(row("a"), None)], [], [])
    assert ids(changed.segment) == ["a"]


def test_a_row_below_the_loaded_ones_only_counts() -> None:
    names = [f"{n:03}" for n in range(100)]
    before = segment_of(names, 0, 50)
    changed = apply_changes(before, [Placement(row("080b"), "080")], [], [])
    assert ids(changed.segment) == names[:50]
    assert changed.segment.total == 101
    assert changed.certain


def test_a_row_entered_twice_is_counted_once_and_leaves_a_doubt() -> None:
    before = segment_of(["a", "b"], 0, 2)
    changed = apply_changes(before, [placement(["a", "b"], "b")], [], [])
    assert ids(changed.segment) == ["a", "b"]
    assert changed.segment.total == 2
    assert not changed.certain


def test_what_happens_out_of_sight_of_the_middle_leaves_a_doubt() -> None:
    names = [f"{n:03}" for n in range(100)]
    middle = segment_of(names, 40, 60)
    assert not apply_changes(middle, [Placement(row("010b"), "010")], [], []).certain
    assert not apply_changes(middle, [], [], ["010"]).certain
    assert apply_changes(middle, [], [placement(names, "050")], []).certain


@st.composite
def changes(draw: st.DrawFn) -> tuple[list[str], list[str], list[str], list[str], list[str]]:
    """Draw a list, and what enters, moves and leaves: (before, after, entered, changed, left)."""
    names = [f"n{number}" for number in range(draw(st.integers(0, 30)))]
    random = Random(draw(st.integers(0, 10_000)))
    left = random.sample(names, random.randrange(min(4, len(names) + 1)))
    staying = [name for name in names if name not in left]
    moved = random.sample(staying, random.randrange(min(4, len(staying) + 1)))
    entered = [f"new{number}" for number in range(random.randrange(4))]
    after = [name for name in staying if name not in moved]
    for name in [*moved, *entered]:
        after.insert(random.randrange(len(after) + 1), name)
    still = [name for name in staying if name not in moved]
    touched = random.sample(still, random.randrange(min(3, len(still) + 1)))
    return names, after, entered, [*moved, *touched], left


@given(changes())
def test_a_list_that_is_loaded_whole_equals_the_one_read_anew(
    drawn: tuple[list[str], list[str], list[str], list[str], list[str]],
) -> None:
    before, after, entered, changed, left = drawn
    result = apply_changes(
        segment_of(before, 0, len(before)),
        [placement(after, name) for name in entered],
        [placement(after, name) for name in changed],
        left,
    )
    assert ids(result.segment) == after
    assert result.segment.total == len(after)
    assert result.certain


@given(changes(), st.integers(0, 30), st.integers(1, 12))
def test_a_part_of_a_list_keeps_the_order_of_the_whole_and_its_count(
    drawn: tuple[list[str], list[str], list[str], list[str], list[str]], start: int, size: int
) -> None:
    before, after, entered, changed, left = drawn
    start = min(start, len(before))
    result = apply_changes(
        segment_of(before, start, min(len(before), start + size)),
        [placement(after, name) for name in entered],
        [placement(after, name) for name in changed],
        left,
    )
    shown = ids(result.segment)
    assert shown == [name for name in after if name in shown]
    assert result.segment.total == len(after)
    if shown and result.certain:
        places = [after.index(name) for name in shown]
        assert places == list(range(places[0], places[0] + len(places)))
        assert places[0] == result.segment.start


def test_pages_join_without_repeating_a_row() -> None:
    segment = Segment(10, (row("c"), row("d")), at_top=False, at_end=False, total=100)
    below = segment.joined_below(1, [row("d"), row("e")], at_end=False)
    assert ids(below) == ["c", "d", "e"]
    above = below.joined_above(0, [row("a"), row("b"), row("c")], at_top=False)
    assert ids(above) == ["a", "b", "c", "d", "e"]
    assert above.start == 8


def test_a_page_replaces_the_rows_whose_place_is_only_known_by_their_neighbours() -> None:
    rows = (row("a", cursor="a"), row("live"))
    segment = Segment(0, rows, at_end=False, total=9)
    joined = segment.joined_below(0, [row("b"), row("live")], at_end=False)
    assert ids(joined) == ["a", "b", "live"]


def test_reaching_the_top_settles_where_the_rows_begin() -> None:
    segment = Segment(7, (row("b"),), at_top=False, at_end=True, total=2)
    top = segment.joined_above(0, [row("a")], at_top=True)
    assert (top.start, ids(top)) == (0, ["a", "b"])


def test_far_rows_are_let_go_and_the_ends_with_them() -> None:
    names = [f"{n:03}" for n in range(300)]
    trimmed = segment_of(names, 0, 300).trimmed(140, 160)
    assert trimmed.start == 140 - 2 * MARGIN
    assert trimmed.end == 161 + 2 * MARGIN
    assert not trimmed.at_top
    assert not trimmed.at_end
    assert trimmed.covers(140, 160)
    assert not trimmed.covers(0, 20)


def test_neighbours_are_known_inside_and_at_the_ends_of_the_list() -> None:
    names = ["a", "b", "c"]
    whole = segment_of(names, 0, 3)
    assert whole.neighbours_of("a") == (None, "b")
    assert whole.neighbours_of("c") == ("b", None)
    assert whole.neighbours_of("x") is None
    assert segment_of(names, 1, 2).neighbours_of("b") is None


def test_another_drawing_of_the_same_row_is_another_segment() -> None:
    before = Segment(0, (row("a"),), total=1)
    drawn = Row("a", "a", Fragment(b'{"drawn": "anew"}', "a"))
    store = Store(before)
    store.set(apply_changes(before, [], [Placement(drawn, None)], []).segment)
    assert store.value.rows[0].fragment is drawn.fragment
