"""Lists by a custom field: order, pages, places and filters, against a list in Python."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.contacts.compiling import Compiled
from backend.contacts.filters import (
    EVERYONE,
    And,
    ContactFilter,
    CustomRange,
    Not,
    Or,
    Search,
    scoped,
)
from backend.contacts.live import FollowedList, change_of
from backend.contacts.matching import matches
from backend.contacts.queries import plans
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.pages import contacts_page
from backend.contacts.rows import EVERYTHING, NOTHING, ContactRow, Wanted
from backend.contacts.selections import SelectedFilter, SelectedIds
from backend.contacts.service import delete_contacts, delete_field
from backend.contacts.service.loading import load_contacts
from backend.contacts.service.selecting import selected_ids
from backend.contacts.sorting import ContactSort, SortDirection
from backend.core.change_log import changes_after, current_sequence
from backend.core.database import read
from backend.core.errors import NotFound
from backend.core.folding import fold
from backend.core.paging import PageRequest
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.errors import ValueOfOtherKind
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import key_of
from tests.backend.contacts.test_page_contacts import (
    _agree,
    everything,
    in_python,
    walk_backward,
    walk_forward,
)
from tests.factories.custom_fields import contacts_with_values, new_field, one_of_each, set_value


def values_of(row: ContactRow) -> dict[int, str]:
    return {each.field.pk: each.kept for each in row.values}


async def with_values(actor, chosen: ContactFilter = EVERYONE) -> list[ContactRow]:
    rows = await everything(actor, chosen)
    page = {row.pk: row for row in rows}
    found = await contacts_page(actor, chosen, ContactSort(), PageRequest.of(first=200), EVERYTHING)
    assert len(found.rows) == len(page)
    return found.rows


def naive(rows: list[ContactRow], field, direction: SortDirection) -> list[int]:
    """Sort as a reader would: by the value itself, then by age; who has none last, by name."""

    def comparable(kept: str):
        match field.kind:
            case CustomFieldKind.NUMBER:
                return float(kept), kept
            case CustomFieldKind.DATE:
                return date.fromisoformat(kept)
            case CustomFieldKind.TEXT:
                return fold(kept) or kept
            case _:
                return fold(kept.partition(":")[2].strip("/"))

    down = direction is SortDirection.DESC
    held = [row for row in rows if field.pk in values_of(row)]
    rest = {row.pk: row for row in rows if field.pk not in values_of(row)}
    held.sort(key=lambda row: (comparable(values_of(row)[field.pk]), row.pk), reverse=down)
    by_name = in_python(list(rest.values()), ContactSort())
    return [*(row.pk for row in held), *(by_name[::-1] if down else by_name)]


@pytest.fixture
async def fields(owner):
    made = await one_of_each(owner.actor)
    keys = await contacts_with_values(owner.actor, list(made.values()), 150)
    await delete_contacts(owner.actor, SelectedIds(tuple(keys[::11])))
    return made


@pytest.mark.parametrize("kind", list(CustomFieldKind))
async def test_a_walk_shows_everybody_once_in_order(owner, fields, kind):
    rows = await with_values(owner.actor)
    for direction in SortDirection:
        sort = ContactSort(direction=direction, custom_field=fields[kind].pk)
        expected = naive(rows, fields[kind], direction)
        for size in (7, 60):
            assert await walk_forward(owner.actor, EVERYONE, sort, size) == expected
            assert await walk_backward(owner.actor, EVERYONE, sort, size) == expected


@pytest.mark.parametrize("plan", ["gathered", "walked", "gathered after all"])
async def test_a_filtered_walk_is_the_same_whatever_the_plan(owner, fields, plan, monkeypatch):
    if plan != "gathered":
        monkeypatch.setattr(plans, "SMALL_SET", 3)
        monkeypatch.setattr(plans, "STRIDE", 1000 if plan == "walked" else 2)
        monkeypatch.setattr(plans, "SHORT_STRIDE", 1)
    number, day = fields[CustomFieldKind.NUMBER], fields[CustomFieldKind.DATE]
    for chosen in (
        Search("ferr"),
        Not(Search("dupont")),
        CustomRange(day.pk, CustomFieldKind.DATE, "2000-01-01", None),
        Not(CustomRange(number.pk)),
        And((CustomRange(number.pk), Search("an"))),
    ):
        rows = await with_values(owner.actor, chosen)
        assert rows
        for field, direction in product((number, day), SortDirection):
            sort = ContactSort(direction=direction, custom_field=field.pk)
            expected = naive(rows, field, direction)
            assert await walk_forward(owner.actor, chosen, sort, 17) == expected
            assert await walk_backward(owner.actor, chosen, sort, 17) == expected


@pytest.mark.parametrize(("share", "rare"), [(0.0, 500), (0.5, 2), (0.5, 0), (1.0, 500)])
async def test_offsets_positions_and_neighbours_agree_with_the_list(
    owner, share, rare, monkeypatch
):
    monkeypatch.setattr(plans, "RARE", rare)
    field = await new_field(owner.actor, "Stage", CustomFieldKind.TEXT)
    await contacts_with_values(owner.actor, [field], 60, share=share)
    for direction in SortDirection:
        sort = ContactSort(direction=direction, custom_field=field.pk)
        await _agree(owner.actor, sort, EVERYONE)
        await _agree(owner.actor, sort, Search("ferr"))


def ranges() -> st.SearchStrategy[ContactFilter]:
    numbers = st.sampled_from(["-12.5", "0", "7", "7.000001"]).map(
        lambda text: key_of(CustomFieldKind.NUMBER, text)
    )
    days = st.dates(date(1999, 12, 27), date(2000, 1, 8)).map(date.isoformat)
    texts = st.sampled_from(["elan", "client", "oeuvre", "nothing"])
    return st.one_of(
        st.sampled_from([1, 2, 3, 4]).map(CustomRange),
        st.builds(CustomRange, st.just(2), st.none(), st.none() | numbers, st.none() | numbers),
        st.builds(CustomRange, st.just(3), st.none(), st.none() | days, st.none() | days),
        texts.map(lambda text: CustomRange(1, None, text, text)),
        st.sampled_from(["an", "ferr"]).map(Search),
    )


def filters() -> st.SearchStrategy[ContactFilter]:
    def nested(inner: st.SearchStrategy[ContactFilter]) -> st.SearchStrategy[ContactFilter]:
        parts = st.lists(inner, max_size=3).map(tuple)
        return st.one_of(parts.map(And), parts.map(Or), inner.map(Not))

    return st.recursive(ranges(), nested, max_leaves=5)


async def test_a_filter_says_the_same_in_sql_and_in_python(owner, fields):
    assert sorted(field.pk for field in fields.values()) == [1, 2, 3, 4]
    async with unit_of_work(owner.actor) as unit:
        stored = await load_contacts(unit, range(1, 400))
    people = {key: each.snapshot for key, each in stored.items()}
    drawn: list[ContactFilter] = []

    @settings(max_examples=80, suppress_health_check=list(HealthCheck))
    @given(chosen=filters())
    def draw(chosen: ContactFilter) -> None:
        drawn.append(chosen)

    draw()
    sizes = set()
    for chosen in drawn:
        expected = sorted(key for key, one in people.items() if matches(scoped(chosen), one))
        page = await contacts_page(owner.actor, chosen, ContactSort(), PageRequest.of(200))
        assert sorted(row.pk for row in page.rows) == expected, chosen
        assert await count_contacts(owner.actor, chosen) == len(expected), chosen
        async with unit_of_work(owner.actor) as unit:
            assert await selected_ids(unit, SelectedFilter(chosen)) == expected, chosen
        sizes.add(len(expected))
    assert len(sizes) > 8


async def test_another_account_s_field_is_refused_in_filters_and_sorts(owner, stranger, fields):
    field = fields[CustomFieldKind.DATE]
    await contacts_with_values(stranger.actor, [], 3)
    sort = ContactSort(custom_field=field.pk)
    with pytest.raises(NotFound):
        await contacts_page(stranger.actor, EVERYONE, sort, PageRequest.of())
    with pytest.raises(NotFound):
        await contacts_page(stranger.actor, CustomRange(field.pk), ContactSort(), PageRequest.of())
    with pytest.raises(NotFound):
        await count_contacts(stranger.actor, Not(CustomRange(field.pk)))
    wanted = Wanted(value_fields=frozenset({field.pk}))
    page = await contacts_page(stranger.actor, EVERYONE, ContactSort(), PageRequest.of(), wanted)
    assert [row.values for row in page.rows] == [(), (), ()]


async def test_a_condition_of_another_type_and_a_deleted_field_are_refused(owner, fields):
    field = fields[CustomFieldKind.DATE]
    with pytest.raises(ValueOfOtherKind):
        await count_contacts(owner.actor, CustomRange(field.pk, CustomFieldKind.NUMBER, "1"))
    await delete_field(owner.actor, field.pk)
    with pytest.raises(NotFound):
        await contacts_page(
            owner.actor, EVERYONE, ContactSort(custom_field=field.pk), PageRequest.of()
        )


@pytest.mark.sqlite_only
async def test_the_sort_and_the_filter_are_read_from_the_index(owner, fields):
    field = fields[CustomFieldKind.TEXT]
    with read.statements() as told:
        await contacts_page(
            owner.actor, EVERYONE, ContactSort(custom_field=field.pk), PageRequest.of(5), NOTHING
        )
    compiled = Compiled.of(owner.account_id, CustomRange(field.pk, None, "a", "b"), read.dialect)
    for sql in (told[-1], compiled.sets()[0].ids.text):
        bound = (0,) * sql.count("?")
        plan = " ".join(str(row[3]) for row in await read.fetch(f"EXPLAIN QUERY PLAN {sql}", bound))
        assert "COVERING INDEX" in plan, plan
        assert "field_id=?" in plan, plan
        assert "TEMP B-TREE" not in plan, plan


async def test_a_live_list_tells_of_values_and_of_fields(owner, fields):
    number = fields[CustomFieldKind.NUMBER]
    sort = ContactSort(custom_field=number.pk)
    chosen = CustomRange(number.pk, CustomFieldKind.NUMBER, key_of(CustomFieldKind.NUMBER, "50"))
    followed = FollowedList(owner.actor, chosen, sort, replace(NOTHING, all_values=True))
    contact = (
        await contacts_page(
            owner.actor, Not(CustomRange(number.pk)), ContactSort(), PageRequest.of(1)
        )
    ).rows[0]

    async def told():
        batch = await changes_after(owner.account_id, start, limit=50)
        return (await change_of(followed, batch))[1]

    start = await current_sequence(owner.account_id)
    await set_value(owner.actor, contact.pk, number, "60")
    change = await told()
    assert [each.contact.pk for each in change.entered] == [contact.pk]
    assert [
        each.kept for each in change.entered[0].contact.values if each.field.pk == number.pk
    ] == ["60"]
    start = await current_sequence(owner.account_id)
    await set_value(owner.actor, contact.pk, number, "70")
    assert [each.contact.pk for each in (await told()).changed] == [contact.pk]
    start = await current_sequence(owner.account_id)
    await set_value(owner.actor, contact.pk, number, "10")
    assert (await told()).left == [contact.pk]
    start = await current_sequence(owner.account_id)
    await delete_field(owner.actor, fields[CustomFieldKind.URL].pk)
    assert (await told()).reset
