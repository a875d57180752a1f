"""A list followed live: a copy kept by its events alone stays equal to the list."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from random import Random

import pytest

from backend.contacts.drafts import ContactChanges, EmailDraft
from backend.contacts.errors import FilterTooComplex
from backend.contacts.filters import (
    EVERYONE,
    And,
    ContactFilter,
    Deleted,
    Holds,
    LabelsAny,
    Not,
    Search,
    Subscription,
    Text,
    TimeRange,
)
from backend.contacts.kinds import (
    ContactPart,
    SubscriptionStatus,
    TextField,
    TextTest,
    TimeField,
)
from backend.contacts.live import (
    FollowedList,
    ListChange,
    change_of,
    follow_contact,
    follow_list,
)
from backend.contacts.queries import plans
from backend.contacts.queries.pages import contacts_page
from backend.contacts.rows import EVERYTHING, NOTHING
from backend.contacts.selections import SelectedFilter, SelectedIds
from backend.contacts.service import (
    create_contact,
    delete_contacts,
    label_contacts,
    purge_deleted_contacts,
    restore_deletion,
    update_contact,
)
from backend.contacts.sorting import ContactSort, ContactSortField, SortDirection
from backend.core.change_log import changes_after, current_sequence
from backend.core.clock import now_micros
from backend.core.errors import Forbidden
from backend.core.paging import PageRequest
from backend.core.permissions import Actor, Role
from backend.labels.rules import LabelColor
from backend.labels.service import delete_label, update_label
from tests.factories.contacts import many_contacts, new_contact, new_label, random_draft

DESCENDING = ContactSort(ContactSortField.COMPANY, SortDirection.DESC)
WAIT = 20


class Copy:
    """A reader's copy of a list, kept as a client would."""

    def __init__(self, followed: FollowedList, keys: list[int]) -> None:
        self.followed = followed
        self.keys = keys
        self.resets = 0
        self.place = 0

    async def apply(self, change: ListChange) -> None:
        if change.reset:
            self.resets += 1
            self.keys = await whole(self.followed)
            return
        self.keys = [key for key in self.keys if key not in set(change.left)]
        for placed in (*change.entered, *change.changed):
            if placed.contact.pk in self.keys:
                self.keys.remove(placed.contact.pk)
        # Both lists are in the list's order; a contact stands behind one that may be in either.
        waiting = [*change.entered, *change.changed]
        while waiting:
            ready = next(p for p in waiting if p.previous is None or p.previous in self.keys)
            at = 0 if ready.previous is None else self.keys.index(ready.previous) + 1
            self.keys.insert(at, ready.contact.pk)
            waiting.remove(ready)


async def whole(followed: FollowedList) -> list[int]:
    page = await contacts_page(
        followed.actor, followed.chosen, followed.sort, PageRequest.of(first=200)
    )
    assert not page.has_next
    return [row.pk for row in page.rows]


async def next_change(changes: AsyncIterator[ListChange]) -> ListChange:
    return await asyncio.wait_for(anext(changes), WAIT)


def follow(actor, chosen: ContactFilter = EVERYONE, sort=DESCENDING, wanted=NOTHING):
    return FollowedList(actor, chosen, sort, wanted)


async def random_act(actor: Actor, random: Random, keys: list[int], labels: list[int]) -> None:
    some = random.sample(keys, random.randrange(1, 4))
    match random.randrange(6):
        case 0:
            written = await create_contact(actor, random_draft(random, labels))
            keys.append(written.contact_id)
        case 1:
            gone = await delete_contacts(actor, SelectedIds(tuple(some)))
            if random.random() < 0.6 and gone.id:
                await restore_deletion(actor, gone.id)
            elif gone.id:
                keys[:] = [key for key in keys if key not in some]
        case 2:
            chosen = random.sample(labels, 1)
            await label_contacts(actor, SelectedIds(tuple(some)), add=chosen)
        case 3:
            chosen = random.sample(labels, 2)
            await label_contacts(actor, SelectedIds(tuple(some)), remove=chosen)
        case _:
            draft = random_draft(random, labels)
            page = await contacts_page(actor, EVERYONE, ContactSort(), PageRequest.of(first=200))
            seen = {row.pk: row.version for row in page.rows}
            await update_contact(
                actor,
                some[0],
                seen[some[0]],
                ContactChanges(
                    given_name=draft.given_name or "Nemo",
                    family_name=draft.family_name,
                    company=draft.company,
                    emails=draft.emails,
                ),
            )


