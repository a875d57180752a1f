"""Ticks: some contacts by id, or the whole result but some."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from frontend.pages.contacts_grid.listing import Listing
from frontend.pages.contacts_grid.selection import Selection

IDS = [f"id{number}" for number in range(8)]
some = st.lists(st.sampled_from(IDS), max_size=4)


@given(st.booleans(), st.lists(st.tuples(some, some), max_size=6))
def test_ticks_count_as_a_set_does(
    everything: bool, steps: list[tuple[list[str], list[str]]]
) -> None:
    selection = Selection(everything=everything)
    model = set(IDS) if everything else set()
    for add, remove in steps:
        selection = selection.ticked(add, [name for name in remove if name not in add])
        model = (model - set(remove)) | set(add)
    assert selection.count(len(IDS)) == len(model)


def test_contacts_that_left_are_not_ticked_any_more() -> None:
    assert Selection(frozenset({"a", "b"})).without(["b", "c"]).ids == {"a"}


def test_ticked_contacts_go_by_their_ids() -> None:
    assert Selection(frozenset({"b", "a"})).argument(Listing()) == {"ids": ["a", "b"]}


def test_the_whole_result_goes_by_its_filter_less_the_exceptions() -> None:
    listing = Listing(search="ada")
    assert Selection(everything=True).argument(listing) == {"filter": {"search": "ada"}}
    assert Selection(everything=True).argument(Listing()) == {"filter": {"deleted": False}}
    assert Selection(frozenset({"x"}), everything=True).argument(listing) == {
        "filter": {"and": [{"search": "ada"}, {"not": {"ids": ["x"]}}]}
    }
