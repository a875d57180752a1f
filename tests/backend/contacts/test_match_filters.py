"""A filter says the same in SQL, by its sets and by its conditions, as in Python and as written."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.contacts.changes import TextChange
from backend.contacts.compiling import Compiled
from backend.contacts.drafts import ContactDraft, PhoneDraft, ValueDraft
from backend.contacts.filter_input import parse_filter
from backend.contacts.filters import (
    And,
    ContactFilter,
    Deleted,
    Ids,
    LabelsAll,
    LabelsAny,
    Or,
    Search,
    scoped,
)
from backend.contacts.kinds import ContactPart
from backend.contacts.matching import matches
from backend.contacts.queries.acts import acts_of_contacts
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.lookups import contacts_by_id
from backend.contacts.queries.pages import contacts_page
from backend.contacts.queries.resolving import resolve_list
from backend.contacts.rows import EVERYTHING
from backend.contacts.selections import SelectedFilter, SelectedIds
from backend.contacts.service import bulk_create_contacts, change_contacts, delete_contacts
from backend.contacts.service.loading import load_contacts
from backend.contacts.service.parts import note_part
from backend.contacts.service.selecting import selected_ids
from backend.contacts.snapshots import Place, Snapshot
from backend.contacts.sorting import ContactSort
from backend.contacts.sql import Sql
from backend.core import clock
from backend.core.clock import to_micros
from backend.core.database import read
from backend.core.paging import PageRequest
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.kinds import CustomFieldKind
from tests.backend.contacts.written_filters import (
    ACTS,
    LABELS,
    NOON,
    QUERIES,
    TODAY,
    Person,
    Plain,
    filters,
    leaves,
    means,
)
from tests.factories.contacts import (
    POSITIONS,
    many_contacts,
    new_label,
    random_address,
    random_draft,
)
from tests.factories.custom_fields import one_of_each, random_value

EXAMPLES = int(os.environ.get("CARNET_TEST_EXAMPLES", "100"))
PARIS = ZoneInfo("Europe/Paris")
FIELDS = {"text": 1, "number": 2, "date": 3, "url": 4}


def draft(random: Random, labels: list[int], kinds: dict[CustomFieldKind, int]) -> ContactDraft:
    some = random_draft(random, labels)
    # Days begin an hour earlier in Paris than in UTC.
    created = NOON + timedelta(hours=random.randrange(-280, 40))
    values = [
        ValueDraft(key, value)
        for kind, key in kinds.items()
        if random.random() < 0.6
        for value in (
            TODAY + timedelta(days=random.randrange(-12, 12))
            if kind is CustomFieldKind.DATE
            else random_value(random, kind),
        )
    ]
    phones = [*some.phones, *([PhoneDraft("12 56")] if random.random() < 0.1 else [])]
    return replace(
        some,
        phones=phones,
        position=random.choice(POSITIONS) or None,
        addresses=[random_address(random) for _ in range(random.choice((0, 0, 1, 2)))],
        custom_values=values,
        created_at=created,
        last_activity_at=created + timedelta(hours=random.randrange(40)),
    )


@pytest.fixture
async def people(owner) -> dict[int, Person]:
    """Sixty contacts that agree in much and differ in all that filters look at."""
    labels = [await new_label(owner.actor, name) for name in ("one", "two", "three")]
    fields = {kind: row.pk for kind, row in (await one_of_each(owner.actor)).items()}
    assert labels == [1, 2, 3]
    assert {kind.value: key for kind, key in fields.items()} == FIELDS
    async with unit_of_work(owner.actor) as unit:
        place = "UPDATE account SET country = 'FR', time_zone = ? WHERE id = ?"
        await unit.execute(place, (PARIS.key, owner.account_id))
    random = Random(5)
    made = await bulk_create_contacts(
        owner.actor, [draft(random, labels, fields) for _ in range(60)]
    )
    assert not made.refused
    keys = list(made.ids.values())
    await delete_contacts(owner.actor, SelectedIds(tuple(random.sample(keys, 15))))
    company = TextChange("company", "Acme")
    await change_contacts(owner.actor, SelectedIds(tuple(random.sample(keys, 20))), company)
    acts = await acts_of_contacts(ACTS, keys)
    since = to_micros(NOON)
    async with unit_of_work(owner.actor) as unit:
        for key in random.sample(keys, 12):
            await unit.execute(
                "UPDATE contact_email SET bounced_at = ? WHERE contact_id = ?", (since, key)
            )
        for key in random.sample(keys, 12):
            await unit.execute("UPDATE contact SET inactive_since = ? WHERE id = ?", (since, key))
        for key in random.sample(keys, 12):
            await unit.execute(
                "UPDATE contact SET photo_key = 'a photo', holdings = holdings + 64 WHERE id = ?",
                (key,),
            )
        tasks = dict.fromkeys(random.sample(keys, 12), True)
        await note_part(unit, ContactPart.OPEN_TASK, tasks, told=False)
        stored = await load_contacts(unit, keys)
    rows = await contacts_by_id(owner.actor, keys, EVERYTHING)
    return {
        key: Person(
            row,
            stored[key].text,
            row.photo_key is not None,
            key in tasks,
            stored[key].deleted,
            acts.get(key, frozenset()),
        )
        for key, row in rows.items()
    }


def drawn(strategy: st.SearchStrategy[Plain], examples: int) -> list[Plain]:
    """Draw filters; the database is asked outside of hypothesis, in the test's own loop."""
    found: list[Plain] = []

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(chosen=strategy)
    def draw(chosen: Plain) -> None:
        found.append(chosen)

    draw()
    return found


