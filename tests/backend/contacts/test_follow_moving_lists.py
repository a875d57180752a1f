"""Lists that change by the clock, or because a saved filter does: their followers are told."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import UTC, datetime, timedelta

import pytest

from backend.contacts.changes import TextChange
from backend.contacts.drafts import ContactChanges, ContactDraft
from backend.contacts.filter_input import parse_filter
from backend.contacts.live import FollowedList, follow_list
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.resolving import resolve_list
from backend.contacts.rows import NOTHING
from backend.contacts.selections import SelectedIds
from backend.contacts.service import (
    bulk_create_contacts,
    change_contacts,
    delete_field,
    undo_act,
    update_contact,
)
from backend.contacts.sorting import ContactSort
from backend.core.change_log import current_sequence, encode_cursor
from backend.core.errors import NotFound
from backend.core.ids import encode_id
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.kinds import CustomFieldKind
from backend.segments.service import SegmentChanges, delete_segment, update_segment
from tests.factories.api import credentials
from tests.factories.contacts import new_contact
from tests.factories.custom_fields import new_field
from tests.factories.segments import new_segment

WAIT = 20
RECENT = {"created": {"inLastDays": 30}}


async def in_paris(person) -> None:
    async with unit_of_work(person.actor) as unit:
        place = "UPDATE account SET time_zone = 'Europe/Paris' WHERE id = ?"
        await unit.execute(place, (person.account_id,))


async def made(person, when: datetime) -> None:
    await bulk_create_contacts(person.actor, [ContactDraft(given_name="Anna", created_at=when)])


def follow(person, plain, after: int | None):
    return follow_list(
        FollowedList(person.actor, parse_filter(plain), ContactSort(), NOTHING), after
    )


async def test_days_are_those_of_the_account(owner, clock):
    await in_paris(owner)
    clock.set(datetime(2026, 7, 31, 12, tzinfo=UTC))
    start = datetime(2026, 6, 30, 22, tzinfo=UTC)  # the first of July in Paris
    for when in (start - timedelta(microseconds=1), start, clock.now):
        await made(owner, when)
    for plain, count in (
        (RECENT, 2),
        ({"created": {"notInLastDays": 30}}, 1),
        ({"created": {"between": {"from": "2026-07-01"}}}, 2),
        ({"created": {"between": {"to": "2026-06-30"}}}, 1),
        ({"created": {"between": {"from": "2026-07-01", "to": "2026-07-01"}}}, 1),
    ):
        assert await count_contacts(owner.actor, parse_filter(plain)) == count, plain


async def test_the_turn_of_the_day_asks_to_read_the_list_again(owner, clock):
    await in_paris(owner)
    clock.set(datetime(2026, 3, 9, 22, 59, 59, 800_000, tzinfo=UTC))
    await made(owner, clock.now - timedelta(days=30))
    place = await current_sequence(owner.account_id)
    async with aclosing(follow(owner, RECENT, place)) as events:
        waiting = asyncio.ensure_future(anext(events))
        await asyncio.sleep(0.3)
        assert not waiting.done(), "the day has not turned yet"
        clock.advance(seconds=1)
        change = await asyncio.wait_for(waiting, WAIT)
        assert (change.reset, change.cursor) == (True, encode_cursor(place))
        assert await count_contacts(owner.actor, parse_filter(RECENT)) == 0
        anna = await new_contact(owner.actor)
        change = await asyncio.wait_for(anext(events), WAIT)
        assert [placed.contact.pk for placed in change.entered] == [anna.pk]


async def test_who_comes_back_another_day_reads_the_list_again(owner, clock):
    await new_contact(owner.actor)
    place = await current_sequence(owner.account_id)
    clock.advance(days=1)
    async with aclosing(follow(owner, RECENT, place)) as events:
        assert (await asyncio.wait_for(anext(events), WAIT)).reset
    anna = await new_contact(owner.actor)
    for plain, after in ((RECENT, place + 1), ({"has": "GIVEN_NAME"}, place)):
        await new_contact(owner.actor)
        async with aclosing(follow(owner, plain, after)) as events:
            change = await asyncio.wait_for(anext(events), WAIT)
            assert not change.reset, "the list was read today, or does not move"
    assert anna.pk


async def test_a_change_of_a_saved_filter_asks_to_read_the_list_again(owner):
    field = await new_field(owner.actor, "Notes", CustomFieldKind.TEXT)
    inner = await new_segment(owner.actor, "inner", {"givenName": {"is": "Anna"}})
    lacking = {"custom": {"fieldId": field.id, "is": {"has": False}}}
    outer = await new_segment(
        owner.actor, "outer", {"and": [lacking, {"segment": encode_id("Segment", inner.pk)}]}
    )
    naming = {"segment": encode_id("Segment", outer.pk)}
    place = await current_sequence(owner.account_id)
    async with aclosing(follow(owner, naming, place)) as events:

        async def told():
            return await asyncio.wait_for(anext(events), WAIT)

        anna = await new_contact(owner.actor, given_name="Anna")
        assert [placed.contact.pk for placed in (await told()).entered] == [anna.pk]
        changed = SegmentChanges(filter={"givenName": {"is": "Bea"}})
        await update_segment(owner.actor, inner.pk, 1, changed)
        assert (await told()).reset
        bea = await new_contact(owner.actor, given_name="Bea")
        assert [placed.contact.pk for placed in (await told()).entered] == [bea.pk]
        await delete_field(owner.actor, field.pk)
        assert (await told()).reset
        await delete_segment(owner.actor, outer.pk)
        assert (await told()).reset


async def test_a_list_of_whom_a_job_changed_follows_the_job_and_its_undo(owner, member, stranger):
    keys = [(await new_contact(owner.actor, given_name=name)).pk for name in ("Anna", "Bea")]
    other = await new_contact(owner.actor, given_name="Carla")
    company = TextChange("company", "Acme")
    act = (await change_contacts(owner.actor, SelectedIds(tuple(keys)), company)).act
    changed = {"job": act.id}
    assert await count_contacts(owner.actor, parse_filter(changed)) == 2
    with pytest.raises(NotFound):
        await resolve_list(stranger.actor, parse_filter(changed))
    place = await current_sequence(owner.account_id)
    async with aclosing(follow(owner, changed, place)) as events:
        await update_contact(member.actor, other.pk, 1, ContactChanges(position="CEO"))
        await update_contact(member.actor, keys[1], 2, ContactChanges(position="CEO"))
        told = await asyncio.wait_for(anext(events), WAIT)
        assert [each.contact.pk for each in told.changed] == [keys[1]]
        assert (told.entered, told.left, told.reset) == ([], [], False)
        await undo_act(owner.actor, act.pk)
        assert (await asyncio.wait_for(anext(events), WAIT)).reset
    assert await count_contacts(owner.actor, parse_filter(changed)) == 1, "later work stays"


async def test_lists_of_one_s_own_are_not_shared(api, owner, member):
    private = await new_segment(owner.actor, "private")
    document = """subscription ($filter: ContactFilter) {
      contactsChanged(filter: $filter) { cursor reset entered { contact { id } } } }"""

    async def first_answer(person, plain):
        answers = api.pages.subscribe(credentials(person), document, {"filter": plain})
        async with aclosing(answers) as events:
            waiting = asyncio.ensure_future(anext(events))
            async with asyncio.timeout(WAIT):
                # It follows from some moment on that nothing tells of.
                while not (await asyncio.wait({waiting}, timeout=0.1))[0]:
                    await new_contact(owner.actor)
            return waiting.result()

    naming = {"segment": encode_id("Segment", private.pk)}
    assert "errors" not in await first_answer(owner, naming)
    refused = await first_answer(member, {"or": [naming]})
    assert refused["errors"][0]["extensions"]["code"] == "NOT_FOUND"
