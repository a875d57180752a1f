"""The timelines of two contacts that become one, and two again."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, purge_deleted_contacts
from backend.core.database import read
from backend.duplicates.service import undo_merge
from backend.timeline.live import follow_timeline
from tests.backend.duplicates.merging import merge
from tests.backend.timeline.telling import send_letters, told, words
from tests.factories.contacts import new_contact, read_contact

LETTER, MADE, MERGED = "letter.sent", "contact.created", "contact.merged"


async def people(actor):
    return [await new_contact(actor, given_name=name) for name in ("Anna", "Ana", "Anne")]


async def test_is_told_as_one_and_apart_again(owner):
    actor = owner.actor
    anna, ana, anne = await people(actor)
    await send_letters(actor, ana, "to Ana")
    await send_letters(actor, anne, "to Anne", first=2)
    first = await merge(actor, ana, anne)
    second = await merge(actor, anna, await read_contact(actor, ana.pk))
    await send_letters(actor, anna, "to all", first=3)
    whole = [
        f"{LETTER} to all", MERGED, MERGED, f"{LETTER} to Anne", f"{LETTER} to Ana",
        MADE, MADE, MADE,
    ]  # fmt: skip
    assert await told(actor, anna) == whole
    assert await told(actor, anne) == whole, "the old id is the contact that it is now"

    await undo_merge(actor, second.id)
    assert await told(actor, anna) == ["contact.unmerged", f"{LETTER} to all", MERGED, MADE]
    assert await told(actor, ana) == [
        "contact.restored", "contact.merged_away", MERGED, f"{LETTER} to Anne", f"{LETTER} to Ana",
        MADE, MADE,
    ]  # fmt: skip
    await undo_merge(actor, first.id)
    assert (await told(actor, anne))[-2:] == [f"{LETTER} to Anne", MADE]


async def test_the_merged_one_s_past_stays_until_the_other_is_erased(owner, clock):
    actor = owner.actor
    anna, ana, _ = await people(actor)
    await send_letters(actor, ana, "to Ana")
    await merge(actor, anna, ana)
    clock.advance(days=31)
    await purge_deleted_contacts()
    assert f"{LETTER} to Ana" in await told(actor, anna)
    await delete_contacts(actor, SelectedIds((anna.pk,)))
    clock.advance(days=31)
    await purge_deleted_contacts()
    kept = await read.fetch(
        "SELECT COUNT(*) FROM change WHERE payload LIKE '%Ana%' AND subject_type <> 'Account' "
        "AND kind <> 'contact.created'"
    )
    assert kept == [(0,)]


async def heard(stream, count):
    """The next steps of a timeline that is followed."""
    found = []
    async with aclosing(stream), asyncio.timeout(10):
        async for step in stream:
            found.append(step)
            if len(found) == count:
                return found
    return found


async def test_is_followed_as_it_grows_and_turns(owner):
    actor = owner.actor
    anna, ana, anne = await people(actor)
    following = asyncio.create_task(heard(follow_timeline(actor, ana.pk, None), 3))
    letters = asyncio.create_task(heard(follow_timeline(actor, ana.pk, None, ["Contact"]), 1))
    await asyncio.sleep(0.05)
    await send_letters(actor, anne, "to somebody else")
    await send_letters(actor, ana, "one", "two")
    await asyncio.sleep(0.05)
    await merge(actor, anna, ana)
    await asyncio.sleep(0.05)
    await send_letters(actor, anna, "to both")
    grown, turned, after = await following
    assert words(grown.entries) == [f"{LETTER} two", f"{LETTER} one"]
    assert not grown.reset
    assert turned.reset
    assert words(after.entries) == [f"{LETTER} to both"]
    assert words((await letters)[0].entries) == ["contact.merged_away"]


async def test_nothing_is_missed_after_a_cursor(owner):
    actor = owner.actor
    anna, _, _ = await people(actor)
    await send_letters(actor, anna, "while away")
    (step,) = await heard(follow_timeline(actor, anna.pk, 0), 1)
    assert words(step.entries) == [f"{LETTER} while away", MADE]
