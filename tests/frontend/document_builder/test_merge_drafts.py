"""What two windows wrote in one draft at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from frontend.pages.document_builder.merging import merged_fields, merged_lines


def lines(text: str) -> list[dict[str, Any]]:
    """Return lines of a text such as ``a=1 b=2``."""
    return [dict(zip(("key", "name"), each.split("="), strict=True)) for each in text.split()]


def text(found: Sequence[Any]) -> str:
    """Return lines as such a text."""
    return " ".join(f"{line['key']}={line['name']}" for line in found)


def test_changes_of_different_lines_both_stand() -> None:
    merged = merged_lines(lines("a=1 b=2 c=3"), lines("a=9 b=2 c=3"), lines("a=1 b=2 c=8 d=4"))
    assert (text(merged.lines), merged.disputed) == ("a=9 b=2 c=8 d=4", ())


def test_a_line_that_both_changed_stays_mine_and_is_disputed() -> None:
    merged = merged_lines(lines("a=1 b=2"), lines("a=9 b=2"), lines("a=8 b=2"))
    assert (text(merged.lines), merged.disputed) == ("a=9 b=2", ("a",))
    same = merged_lines(lines("a=1"), lines("a=9"), lines("a=9"))
    assert (text(same.lines), same.disputed) == ("a=9", ())


def test_what_one_deleted_goes_unless_the_other_wrote_in_it() -> None:
    gone = merged_lines(lines("a=1 b=2"), lines("a=1 b=2"), lines("b=2"))
    assert (text(gone.lines), gone.disputed) == ("b=2", ())
    kept = merged_lines(lines("a=1 b=2"), lines("b=2"), lines("a=7 b=2"))
    assert (text(kept.lines), kept.disputed) == ("a=7 b=2", ("a",))


def test_lines_stand_where_whoever_moved_them_put_them() -> None:
    base = lines("a=1 b=2 c=3")
    theirs = merged_lines(base, lines("a=9 b=2 c=3"), lines("c=3 a=1 b=2"))
    assert text(theirs.lines) == "c=3 a=9 b=2"
    mine = merged_lines(base, lines("b=2 a=1 c=3"), lines("a=1 x=5 b=2 c=3"))
    assert text(mine.lines) == "b=2 a=1 x=5 c=3"


DRAFTS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("123")),
    unique_by=lambda line: line[0],
    max_size=6,
).map(lambda found: [{"key": key, "name": name} for key, name in found])


@given(DRAFTS, DRAFTS, DRAFTS)
def test_nothing_that_one_alone_did_is_lost(base: Any, mine: Any, theirs: Any) -> None:
    assert merged_lines(base, mine, base).lines == mine
    assert merged_lines(base, base, theirs).lines == theirs
    merged = merged_lines(base, mine, theirs)
    keys = [line["key"] for line in merged.lines]
    assert len(keys) == len(set(keys))
    before = {line["key"]: line for line in base}
    changed_here = [line for line in mine if before.get(line["key"]) != line]
    assert all(line in merged.lines for line in changed_here)
    undisputed = [
        line
        for line in theirs
        if before.get(line["key"]) != line and line["key"] not in merged.disputed
    ]
    assert all(line in merged.lines for line in undisputed)


def test_fields_are_told_apart_by_who_changed_them() -> None:
    base = {"title": "a", "notes": "b", "buyer": {"name": "x"}}
    mine = {"title": "m", "notes": "b", "buyer": {"name": "y"}}
    theirs = {"title": "t", "notes": "n", "buyer": {"name": "y"}}
    assert merged_fields(base, mine, theirs) == (frozenset({"notes"}), ("title",))
