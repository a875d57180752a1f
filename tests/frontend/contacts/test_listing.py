"""What the list shows, as the URL says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontend.pages.contact_filters.conditions import Condition, Group
from frontend.pages.contacts_grid.asked import Asked, read_query
from frontend.pages.contacts_grid.listing import NEWEST_FIRST, SORTS, Listing
from tests.frontend.contacts.filters import groups

listings = st.builds(
    Listing,
    search=st.text(max_size=20),
    where=groups,
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


LABELLED = Condition("label", "all", ("x", "y"))
SUBSCRIBED = Condition("subscription", "is", ("SUBSCRIBED",))
STUDIO = Condition("company", "contains", ("studio",))


def test_labels_and_subscription_have_parameters_of_their_own() -> None:
    listing = Listing(where=Group("all", (LABELLED, SUBSCRIBED, STUDIO)))
    said = {name: value for name, value in listing.query().items() if value is not None}
    assert said == {
        "label": "x,y",
        "subscription": "SUBSCRIBED",
        "where": "company.contains:studio",
    }


@pytest.mark.parametrize(
    "query",
    [{"subscription": "MAYBE"}, {"where": "nonsense", "label": "x"}, {"label": "no id"}],
)
def test_garbage_shows_the_list_without_a_filter_and_says_so(query: dict[str, str]) -> None:
    asked = read_query({**query, "q": "ada"}, ())
    assert asked.problem == "unreadable"
    assert asked.listing == Listing(search="ada")


SAVED = {"id": "s=", "name": "Studios", "filter": {"company": {"contains": "studio"}}}
STUDIOS = Group("all", (STUDIO,))


def test_a_saved_filter_is_waited_for_and_followed() -> None:
    assert read_query({"segment": "s="}, None) == Asked(None, "s=")
    asked = read_query({"segment": "s=", "sort": "-created"}, (SAVED,))
    assert asked.listing == Listing(where=STUDIOS, sort="created", descending=True)
    assert not asked.problem
    assert not asked.is_changed


def test_a_saved_filter_that_is_gone_shows_everybody_and_says_so() -> None:
    assert read_query({"segment": "gone"}, (SAVED,)) == Asked(Listing(), problem="gone")


@given(groups)
def test_a_changed_saved_filter_is_read_back_from_the_url(where: Group) -> None:
    opened = Asked(Listing(where=STUDIOS), "s=", STUDIOS)
    query = {"segment": "s=", **opened.query(where)}
    asked = read_query({name: said for name, said in query.items() if said is not None}, (SAVED,))
    assert asked.listing == Listing(where=where)
    assert asked.is_changed is (where != STUDIOS)
    assert asked.segment_id == "s="


LISTED = {
    **SAVED,
    "sort": {"field": "CREATED", "direction": "DESC"},
    "columns": ["phone", "nonsense", "name", "city"],
}


def test_a_saved_filter_brings_its_order_and_columns() -> None:
    asked = read_query({"segment": "s=", "columns": "email"}, (SAVED,))
    assert (asked.columns, asked.is_changed, asked.brings_more) == (None, False, False)
    asked = read_query({"segment": "s="}, (LISTED,))
    assert asked.listing == Listing(where=STUDIOS, sort="created", descending=True)
    assert (asked.columns, asked.is_changed, asked.brings_more) == (("phone", "city"), False, True)
    assert {asked.opening(SAVED)["sort"], asked.without["columns"]} == {None}


@pytest.mark.parametrize("columns", [(), ("city", "phone"), ("phone", "city")])
def test_changed_columns_of_a_saved_filter_are_read_back_from_the_url(
    columns: tuple[str, ...],
) -> None:
    opened = read_query({"segment": "s="}, (LISTED,))
    said = {"segment": "s=", **opened.columns_query(columns)}
    asked = read_query({name: text for name, text in said.items() if text is not None}, (LISTED,))
    assert asked.columns == columns
    assert asked.is_changed is (columns != ("phone", "city"))


@given(st.sampled_from(sorted(SORTS)), st.booleans())
def test_another_order_of_a_saved_filter_is_read_back_from_the_url(sort: str, down: bool) -> None:
    opened = read_query({"segment": "s="}, (LISTED,))
    said = {"segment": "s=", **opened.sorted_query(Listing(sort=sort, descending=down))}
    asked = read_query({name: text for name, text in said.items() if text is not None}, (LISTED,))
    assert asked.listing == Listing(where=STUDIOS, sort=sort, descending=down)
    assert asked.is_changed is ((sort, down) != ("created", True))


def test_one_condition_stands_alone_and_several_are_joined() -> None:
    assert Listing(search=" ada ").filter() == {"search": "ada"}
    where = Group("all", (LABELLED, SUBSCRIBED))
    parts = [{"labels": {"allOf": ["x", "y"]}}, {"subscription": ["SUBSCRIBED"]}]
    assert Listing(where=where).filter() == {"and": parts}
    assert Listing(search="ada", where=where).filter() == {"and": [{"search": "ada"}, *parts]}
    either = Listing(search="ada", where=Group("any", where.parts))
    assert either.filter() == {"and": [{"search": "ada"}, {"or": parts}]}
    assert Listing(deleted=True).filter() == {"deleted": True}


@pytest.mark.parametrize("sort", sorted(SORTS))
def test_a_second_click_turns_the_sort_around(sort: str) -> None:
    other = Listing(sort="family" if sort == "given" else "given")
    once = other.sorted_by(sort)
    assert (once.sort, once.descending) == (sort, sort in NEWEST_FIRST)
    assert once.sorted_by(sort).descending is not once.descending
