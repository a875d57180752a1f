"""Messages whose contact goes into the trash before they left: held, let go, discarded, erased."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.contacts.drafts import EmailDraft
from backend.contacts.kinds import EmailKind
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, purge_deleted_contacts, restore_contacts
from backend.core.clock import frozen, now
from backend.core.database import read
from backend.core.jobs.worker import run_due_jobs
from backend.inbox.errors import MessageNotHeld
from backend.inbox.rules.kinds import MailSecurity
from backend.inbox.service import (
    MailboxDraft,
    ServerDraft,
    deliver,
    discard_message,
    save_mailbox,
    send_message_again,
)
from tests.factories.contacts import new_contact
from tests.factories.inbox import new_message, read_message


@pytest.fixture
async def client(owner, letter_taker):
    server = ServerDraft("127.0.0.1", letter_taker.port, MailSecurity.NONE)
    draft = MailboxDraft("Studio", "studio@example.org", smtp=server)
    await save_mailbox(owner.actor, None, draft)
    emails = [EmailDraft("ada@example.org", EmailKind.MAIN)]
    return await new_contact(owner.actor, given_name="Ada", emails=emails)


async def test_what_waits_is_held_when_its_contact_goes_into_the_trash(owner, client, letter_taker):
    letter_taker.on_recipient = "451 Busy"
    kept = await new_message(owner.actor, client.pk)
    fresh = await new_message(owner.actor, client.pk)
    await deliver.deliver_message(owner.account_id, kept.pk)
    letter_taker.on_recipient = "250 OK"
    await delete_contacts(owner.actor, SelectedIds((client.pk,)))
    with frozen(now() + timedelta(days=1)):
        await run_due_jobs()
    assert letter_taker.received == []
    await restore_contacts(owner.actor, SelectedIds((client.pk,)))
    await run_due_jobs()
    states = [(await read_message(owner.actor, each.pk)).state for each in (kept, fresh)]
    assert states == ["held", "held"]
    await send_message_again(owner.actor, kept.pk)
    await discard_message(owner.actor, fresh.pk)
    with pytest.raises(MessageNotHeld):
        await discard_message(owner.actor, kept.pk)
    await run_due_jobs()
    states = [(await read_message(owner.actor, each.pk)).state for each in (kept, fresh)]
    assert states == ["sent", "discarded"]
    assert len(letter_taker.received) == 1


async def test_is_held_while_a_server_is_asked_and_gone_once_its_contact_is_erased(
    owner, client, letter_taker, monkeypatch
):
    kept = await new_message(owner.actor, client.pk)
    mark = deliver._mark

    async def trashed_meanwhile(actor, message):
        await delete_contacts(owner.actor, SelectedIds((client.pk,)))
        await mark(actor, message)

    monkeypatch.setattr(deliver, "_mark", trashed_meanwhile)
    await deliver.deliver_message(owner.account_id, kept.pk)
    state = "SELECT state FROM message WHERE id = ?"
    assert await read.fetch_value(state, (kept.pk,)) == "held"
    monkeypatch.setattr(deliver, "_mark", mark)
    with frozen(now() + timedelta(days=31)):
        await purge_deleted_contacts()
        await run_due_jobs()
    assert await read.fetch_value(state, (kept.pk,)) is None
    assert letter_taker.received == []
