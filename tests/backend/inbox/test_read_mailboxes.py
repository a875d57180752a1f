"""Mailboxes read from a real IMAP server: once, in order, also after all that goes wrong."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import suppress
from uuid import uuid4

import pytest

from backend.contacts.drafts import EmailDraft
from backend.contacts.kinds import EmailKind, SubscriptionStatus
from backend.core.database import read
from backend.core.paging import PageRequest
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.queries.messages import messages_page
from backend.inbox.queries.threads import threads_page
from backend.inbox.rules.kinds import MailProblem, MailSecurity, UnknownSenders
from backend.inbox.service import MailboxDraft, ServerDraft, reading, save_mailbox
from tests.factories.contacts import new_contact
from tests.fixtures.mail_servers import PASSWORD


def letter(
    sender="client@example.org", *, subject="Hello", text="Good morning", rfc_id=None, **more
):
    headers = {
        "From": f"A Client <{sender}>",
        "To": "studio@example.org",
        "Subject": subject,
        "Message-ID": f"<{rfc_id or uuid4().hex}@example.org>",
        "Date": "Sun, 22 Nov 2026 09:00:00 +0100",
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    lines = [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join([*lines, "", text]) + "\r\n").encode()


async def new_mailbox(owner, dovecot, *, unknown=UnknownSenders.KEEP, password=PASSWORD):
    user = f"user{uuid4().hex[:8]}"
    server = ServerDraft("127.0.0.1", dovecot.port, MailSecurity.NONE, user, password)
    draft = MailboxDraft("Studio", "studio@example.org", imap=server, unknown_senders=unknown)
    await save_mailbox(owner.actor, None, draft)
    return user, (await own(owner)).pk


async def client(owner, address="client@example.org"):
    emails = [EmailDraft(address, EmailKind.MAIN, SubscriptionStatus.NEVER_SUBSCRIBED)]
    return await new_contact(owner.actor, given_name="Ada", emails=emails)


async def own(owner):
    """The mailbox of the owner's account, which must be there."""
    found = await mailbox_of(owner.account_id)
    assert found is not None
    return found


async def subjects(owner):
    page = await threads_page(owner.actor, PageRequest.of())
    found = []
    for thread in page.rows:
        messages = await messages_page(owner.actor, PageRequest.of(), thread_id=thread.pk)
        found += [message.subject for message in messages.rows]
    return sorted(found)


async def test_takes_what_comes_after_the_first_look_and_each_letter_once(
    owner, dovecot, private_servers
):
    contact = await client(owner)
    user, key = await new_mailbox(owner, dovecot)
    dovecot.deliver(user, letter(subject="Old"))
    await reading.read_mailbox(key, once=True)
    assert await subjects(owner) == []

    dovecot.deliver(user, letter(subject="New"))
    dovecot.deliver(user, letter("stranger@example.org", subject="Who"))
    await reading.read_mailbox(key, once=True)
    await reading.read_mailbox(key, once=True)
    assert await subjects(owner) == ["New", "Who"]
    page = await threads_page(owner.actor, PageRequest.of())
    assert {(row.contact_id, row.address) for row in page.rows} == {
        (contact.pk, None),
        (None, "stranger@example.org"),
    }
    assert all(row.unread_count == 1 for row in page.rows)


@pytest.mark.sqlite_only
async def test_reads_again_when_the_numbers_of_the_mailbox_mean_something_else(
    owner, dovecot, private_servers
):
    await client(owner)
    user, key = await new_mailbox(owner, dovecot)
    dovecot.deliver(user, letter(subject="Old"))
    await reading.read_mailbox(key, once=True)
    known = letter(subject="Known")
    dovecot.deliver(user, known)
    await reading.read_mailbox(key, once=True)
    before = (await own(owner)).uid_validity

    shutil.rmtree(dovecot.folder / "mail" / user)
    await asyncio.sleep(1.1)  # the server numbers by the second
    dovecot.deliver(user, known)
    dovecot.deliver(user, letter(subject="While away"))
    await reading.read_mailbox(key, once=True)
    assert (await own(owner)).uid_validity != before
    assert await subjects(owner) == ["Known", "While away"]


