"""Ranks: there is always room between two, and they stay short."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.workflows.rules.ranks import between, is_rank, spread


@settings(max_examples=40)
@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=60))
def test_ranks_sort_as_they_were_put(places: list[int]) -> None:
    ranks: list[str] = []
    for each in places:
        place = each % (len(ranks) + 1)
        lower = ranks[place - 1] if place else None
        upper = ranks[place] if place < len(ranks) else None
        ranks.insert(place, between(lower, upper))
    assert ranks == sorted(ranks, key=str.encode)
    assert len(set(ranks)) == len(ranks)
    assert all(map(is_rank, ranks))


@settings(max_examples=40)
@given(st.integers(1, 300), st.booleans(), st.booleans())
def test_what_is_spread_is_in_order_within_its_bounds(count: int, low: bool, high: bool) -> None:
    lower, upper = between(None, None) if low else None, "a9" if high else None
    ranks = spread(lower, upper, count)
    assert len(ranks) == count
    bounded = [*([lower] if lower else []), *ranks, *([upper] if upper else [])]
    assert bounded == sorted(set(bounded), key=str.encode)


def test_ranks_at_the_ends_stay_short() -> None:
    first = last = between(None, None)
    for _ in range(4000):
        first, last = between(None, first), between(last, None)
    assert (len(first), len(last)) == (4, 4)


def test_a_thousand_ranks_between_two_neighbours_are_short() -> None:
    assert max(map(len, spread("a0", "a1", 1000))) <= 5


@pytest.mark.parametrize(
    "garbage", ["", " ", "a", "a00", "a0!", "é1", "zz", "0", "\x00", "a0\n", "A" + "0" * 26]
)
def test_garbage_is_no_rank(garbage: str) -> None:
    assert not is_rank(garbage)
    with pytest.raises(ValueError, match="no rank"):
        between(garbage, None)


def test_neighbours_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="not before"):
        between("a1", "a0")
    with pytest.raises(ValueError, match="not before"):
        between("a1", "a1")
