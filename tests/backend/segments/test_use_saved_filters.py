"""Saved filters as conditions: whom they choose, also when what they name is deleted."""

from __future__ import annotations

from time import perf_counter

import pytest

from backend.contacts.changes import TextChange
from backend.contacts.errors import FilterTooComplex
from backend.contacts.filter_input import parse_filter
from backend.contacts.filters import EVERYONE
from backend.contacts.problems import FilterProblemKind
from backend.contacts.queries.counts import count_contacts
from backend.contacts.selections import SelectedFilter
from backend.contacts.service import change_contacts, delete_field, restore_field
from backend.contacts.service.forgetting import forget_old_acts
from backend.core.errors import NotFound
from backend.core.ids import encode_id
from backend.custom_fields.kinds import CustomFieldKind
from backend.labels.service import delete_label
from backend.segments.queries import list_segments, segments_by_id
from backend.segments.service import (
    SegmentChanges,
    Wanted,
    complete,
    delete_segment,
    restore_segment,
    update_segment,
)
from tests.factories.api import Asker
from tests.factories.contacts import new_contact, new_label
from tests.factories.custom_fields import new_field, set_value
from tests.factories.segments import new_segment


def naming(key: int) -> dict[str, str]:
    return {"segment": encode_id("Segment", key)}


def labelled(way: str, *keys: int) -> dict[str, object]:
    return {"labels": {way: [encode_id("Label", key) for key in keys]}}


async def chosen_by(person, plain) -> int:
    return await count_contacts(person.actor, parse_filter(plain))


async def looked_at(person, key: int):
    rows = await segments_by_id(person.actor, (key,))
    await complete(person.actor, rows.values(), Wanted(counts=True, problems=True))
    row = rows[key]
    return row.contact_count, [(each.kind, each.path) for each in row.problems]


@pytest.fixture
async def book(owner):
    """Three contacts: one with the label, one with a value in the field, one with neither."""
    label = await new_label(owner.actor)
    field = await new_field(owner.actor, "Notes", CustomFieldKind.TEXT)
    await new_contact(owner.actor, given_name="Anna", label_ids=[label])
    second = await new_contact(owner.actor, given_name="Bea")
    await new_contact(owner.actor, given_name="Carla")
    await set_value(owner.actor, second.pk, field, "client")
    return label, field


async def test_is_a_condition_among_others(owner, book):
    label, _ = book
    saved = await new_segment(owner.actor, "With label", labelled("anyOf", label))
    assert await chosen_by(owner, naming(saved.pk)) == 1
    assert await chosen_by(owner, {"not": naming(saved.pk)}) == 2
    assert await chosen_by(owner, {"and": [naming(saved.pk), {"givenName": {"is": "bea"}}]}) == 0
    await update_segment(owner.actor, saved.pk, 1, SegmentChanges(filter={"has": "GIVEN_NAME"}))
    assert await chosen_by(owner, naming(saved.pk)) == 3


async def test_nobody_is_let_in_because_a_label_is_gone(owner, book):
    label, _ = book
    other = await new_label(owner.actor, "other")
    gone = {
        name: (await new_segment(owner.actor, name, chosen)).pk
        for name, chosen in (
            ("any", labelled("anyOf", label, other)),
            ("all", labelled("allOf", other)),
            ("none", labelled("noneOf", other)),
            ("not any", {"not": labelled("anyOf", other)}),
            ("not all", {"not": labelled("allOf", label, other)}),
            ("not none", {"not": labelled("noneOf", label, other)}),
            ("or", {"or": [labelled("noneOf", other), {"givenName": {"is": "carla"}}]}),
        )
    }
    await delete_label(owner.actor, other)
    found = {name: await looked_at(owner, key) for name, key in gone.items()}
    assert {name: count for name, (count, _) in found.items()} == {
        "any": 1, "all": 0, "none": 0, "not any": 0, "not all": 0, "not none": 1, "or": 1,
    }  # fmt: skip
    kind = FilterProblemKind.LABEL_DELETED
    assert found["any"][1] == [(kind, ("labels", "anyOf"))]
    assert found["or"][1] == [(kind, ("or", "0", "labels", "noneOf"))]
    assert all(len(problems) == 1 for _, problems in found.values())


async def test_a_field_takes_its_conditions_with_it_and_brings_them_back(owner, book):
    _, field = book
    has = {"custom": {"fieldId": field.id, "is": {"has": True}}}
    starts = {"custom": {"fieldId": field.id, "is": {"startsWith": "cl"}}}
    with_it = await new_segment(owner.actor, "with", {"and": [starts]})
    without = await new_segment(owner.actor, "without", {"not": has})
    assert await looked_at(owner, with_it.pk) == (1, [])
    assert await looked_at(owner, without.pk) == (2, [])
    await delete_field(owner.actor, field.pk)
    kind = FilterProblemKind.CUSTOM_FIELD_DELETED
    assert await looked_at(owner, with_it.pk) == (0, [(kind, ("and", "0", "custom"))])
    assert await looked_at(owner, without.pk) == (0, [(kind, ("not", "custom"))])
    await restore_field(owner.actor, field.pk)
    assert await looked_at(owner, with_it.pk) == (1, [])
    assert await looked_at(owner, without.pk) == (2, [])


