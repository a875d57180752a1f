"""A filter says the same in SQL, by its sets and by its condition, as in Python."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.contacts.compiling import Compiled
from backend.contacts.filters import (
    And,
    ContactFilter,
    Deleted,
    Ids,
    LabelsAll,
    LabelsAny,
    LabelsNone,
    Not,
    Or,
    Search,
    Subscription,
    check_filter,
    matches,
    scoped,
)
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.pages import contacts_page
from backend.contacts.selections import SelectedFilter, SelectedIds
from backend.contacts.service import delete_contacts
from backend.contacts.service.loading import load_contacts
from backend.contacts.service.selecting import selected_ids
from backend.contacts.snapshots import Snapshot
from backend.contacts.sorting import ContactSort
from backend.core.database import read
from backend.core.paging import PageRequest
from backend.core.unit_of_work import unit_of_work
from tests.factories.contacts import FAMILY, GIVEN, many_contacts, new_label

QUERIES = (
    *("", " ", "fe", "an", "e", "06 12", "+33 6 12", "12 5", "example", "o'b", "o_b", "%", "100%"),
    *("marie.dupont", "ferrari studio", "安", "安娜", '"', "\\", "zoe", "strasse", "@example", "0"),
    *(name for name in (*GIVEN, *FAMILY) if name),
)
LABELS = (1, 2, 3, 999)


def leaves() -> st.SearchStrategy[ContactFilter]:
    labels = st.frozensets(st.sampled_from(LABELS), max_size=3)
    return st.one_of(
        st.sampled_from(QUERIES).map(Search),
        st.text(max_size=4).map(Search),
        labels.map(LabelsAny),
        labels.map(LabelsAll),
        labels.map(LabelsNone),
        st.frozensets(st.sampled_from(list(SubscriptionStatus))).map(Subscription),
        st.booleans().map(Deleted),
        st.frozensets(st.integers(1, 70), max_size=30).map(Ids),
    )


def filters() -> st.SearchStrategy[ContactFilter]:
    def nested(inner: st.SearchStrategy[ContactFilter]) -> st.SearchStrategy[ContactFilter]:
        parts = st.lists(inner, max_size=3).map(tuple)
        return st.one_of(parts.map(And), parts.map(Or), inner.map(Not))

    return st.recursive(leaves(), nested, max_leaves=6)


@pytest.fixture
async def people(owner) -> dict[int, Snapshot]:
    labels = [await new_label(owner.actor, name) for name in ("one", "two", "three")]
    assert labels == [1, 2, 3]
    keys = await many_contacts(owner.actor, 60, labels=labels, seed=5)
    await delete_contacts(owner.actor, SelectedIds(tuple(Random(1).sample(keys, 15))))
    async with unit_of_work(owner.actor) as unit:
        return {key: stored.snapshot for key, stored in (await load_contacts(unit, keys)).items()}


async def test_chooses_the_same_contacts_in_sql_and_in_python(owner, stranger, people):
    await many_contacts(stranger.actor, 10)
    seen: list[int] = []

    @settings(max_examples=150, suppress_health_check=list(HealthCheck))
    @given(chosen=filters())
    def compare(chosen: ContactFilter) -> None:
        check_filter(chosen)
        runner.append(chosen)

    # Hypothesis draws outside of the loop, the database is asked inside of it.
    runner: list[ContactFilter] = []
    compare()
    for chosen in runner:
        expected = sorted(key for key, one in people.items() if matches(scoped(chosen), one))
        page = await contacts_page(owner.actor, chosen, ContactSort(), PageRequest.of(200))
        assert sorted(row.pk for row in page.rows) == expected, chosen
        assert await count_contacts(owner.actor, chosen) == len(expected), chosen
        async with unit_of_work(owner.actor) as unit:
            assert await selected_ids(unit, SelectedFilter(chosen)) == expected, chosen
        seen.append(len(expected))
    assert len(set(seen)) > 10, "the filters chose different parts of the people"


async def test_every_set_and_what_is_left_to_ask_are_the_whole_list(owner, people):
    random = Random(3)
    for query in QUERIES:
        for chosen in (
            And((Search(query), LabelsAny(frozenset(random.sample(LABELS, 2))))),
            Or((Search(query), LabelsAll(frozenset({1})))),
            And((Deleted(deleted=True), Or((Search(query), Ids(frozenset(range(20))))))),
        ):
            compiled = Compiled.of(owner.account_id, chosen, read.dialect)
            expected = {key for key, one in people.items() if matches(compiled.chosen, one)}
            for each in compiled.sets():
                found = [row[0] for row in await read.fetch(each.ids.text, each.ids.params)]
                assert len(found) == len(set(found)), each
                rows = await read.fetch(
                    f"SELECT contact.id FROM ({each.ids.text}) AS hit "
                    f"JOIN contact ON contact.id = hit.id WHERE {each.rest.text}",
                    (*each.ids.params, *each.rest.params),
                )
                assert {row[0] for row in rows} == expected, each


def test_a_snapshot_comes_back_from_the_log_as_it_was():
    one = Snapshot(7, "  anna", frozenset({3, 1}), frozenset({"subscribed"}), deleted=True)
    assert Snapshot.restore(7, one.stored()) == one