async def test_hears_of_news_at_once_and_is_read_by_one_reader(
    owner, dovecot, private_servers, monkeypatch
):
    monkeypatch.setattr(reading, "LOOK_SECONDS", 0.05)
    await client(owner)
    user, _ = await new_mailbox(owner, dovecot)
    readers = [asyncio.create_task(reading.read_mailboxes()) for _ in range(2)]
    try:
        async with asyncio.timeout(20):
            while (await own(owner)).read_micros is None:
                await asyncio.sleep(0.05)
            dovecot.deliver(user, letter(subject="News"))
            while await subjects(owner) != ["News"]:
                await asyncio.sleep(0.05)
        assert await read.fetch_value("SELECT COUNT(*) FROM mailbox WHERE reader IS NOT NULL") == 1
    finally:
        for task in readers:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    # Who starts anew after a stop does not wait for a lease to end.
    assert await read.fetch_value("SELECT COUNT(*) FROM mailbox WHERE reader IS NOT NULL") == 0


@pytest.mark.sqlite_only
async def test_says_why_a_mailbox_cannot_be_read_and_comes_again(
    owner, dovecot, private_servers, monkeypatch
):
    _, key = await new_mailbox(owner, dovecot, password="another")
    assert await reading._claim(key, "somebody")
    assert not await reading._claim(key, "somebody else")
    await reading._read(key, "somebody")
    found = await own(owner)
    assert found.read_problem == MailProblem.SIGN_IN_FAILED
    assert not await reading._claim(key, "somebody")
    async with unit_of_work(owner.actor) as unit:
        await unit.execute("UPDATE mailbox SET reader_until = 1")
    assert await reading._claim(key, "somebody else")


async def say_nothing(reader, writer):
    await reader.read()
    writer.close()


async def say_a_letter_at_a_time(reader, writer):
    with suppress(OSError):
        while not writer.is_closing():
            writer.write(b"*")
            await writer.drain()
            await asyncio.sleep(0.05)


async def never_end_what_is_said(reader, writer):
    with suppress(OSError):
        writer.write(b"* PREAUTH ready\r\n")
        while not writer.is_closing():
            writer.write(b"* OK and\r\n")
            await writer.drain()
            await asyncio.sleep(0.01)


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("serve", "problem"),
    [
        (say_nothing, MailProblem.TIMED_OUT),
        (say_a_letter_at_a_time, MailProblem.UNREACHABLE),
        (never_end_what_is_said, MailProblem.UNREACHABLE),
    ],
)
async def test_waits_no_longer_than_it_should_for_a_server_that_hangs(
    owner, private_servers, monkeypatch, serve, problem
):
    monkeypatch.setattr("backend.inbox.mail.imap.COMMAND_SECONDS", 0.3)
    monkeypatch.setattr("backend.inbox.mail.imap.WHOLE_SECONDS", 0.5)
    silent = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    server = ServerDraft("127.0.0.1", port, MailSecurity.NONE, "ada", "secret")
    await save_mailbox(owner.actor, None, MailboxDraft("", "studio@example.org", imap=server))
    key = (await own(owner)).pk
    assert await reading._claim(key, "somebody")
    async with asyncio.timeout(5):
        await reading._read(key, "somebody")
    assert (await own(owner)).read_problem == problem
    silent.close()


@pytest.mark.sqlite_only
async def test_a_server_within_the_network_is_refused(owner, monkeypatch):
    with pytest.MonkeyPatch.context() as allowed:
        allowed.setenv("CARNET_PRIVATE_MAIL_SERVERS", "true")
        settings.cache_clear()
        server = ServerDraft("localhost", 143, MailSecurity.STARTTLS, "ada", "secret")
        await save_mailbox(owner.actor, None, MailboxDraft("", "studio@example.org", imap=server))
    settings.cache_clear()
    key = (await own(owner)).pk
    assert await reading._claim(key, "somebody")
    await reading._read(key, "somebody")
    assert (await own(owner)).read_problem == MailProblem.HOST_REFUSED


@pytest.mark.sqlite_only
async def test_a_mailbox_that_cannot_be_left_ends_no_other_reader(owner, monkeypatch):
    async def fail(*_):
        raise OSError("no room")

    monkeypatch.setattr(reading, "read_mailbox", fail)
    monkeypatch.setattr(reading, "_leave", fail)
    await reading._read(1, "somebody")
