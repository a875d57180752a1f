"""Threads: which one a letter joins, how they are listed, found, followed and given on."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from backend.contacts.drafts import EmailDraft
from backend.contacts.kinds import EmailKind, SubscriptionStatus
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, purge_deleted_contacts, restore_deletion
from backend.core.change_log import current_sequence
from backend.core.clock import frozen, now
from backend.core.database import read
from backend.core.errors import Forbidden, NotFound
from backend.core.paging import PageRequest, encode_key
from backend.core.registry import personal_data
from backend.duplicates.service import merge_contacts, undo_merge
from backend.duplicates.service.merge import Side
from backend.inbox.errors import ThreadHasContact
from backend.inbox.live import follow_inbox, follow_thread
from backend.inbox.mail.composing import Enclosed
from backend.inbox.mail.received import Body, Bounce, Received
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.queries.messages import messages_page
from backend.inbox.queries.searching import search_threads
from backend.inbox.queries.threads import count_unread, threads_by_id, threads_page
from backend.inbox.rules.kinds import MessageKind, UnknownSenders
from backend.inbox.service import (
    MailboxDraft,
    archive_threads,
    assign_thread,
    mark_threads,
    save_mailbox,
)
from backend.inbox.service.receive import Fate, receive_letter
from tests.factories.accounts import new_owner
from tests.factories.contacts import new_contact, read_contact
from tests.factories.inbox import new_message, read_message
from tests.factories.personal_data import gathered


def letter(sender="ada@example.org", text="Good morning", **more):
    values = {
        "rfc_id": f"{uuid4().hex}@example.org",
        "kind": MessageKind.LETTER,
        "from_name": "Ada",
        "from_address": sender,
        "recipients": (("studio@example.org", ""),),
        "subject": "Hello",
        "at": datetime(2026, 1, 1, tzinfo=UTC),
        "in_reply_to": None,
        "reference_ids": (),
        "body": Body(f"<p>{text}</p>", None, None, text),
    }
    return Received(**{**values, **more})


@pytest.fixture
async def mailbox(owner):
    await save_mailbox(owner.actor, None, MailboxDraft("Studio", "studio@example.org"))
    return await mailbox_of(owner.account_id)


async def client(owner, address="ada@example.org", **fields):
    emails = [EmailDraft(address, EmailKind.MAIN, SubscriptionStatus.NEVER_SUBSCRIBED)]
    return await new_contact(owner.actor, **{"given_name": "Ada", **fields}, emails=emails)


async def listed(owner, **more):
    page = await search_threads(owner.actor, PageRequest.of(), **more)
    return [row.contact_id or row.address for row in page.rows]


async def texts(owner, contact_id):
    page = await messages_page(owner.actor, PageRequest.of(), contact_id=contact_id)
    return [row.text for row in page.rows]


async def test_an_answer_joins_what_it_answers_whoever_sends_it(owner, mailbox):
    ada = await client(owner)
    sent = await new_message(owner.actor, ada.pk)
    rfc_id = await read.fetch_value("SELECT rfc_id FROM message WHERE id = ?", (sent.pk,))
    answer = letter("ada.private@example.org", "From home", in_reply_to=rfc_id)
    assert await receive_letter(mailbox, answer, None) is Fate.KEPT
    assert await receive_letter(mailbox, answer, None) is Fate.KNOWN
    assert sorted(await texts(owner, ada.pk)) == ["From home", "Hello"]
    assert (await read_contact(owner.actor, ada.pk)).last_activity_micros > sent.micros


async def test_strangers_are_kept_or_ignored_as_the_setting_says(owner, mailbox):
    file = Enclosed("a.txt", "text/plain", b"Hello")
    assert await receive_letter(mailbox, letter("who@example.org"), None) is Fate.KEPT
    assert await listed(owner) == ["who@example.org"]
    draft = MailboxDraft("Studio", "studio@example.org", unknown_senders=UnknownSenders.IGNORE)
    await save_mailbox(owner.actor, 1, draft)
    ignoring = await mailbox_of(owner.account_id)
    assert ignoring is not None
    ignored = letter("other@example.org", files=(file,))
    assert await receive_letter(ignoring, ignored, None) is Fate.IGNORED
    assert await read.fetch_value("SELECT COUNT(*) FROM stored_file") == 0
    assert await receive_letter(ignoring, letter("studio@example.org"), None) is Fate.IGNORED


async def test_keeps_what_is_enclosed_until_the_contact_is_gone(owner, mailbox):
    ada = await client(owner)
    await receive_letter(mailbox, letter(files=(Enclosed("a.txt", "text/plain", b"Hello"),)), None)
    (message,) = (await messages_page(owner.actor, PageRequest.of(), contact_id=ada.pk)).rows
    assert [(each.name, each.size_bytes) for each in message.files] == [("a.txt", 5)]
    held = await gathered(personal_data.entries["inbox"], owner.actor, ada.pk)
    assert held[0]["text"] == "Good morning"
    await delete_contacts(owner.actor, SelectedIds((ada.pk,)))
    assert await listed(owner) == []
    with frozen(now() + timedelta(days=40)):
        await purge_deleted_contacts()
    for table in ("message", "thread", "message_file", "message_search", "stored_file"):
        assert await read.fetch_value(f"SELECT COUNT(*) FROM {table}") == 0


async def test_a_bounce_marks_what_was_sent_there_and_no_other_address(owner, mailbox):
    ada = await client(owner)
    sent = await new_message(owner.actor, ada.pk)
    rfc_id = await read.fetch_value("SELECT rfc_id FROM message WHERE id = ?", (sent.pk,))
    lie = letter("x@example.org", kind=MessageKind.BOUNCE, bounce=Bounce((rfc_id,), ("b@x.org",)))
    await receive_letter(mailbox, lie, None)
    assert (await read_message(owner.actor, sent.pk)).bounced_at is None
    true = letter(
        "x@example.org", kind=MessageKind.BOUNCE, bounce=Bounce((rfc_id,), ("Ada@example.org",))
    )
    await receive_letter(mailbox, true, None)
    assert (await read_message(owner.actor, sent.pk)).bounced_at is not None
    assert (await read_contact(owner.actor, ada.pk)).emails[0].bounced_at is not None


async def test_lists_unread_first_and_pages_without_gaps(owner, mailbox):
    people = [await client(owner, f"p{n}@example.org") for n in range(5)]
    for number, person in enumerate(people):
        at = datetime(2026, 1, 1 + number, tzinfo=UTC)
        await receive_letter(mailbox, letter(person.emails[0].address, at=at), None)
    threads = {
        row.contact_id: row.pk for row in (await threads_page(owner.actor, PageRequest.of())).rows
    }
    await mark_threads(owner.actor, [threads[people[4].pk], threads[people[0].pk]], is_read=True)
    expected = [people[n].pk for n in (3, 2, 1, 4, 0)]
    assert await listed(owner) == expected
    assert await count_unread(owner.actor) == 3
    seen, after = [], None
    while True:
        page = await threads_page(owner.actor, PageRequest.of(first=2, after=after))
        seen += [row.contact_id for row in page.rows]
        if not page.has_next:
            break
        after = encode_key(page.keys[-1])
    assert seen == expected
    await mark_threads(owner.actor, [threads[people[0].pk]], is_read=False)
    assert await count_unread(owner.actor) == 4


async def test_puts_threads_aside_until_somebody_answers(owner, mailbox, viewer):
    ada = await client(owner)
    sent = await new_message(owner.actor, ada.pk)
    await archive_threads(owner.actor, [sent.thread_pk], is_archived=True)
    assert await listed(owner) == []
    assert await listed(owner, archived=True) == [ada.pk]
    await receive_letter(mailbox, letter(), None)
    assert await listed(owner) == [ada.pk]
    with pytest.raises(Forbidden):
        await archive_threads(viewer.actor, [sent.thread_pk], is_archived=True)
    stranger = await new_owner()
    with pytest.raises(NotFound):
        await mark_threads(stranger.actor, [sent.thread_pk], is_read=True)


@pytest.mark.parametrize("few", [3_000, 0])
async def test_finds_threads_by_words_and_by_contacts(owner, mailbox, monkeypatch, few):
    monkeypatch.setattr("backend.inbox.queries.searching.FEW", few)
    ada = await client(owner, company="Ferrari")
    bob = await client(owner, "bob@example.org", given_name="Bob")
    await new_message(owner.actor, ada.pk, "<p>The façade of the shop</p>")
    await new_message(owner.actor, bob.pk, "<p>Another thing</p>")
    assert await listed(owner, search="facade") == [ada.pk]
    assert await listed(owner, search="ferrari") == [ada.pk]
    assert await listed(owner, search="bob") == [bob.pk]
    assert sorted(await listed(owner, search="th")) == sorted([ada.pk, bob.pk])
    assert await listed(owner, search="facade another") == []
    stranger = await new_owner()
    assert await listed(stranger, search="facade") == []


async def test_messages_follow_a_merge_and_come_back(owner, mailbox):
    kept = await client(owner)
    other = await client(owner, "ada.old@example.org")
    await new_message(owner.actor, kept.pk, "<p>New</p>")
    await new_message(owner.actor, other.pk, "<p>Old</p>")
    merged = await merge_contacts(
        owner.actor, Side(kept.pk, kept.version, "kept"), Side(other.pk, other.version, "other")
    )
    assert sorted(await texts(owner, kept.pk)) == ["New", "Old"]
    assert await listed(owner) == [kept.pk]
    assert await listed(owner, search="old") == [kept.pk]
    await receive_letter(mailbox, letter(text="Since then"), None)
    await undo_merge(owner.actor, merged.id)
    assert sorted(await texts(owner, kept.pk)) == ["New", "Since then"]
    assert await texts(owner, other.pk) == ["Old"]
    assert sorted(await listed(owner)) == sorted([kept.pk, other.pk])


async def test_hides_with_the_contact_and_comes_back_with_it(owner, mailbox):
    ada = await client(owner)
    sent = await new_message(owner.actor, ada.pk)
    deletion = await delete_contacts(owner.actor, SelectedIds((ada.pk,)))
    assert await threads_by_id(owner.actor, (sent.thread_pk,)) == {}
    assert await texts(owner, ada.pk) == []
    assert await listed(owner, search="hello") == []
    assert deletion.id is not None
    await restore_deletion(owner.actor, deletion.id)
    assert await texts(owner, ada.pk) == ["Hello"]


async def test_a_stranger_s_thread_is_given_to_a_contact(owner, mailbox):
    ada = await client(owner)
    await new_message(owner.actor, ada.pk, "<p>First</p>")
    await receive_letter(mailbox, letter("who@example.org", "It is me"), None)
    page = await threads_page(owner.actor, PageRequest.of())
    strange = next(row.pk for row in page.rows if row.contact_id is None)
    thread = await assign_thread(owner.actor, strange, ada.pk)
    assert sorted(await texts(owner, ada.pk)) == ["First", "It is me"]
    assert await listed(owner) == [ada.pk]
    with pytest.raises(ThreadHasContact):
        await assign_thread(owner.actor, thread, ada.pk)


async def test_what_happens_is_told_live(owner, mailbox):
    ada, bob = await client(owner), await client(owner, "bob@example.org")
    start = await current_sequence(owner.account_id)
    async with (
        asyncio.timeout(10),
        aclosing(follow_inbox(owner.actor, start, None)) as inbox,
        aclosing(follow_thread(owner.actor, ada.pk, start, None)) as thread,
    ):
        await new_message(owner.actor, bob.pk)
        first = await anext(inbox)
        assert [row.contact_id for row in first.threads] == [bob.pk]
        await receive_letter(mailbox, letter(), None)
        told, changed = await anext(inbox), await anext(thread)
        assert [row.contact_id for row in told.threads] == [ada.pk]
        assert told.unread_count == 1
        assert [row.text for row in changed.messages] == ["Good morning"]
        await mark_threads(owner.actor, [told.threads[0].pk], is_read=True)
        assert (await anext(inbox)).unread_count == 0
        await delete_contacts(owner.actor, SelectedIds((ada.pk,)))
        assert (await anext(inbox)).reset