def the_filters(labels: list[int]) -> list[ContactFilter]:
    return [
        EVERYONE,
        Search("ferr"),
        Not(Search("ferr")),
        LabelsAny(frozenset(labels[:1])),
        And((Subscription(frozenset({SubscriptionStatus.SUBSCRIBED})), Search("example"))),
        Deleted(deleted=True),
        Holds(ContactPart.EMAIL, held=False),
        Text(TextField.FAMILY_NAME, TextTest.STARTS_WITH, "f"),
        And((Not(Text(TextField.COMPANY, TextTest.CONTAINS, "studio")), Holds(ContactPart.PHONE))),
        TimeRange(TimeField.LAST_ACTIVITY, high=now_micros()),
    ]


@pytest.mark.parametrize("small", [True, False], ids=["small sets", "walks"])
async def test_a_copy_kept_by_events_equals_the_list(owner, small, monkeypatch):
    if not small:
        monkeypatch.setattr(plans, "SMALL_SET", 2)
    actor, random = owner.actor, Random(7)
    labels = [await new_label(actor, name) for name in ("client", "vip")]
    keys = await many_contacts(actor, 40, labels=labels)
    sorts = [ContactSort(), DESCENDING]
    lists = [follow(actor, chosen, sort) for chosen in the_filters(labels) for sort in sorts]
    copies = [Copy(followed, await whole(followed)) for followed in lists]
    for copy in copies:
        copy.place = await current_sequence(actor.account_id)
    for _ in range(40):
        await random_act(actor, random, keys, labels)
        for copy in random.sample(copies, 3):
            copy.place = await catch_up(copy, copy.place, random)
    for copy in copies:
        await catch_up(copy, copy.place, random)
        assert copy.keys == await whole(copy.followed), copy.followed
        assert copy.resets == 0


async def catch_up(copy: Copy, start: int, random: Random) -> int:
    while True:
        size = random.randrange(1, 12)
        batch = await changes_after(copy.followed.actor.account_id, start, limit=size)
        if not batch:
            return start
        start, change = await change_of(copy.followed, batch)
        if change is not None:
            await copy.apply(change)


async def test_events_come_as_things_happen_with_the_place_in_the_list(owner):
    actor = owner.actor
    anna = await new_contact(actor, given_name="Anna")
    sort = ContactSort(ContactSortField.GIVEN_NAME)
    followed = follow(actor, Search("a"), sort, EVERYTHING)
    async with aclosing(follow_list(followed, await current_sequence(actor.account_id))) as events:
        zoe = await new_contact(actor, given_name="Azoë", emails=[EmailDraft("z@example.org")])
        change = await next_change(events)
        (placed,) = change.entered
        assert (placed.contact.pk, placed.previous) == (zoe.pk, anna.pk)
        assert placed.contact.emails[0].address == "z@example.org"
        assert not change.changed
        assert not change.left

        await update_contact(actor, zoe.pk, 1, ContactChanges(given_name="Aaron"))
        change = await next_change(events)
        (placed,) = change.changed
        assert (placed.contact.given_name, placed.previous) == ("Aaron", None)

        await update_contact(actor, zoe.pk, 2, ContactChanges(given_name="Zoë", emails=()))
        change = await next_change(events)
        assert change.left == [zoe.pk]

        await update_contact(actor, zoe.pk, 3, ContactChanges(given_name="Zora"))
        await delete_contacts(actor, SelectedIds((anna.pk,)))
        change = await next_change(events)
        assert change.left == [anna.pk], "what happens outside of the list is not told"


async def test_too_much_at_once_asks_to_read_the_list_again(owner):
    actor = owner.actor
    start = await current_sequence(actor.account_id)
    await many_contacts(actor, 201)
    async with aclosing(follow_list(follow(actor), start)) as events:
        assert (await next_change(events)).reset
        await delete_contacts(actor, SelectedFilter(EVERYONE))
        assert (await next_change(events)).reset


