"""Pairs kept up to date as the book changes: the same as comparing everybody with everybody."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

import pytest

from backend.contacts.drafts import (
    AddressDraft,
    ContactChanges,
    ContactDraft,
    EmailDraft,
    PhoneDraft,
)
from backend.contacts.selections import SelectedIds
from backend.contacts.service import (
    bulk_create_contacts,
    delete_contacts,
    restore_contacts,
    update_contact,
)
from backend.contacts.service.finding import identities
from backend.core.change_log import changes_after, current_sequence
from backend.core.database import read
from backend.core.errors import Forbidden, InvalidCursor, NotFound
from backend.core.jobs.worker import run_due_jobs
from backend.core.paging import PageRequest, encode_key
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.limits import BATCH, CANDIDATES, TOLD_APART
from backend.duplicates.profiles import profile_of
from backend.duplicates.queries.pairs import count_pairs, pairs_by_id, pairs_page
from backend.duplicates.queries.searching import Progress, search_progress
from backend.duplicates.rules import compare
from backend.duplicates.service import catch_up, dismiss_pair
from backend.duplicates.service.search import take_step
from tests.factories.contacts import new_contact, read_contact

GIVEN = ("Anna", "Ana", "Élodie", "Marco", None)
FAMILY = ("Rossi", "Rosi", "Ferrari", "O’Brien", None)
COMPANIES = ("Studio Ferrari", "Studio Ferrari srl", "Weber", None)
EMAILS = ("info@example.org", "anna@studio.example.org", "a.rossi@studio.example.org")
PHONES = ("+39 347 1234567", "+33 6 39 98 00 01")
STREETS = ("12 rue de la Paix", "12, r. de la paix", "via Po 1")
TWIN: dict[str, Any] = {
    "given_name": "Anna",
    "family_name": "Rossi",
    "emails": [EmailDraft("anna@example.org")],
}


def random_draft(random: Random) -> ContactDraft:
    draft = ContactDraft(
        given_name=random.choice(GIVEN),
        family_name=random.choice(FAMILY),
        company=random.choice(COMPANIES),
        emails=[EmailDraft(each) for each in random.sample(EMAILS, random.choice((0, 0, 1, 2)))],
        phones=[PhoneDraft(each) for each in random.sample(PHONES, random.choice((0, 0, 1)))],
        addresses=[AddressDraft(street=random.choice(STREETS), city="Lyon", postal_code="69002")]
        if random.random() < 0.4
        else [],
    )
    has_name = draft.given_name or draft.family_name or draft.company
    return draft if has_name or draft.emails or draft.phones else ContactDraft(given_name="Zoë")


async def naive_pairs(actor: Actor, ids: list[int]) -> dict[tuple[int, int], tuple[int, int]]:
    """Everybody compared with everybody."""
    known = [profile_of(each) for each in (await identities(actor, ids)).values()]
    found = {}
    for one, other in combinations(sorted(known, key=lambda profile: profile.id), 2):
        likeness = compare(one, other)
        if likeness:
            found[one.id, other.id] = (likeness.score, int(likeness.reasons))
    return found


async def kept_pairs() -> dict[tuple[int, int], tuple[int, int]]:
    rows = await read.fetch(
        "SELECT first_contact_id, second_contact_id, score, reasons FROM duplicate_pair "
        "WHERE place > 0"
    )
    return {(first, second): (score, reasons) for first, second, score, reasons in rows}


@pytest.mark.parametrize("seed", range(4))
async def test_finds_step_by_step_what_comparing_everybody_finds(owner, seed):
    random = Random(seed)
    actor = owner.actor
    made = await bulk_create_contacts(actor, [random_draft(random) for _ in range(24)])
    ids = list(made.ids.values())
    await catch_up(actor.account_id)
    assert await kept_pairs() == await naive_pairs(actor, ids) != {}
    for _ in range(12):
        for key in random.sample(ids, 3):
            contact = await read_contact(actor, key)
            if contact.deleted_at is not None:
                await restore_contacts(actor, SelectedIds((key,)))
            elif random.random() < 0.3:
                await delete_contacts(actor, SelectedIds((key,)))
            else:
                draft = random_draft(random)
                changes = ContactChanges(
                    draft.given_name or "Zoë", draft.family_name, draft.company,
                    emails=draft.emails, phones=draft.phones, addresses=draft.addresses,
                )  # fmt: skip
                await update_contact(actor, key, contact.version, changes)
        await catch_up(actor.account_id)
        assert await kept_pairs() == await naive_pairs(actor, ids)


async def test_fills_a_book_that_was_never_looked_at_in_steps_that_can_be_stopped(owner):
    await bulk_create_contacts(
        owner.actor, [ContactDraft(company=f"Studio {n % 40}") for n in range(2 * BATCH + 5)]
    )
    account_id = owner.actor.account_id
    written = await current_sequence(account_id)
    assert await take_step(account_id)
    progress = await search_progress(account_id)
    assert progress is not None
    assert progress.filled_to is not None
    assert progress.sequence == written
    late = await new_contact(owner.actor, company="Studio 1")  # while the search is under way
    await catch_up(account_id)
    progress = await search_progress(account_id)
    assert progress == Progress(None, await current_sequence(account_id))
    assert any(late.pk in couple for couple in await kept_pairs())
    assert not await take_step(account_id)


async def test_a_write_queues_one_search_that_runs_a_moment_later(owner):
    for _ in range(3):
        await new_contact(owner.actor, **TWIN)
    rows = await read.fetch("SELECT unique_key FROM job WHERE name = 'find_duplicates'")
    assert rows == [(f"find_duplicates:{owner.actor.account_id}",)]
    assert await kept_pairs() == {}
    async with unit_of_work(owner.actor) as unit:
        await unit.execute("UPDATE job SET run_at = 0 WHERE name = 'find_duplicates'")
    await run_due_jobs()
    assert len(await kept_pairs()) == 3
    assert await read.fetch("SELECT 1 FROM job WHERE name = 'find_duplicates'") == []


async def test_one_key_of_very_many_is_compared_with_the_newest_alone(owner):
    count = CANDIDATES + 15
    await bulk_create_contacts(
        owner.actor,
        [ContactDraft(emails=[EmailDraft("info@example.org")]) for _ in range(count)],
    )
    await catch_up(owner.actor.account_id)
    assert 0 < await count_pairs(owner.actor) < count * (count - 1) / 2


async def test_says_in_the_history_which_pairs_come_and_go(owner):
    await new_contact(owner.actor, **TWIN)
    second = await new_contact(owner.actor, **TWIN)
    account_id = owner.actor.account_id
    await catch_up(account_id)
    place = await current_sequence(account_id)
    await delete_contacts(owner.actor, SelectedIds((second.pk,)))
    await catch_up(account_id)
    told = await changes_after(account_id, 0, limit=50, subject_types=("DuplicatePair",))
    assert [change.kind for change in told] == ["duplicate.found", "duplicate.gone"]
    assert told[0].payload["score"] == 95
    assert told[1].sequence > place
    await bulk_create_contacts(owner.actor, [ContactDraft(**TWIN) for _ in range(14)])
    await catch_up(account_id)
    told = await changes_after(
        account_id, told[-1].sequence, limit=200, subject_types=("DuplicatePair",)
    )
    assert await count_pairs(owner.actor) > TOLD_APART
    assert [change.payload["bulk"] for change in told] == [True]


async def test_pages_go_on_where_they_stopped_in_both_directions(owner):
    for number in range(4):
        await new_contact(owner.actor, **TWIN, company="Weber" if number % 2 else None)
    await catch_up(owner.actor.account_id)
    whole = await pairs_page(owner.actor, PageRequest.of(first=50))
    assert len(whole.rows) == await count_pairs(owner.actor) == 6
    assert whole.keys == sorted(whole.keys, reverse=True)
    middle = encode_key(whole.keys[2])
    after = await pairs_page(owner.actor, PageRequest.of(first=2, after=middle))
    assert after.keys == whole.keys[3:5]
    assert (after.has_next, after.has_previous) == (True, True)
    before = await pairs_page(owner.actor, PageRequest.of(last=5, before=middle))
    assert before.keys == whole.keys[:2]
    assert (before.has_next, before.has_previous) == (True, False)
    with pytest.raises(InvalidCursor):
        await pairs_page(owner.actor, PageRequest.of(first=2, after="x"))


async def test_a_dismissed_pair_stays_away_until_there_is_another_reason(owner, viewer, stranger):
    actor = owner.actor
    first = await new_contact(actor, **TWIN)
    second = await new_contact(actor, **TWIN)
    await catch_up(actor.account_id)
    (pair,) = (await pairs_page(actor, PageRequest.of())).rows
    with pytest.raises(NotFound):
        await dismiss_pair(stranger.actor, pair.pair.pk)
    with pytest.raises(Forbidden):
        await dismiss_pair(viewer.actor, pair.pair.pk)
    await dismiss_pair(actor, pair.pair.pk)
    assert await count_pairs(actor) == 0
    assert (await pairs_by_id(actor, (pair.pair.pk,)))[pair.pair.pk].is_dismissed
    # Neither an edit nor a time without the reason brings it back.
    for email in ("other@example.net", "anna@example.org"):
        version = (await read_contact(actor, second.pk)).version
        await update_contact(
            actor, second.pk, version, ContactChanges(position="x", emails=[EmailDraft(email)])
        )
        await catch_up(actor.account_id)
        assert await count_pairs(actor) == 0
    for contact in (first, second):
        version = (await read_contact(actor, contact.pk)).version
        await update_contact(
            actor, contact.pk, version, ContactChanges(phones=[PhoneDraft("+39 347 1234567")])
        )
    await catch_up(actor.account_id)
    assert await count_pairs(actor) == 1
    again = (await pairs_page(actor, PageRequest.of())).rows[0].pair
    assert again.pk == pair.pair.pk


async def test_a_dismissal_can_be_taken_back(owner):
    for _ in range(2):
        await new_contact(owner.actor, **TWIN)
    await catch_up(owner.actor.account_id)
    (pair,) = (await pairs_page(owner.actor, PageRequest.of())).rows
    await dismiss_pair(owner.actor, pair.pair.pk)
    assert (await dismiss_pair(owner.actor, pair.pair.pk)).cursor == ""  # nothing more to say
    await dismiss_pair(owner.actor, pair.pair.pk, undo=True)
    assert await count_pairs(owner.actor) == 1


async def test_other_accounts_pairs_are_nobody_s_here(owner, stranger):
    await new_contact(owner.actor, **TWIN)
    await new_contact(stranger.actor, **TWIN)
    for person in (owner, stranger):
        await catch_up(person.actor.account_id)
    assert await kept_pairs() == {}
    await new_contact(owner.actor, **TWIN)
    await catch_up(owner.actor.account_id)
    (pair,) = (await pairs_page(owner.actor, PageRequest.of())).rows
    assert await count_pairs(stranger.actor) == 0
    assert await pairs_by_id(stranger.actor, (pair.pair.pk,)) == {}