async def ids_by(asked: Sql, source: str = "contact") -> list[int]:
    rows = await read.fetch(f"SELECT contact.id FROM {source} WHERE {asked.text}", asked.params)
    return sorted(row[0] for row in rows)


async def check_forms(compiled: Compiled, expected: list[int], said: object) -> None:
    """Hold each way in which a filter can be asked of the database to what it means."""
    assert await ids_by(compiled.condition()) == expected, said
    assert await ids_by(compiled.scan_condition()) == expected, said
    whole = compiled.whole()
    if whole is not None:
        assert sorted(row[0] for row in await read.fetch(whole.text, whole.params)) == expected, (
            said
        )
    for each in compiled.sets():
        found = [row[0] for row in await read.fetch(each.ids.text, each.ids.params)]
        assert len(found) == len(set(found)), said
        asked = Sql(
            f"contact.id = hit.id AND {each.rest.text}", (*each.ids.params, *each.rest.params)
        )
        assert await ids_by(asked, f"({each.ids.text}) AS hit CROSS JOIN contact") == expected, said


@pytest.mark.parametrize("strategy", [leaves(FIELDS), filters(FIELDS)], ids=["one", "nested"])
async def test_chooses_the_same_contacts_in_sql_and_in_python(owner, stranger, people, strategy):
    await many_contacts(stranger.actor, 10)
    async with unit_of_work(owner.actor) as unit:
        snapshots = {
            k: replace(each.snapshot, act_ids=people[k].act_ids)
            for k, each in (await load_contacts(unit, people)).items()
        }
    seen: list[int] = []
    with clock.frozen(NOON):
        for plain in drawn(strategy, EXAMPLES):
            expected = sorted(key for key, one in people.items() if means(plain, one, PARIS))
            asked = parse_filter(plain)
            chosen = await resolve_list(owner.actor, asked)
            found = sorted(k for k, one in snapshots.items() if matches(scoped(chosen), one))
            assert found == expected, plain
            await check_forms(Compiled.of(owner.account_id, chosen, read.dialect), expected, plain)
            page = await contacts_page(owner.actor, asked, ContactSort(), PageRequest.of(200))
            assert sorted(row.pk for row in page.rows) == expected, plain
            assert await count_contacts(owner.actor, asked) == len(expected), plain
            seen.append(len(expected))
            async with unit_of_work(owner.actor) as unit:
                assert await selected_ids(unit, SelectedFilter(asked)) == expected, plain
    assert len(set(seen)) > 10, "the filters chose different parts of the people"


async def test_every_set_and_what_is_left_to_ask_are_the_whole_list(owner, people):
    async with unit_of_work(owner.actor) as unit:
        snapshots = {k: each.snapshot for k, each in (await load_contacts(unit, people)).items()}
    random = Random(3)
    for query in QUERIES:
        chosen: ContactFilter
        for chosen in (
            And((Search(query), LabelsAny(frozenset(random.sample(LABELS, 2))))),
            Or((Search(query), LabelsAll(frozenset({1})))),
            And((Deleted(deleted=True), Or((Search(query), Ids(frozenset(range(20))))))),
        ):
            compiled = Compiled.of(owner.account_id, chosen, read.dialect)
            expected = sorted(k for k, one in snapshots.items() if matches(compiled.chosen, one))
            await check_forms(compiled, expected, chosen)


def test_a_snapshot_comes_back_from_the_log_as_it_was():
    one = Snapshot(
        7, "  anna", frozenset({3, 1}), frozenset({"subscribed"}), deleted=True,
        keys={4: "x"}, names=("anna", "", "acme", ""), emails=("a@example.org",), phones=("33",),
        places=(Place("paris", "", "FR"),), has_photo=True, inactive=True,
        created_at=5, last_activity_at=6, has_open_task=True,
    )  # fmt: skip
    assert Snapshot.restore(7, one.stored()) == one


def test_a_snapshot_of_an_older_log_says_that_it_is_not_whole():
    older = {"text": "  anna", "labels": [], "statuses": [], "deleted": False}
    assert not Snapshot.restore(7, older).is_whole
