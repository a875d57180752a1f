"""What the list shows, as the URL says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontend.pages.contacts_grid.listing import NEWEST_FIRST, SORTS, STATUSES, Listing

listings = st.builds(
    Listing,
    search=st.text(max_size=20),
    labels=st.lists(st.sampled_from(["a=", "b=", "c="]), unique=True).map(tuple),
    statuses=st.lists(st.sampled_from(STATUSES), unique=True).map(tuple),
    deleted=st.booleans(),
    sort=st.sampled_from(sorted(SORTS)),
    descending=st.booleans(),
)


@given(listings)
def test_a_listing_is_read_back_from_its_url(listing: Listing) -> None:
    query = {name: value for name, value in listing.query().items() if value is not None}
    assert Listing.parse(query) == listing


def test_a_plain_list_has_a_plain_url() -> None:
    assert set(Listing().query().values()) == {None}
    assert Listing().filter() is None


@pytest.mark.parametrize("sort", ["", "-", "nonsense", "--given", "-nonsense"])
def test_a_sort_that_is_none_falls_back_to_the_first(sort: str) -> None:
    assert Listing.parse({"sort": sort}) == Listing()


def test_an_unknown_status_is_left_out() -> None:
    assert Listing.parse({"subscription": "SUBSCRIBED,BOUNCED"}).statuses == ("SUBSCRIBED",)


def test_one_condition_stands_alone_and_several_are_joined() -> None:
    assert Listing(search=" ada ").filter() == {"search": "ada"}
    assert Listing(search="ada", labels=("x",), statuses=("SUBSCRIBED",)).filter() == {
        "and": [
            {"search": "ada"},
            {"labels": {"allOf": ["x"]}},
            {"subscription": ["SUBSCRIBED"]},
        ]
    }
    assert Listing(deleted=True).filter() == {"deleted": True}


@pytest.mark.parametrize("sort", sorted(SORTS))
def test_a_second_click_turns_the_sort_around(sort: str) -> None:
    other = Listing(sort="family" if sort == "given" else "given")
    once = other.sorted_by(sort)
    assert (once.sort, once.descending) == (sort, sort in NEWEST_FIRST)
    assert once.sorted_by(sort).descending is not once.descending