async def test_a_changed_label_asks_those_who_show_labels_to_read_again(owner):
    actor = owner.actor
    label = await new_label(actor)
    start = await current_sequence(actor.account_id)
    shown = follow(actor, wanted=EVERYTHING)
    chosen = follow(actor, Not(LabelsAny(frozenset({label}))))
    unaware = follow(actor)
    await update_label(actor, label, 1, name="customer", color=LabelColor.RED)
    await new_contact(actor)
    for followed, is_reset in ((shown, True), (chosen, True), (unaware, False)):
        async with aclosing(follow_list(followed, start)) as events:
            assert (await next_change(events)).reset is is_reset
    await delete_label(actor, label)
    async with aclosing(follow_list(shown, start)) as events:
        assert (await next_change(events)).reset


async def test_many_changes_are_told_in_a_constant_number_of_statements(owner, statements):
    actor = owner.actor
    await many_contacts(actor, 160)
    keys = await whole(follow(actor, Search("example")))
    assert len(keys) > 80
    seen = []
    for some in (keys[:2], keys[2:82]):
        label = await new_label(actor, f"label {some[0]}")
        start = await current_sequence(actor.account_id)
        await label_contacts(actor, SelectedIds(tuple(some)), add=[label])
        for followed in (follow(actor, wanted=EVERYTHING), follow(actor, Search("example"))):
            with statements() as read_statements:
                async with aclosing(follow_list(followed, start)) as events:
                    change = await next_change(events)
            assert change.changed
            seen.append(len(read_statements))
    assert seen[:2] == seen[2:]


async def test_a_stranger_hears_nothing(owner, stranger):
    start = await current_sequence(stranger.account_id)
    async with aclosing(follow_list(follow(stranger.actor), start)) as events:
        await new_contact(owner.actor)
        mine = await new_contact(stranger.actor)
        change = await next_change(events)
    assert [placed.contact.pk for placed in change.entered] == [mine.pk]


async def test_refuses_who_may_not_read_and_what_costs_too_much(owner):
    nobody = Actor(owner.account_id, Role.OWNER, user_id=1, token_id=1, scopes=frozenset())
    with pytest.raises(Forbidden):
        await anext(follow_list(follow(nobody), None))
    deep: ContactFilter = EVERYONE
    for _ in range(12):
        deep = Not(deep)
    with pytest.raises(FilterTooComplex):
        await anext(follow_list(follow(owner.actor, deep), None))


async def test_a_contact_is_followed_until_it_is_gone_for_good(owner, clock):
    actor = owner.actor
    anna = await new_contact(actor, given_name="Anna")
    start = await current_sequence(actor.account_id)
    async with aclosing(follow_contact(actor, anna.pk, start, EVERYTHING)) as events:
        await new_contact(actor, given_name="Somebody else")
        await update_contact(actor, anna.pk, 1, ContactChanges(company="Studio"))
        event = await asyncio.wait_for(anext(events), WAIT)
        assert (event.kind, event.actor_name) == ("contact.updated", actor.name)
        assert event.contact is not None
        assert event.contact.company == "Studio"

        await delete_contacts(actor, SelectedIds((anna.pk,)))
        event = await asyncio.wait_for(anext(events), WAIT)
        assert event.contact is not None
        assert event.contact.deleted_at is not None

        clock.advance(days=31)
        assert await purge_deleted_contacts() == 1
        event = await asyncio.wait_for(anext(events), WAIT)
        assert (event.kind, event.contact) == ("contact.purged", None)


async def test_a_purge_is_told_to_who_looks_at_the_trash_even_from_an_old_cursor(owner, clock):
    actor = owner.actor
    anna = await new_contact(actor, given_name="Anna")
    await delete_contacts(actor, SelectedIds((anna.pk,)))
    start = await current_sequence(actor.account_id)
    trash = follow(actor, Deleted(deleted=True))
    assert await whole(trash) == [anna.pk]
    clock.advance(days=31)
    await purge_deleted_contacts()
    async with aclosing(follow_list(trash, start)) as events:
        change = await next_change(events)
    assert change.left == [anna.pk] or change.reset