async def test_one_that_is_gone_says_so_where_it_is_named(owner, book):
    saved = await new_segment(owner.actor, "saved", {"has": "GIVEN_NAME"})
    outer = await new_segment(owner.actor, "outer", {"or": [naming(saved.pk)]})
    outermost = await new_segment(owner.actor, "outermost", naming(outer.pk))
    assert await looked_at(owner, outermost.pk) == (3, [])
    await delete_segment(owner.actor, saved.pk)
    with pytest.raises(NotFound) as refused:
        await chosen_by(owner, {"and": [naming(saved.pk)]})
    assert refused.value.path == ("filter", "and", "0", "segment")
    deleted = FilterProblemKind.SEGMENT_DELETED
    assert await looked_at(owner, outer.pk) == (0, [(deleted, ("or", "0", "segment"))])
    broken = FilterProblemKind.SEGMENT_BROKEN
    assert await looked_at(owner, outermost.pk) == (0, [(broken, ("segment",))])
    await restore_segment(owner.actor, saved.pk)
    assert await looked_at(owner, outermost.pk) == (3, [])


async def test_a_job_that_is_forgotten_chooses_nobody_and_says_so(owner, book, clock):
    company = TextChange("company", "Acme")
    act = (await change_contacts(owner.actor, SelectedFilter(EVERYONE), company)).act
    saved = await new_segment(owner.actor, "changed", {"and": [{"job": act.id}]})
    assert await looked_at(owner, saved.pk) == (3, [])
    clock.advance(days=31)
    await forget_old_acts()
    kind = FilterProblemKind.JOB_FORGOTTEN
    assert await looked_at(owner, saved.pk) == (0, [(kind, ("and", "0", "job"))])


async def test_nobody_uses_what_they_do_not_see(owner, member, stranger, book):
    private = await new_segment(owner.actor, "private")
    for person in (member, stranger):
        with pytest.raises(NotFound):
            await chosen_by(person, naming(private.pk))


async def test_what_they_name_together_has_a_limit(owner):
    wide = {"or": [{"city": {"is": f"town {n}"}} for n in range(95)]}
    saved = await new_segment(owner.actor, "wide", wide)
    with pytest.raises(FilterTooComplex):
        await chosen_by(owner, {"or": [naming(saved.pk)] * 5})


async def test_a_few_that_name_one_another_many_times_are_refused_at_once(owner):
    rows = [await new_segment(owner.actor, f"{number}") for number in range(5)]
    for outer, inner in reversed(list(zip(rows[1:], rows, strict=False))):
        many = SegmentChanges(filter={"or": [naming(inner.pk)] * 90})
        await update_segment(owner.actor, outer.pk, 1, many)
    started = perf_counter()
    with pytest.raises(FilterTooComplex):
        await chosen_by(owner, naming(rows[-1].pk))
    assert await looked_at(owner, rows[-1].pk) == (0, [])
    assert perf_counter() - started < 2  # 90 times 90 times 90 times 90 parts


async def test_a_list_of_them_is_counted_and_examined(owner, book):
    label, _ = book
    for number in range(7):
        await new_segment(owner.actor, f"{number}", labelled("anyOf", label))
    rows = await list_segments(owner.actor)
    await complete(owner.actor, rows, Wanted(counts=True, problems=True))
    assert [row.contact_count for row in rows] == [1] * 7


async def test_what_the_api_answers_can_be_sent_again(api, owner, book):
    label, field = book
    ask = Asker(api, owner)
    chosen = {
        "and": [
            labelled("noneOf", label),
            {"custom": {"fieldId": field.id, "is": {"has": False}}},
            {"subscription": ["SUBSCRIBED"]},
            {"created": {"between": {"from": "2026-01-01"}}},
            {"not": {"lastActivity": {"inLastDays": 30}}},
        ]
    }
    made = await ask.data(
        """mutation ($input: CreateSegmentInput!) { createSegment(input: $input) {
          segment { id filter sort visibility contactCount problems { kind } isMine }
          errors { code path } cursor } }""",
        input={"name": "Round", "filter": chosen, "sort": {"field": "COMPANY"}},
    )
    segment = made["createSegment"]["segment"]
    assert segment["filter"] == chosen
    assert segment["sort"]["field"] == "COMPANY"
    assert (segment["contactCount"], segment["problems"], segment["isMine"]) == (0, [], True)
    again = await ask.data(
        """mutation ($input: UpdateSegmentInput!) { updateSegment(input: $input) {
          segment { version filter } errors { code } } }""",
        input={"id": segment["id"], "version": 1, "filter": segment["filter"]},
    )
    assert again["updateSegment"]["segment"] == {"version": 1, "filter": chosen}
    listed = await ask.data(
        "query ($filter: ContactFilter) { contacts(filter: $filter) { totalCount } }",
        filter={"not": {"segment": segment["id"]}},
    )
    assert listed["contacts"]["totalCount"] == 3
