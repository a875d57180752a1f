"""An account that can send, and people to send to."""

from __future__ import annotations

import pytest

from backend.contacts.drafts import EmailDraft
from backend.contacts.kinds import EmailKind, SubscriptionStatus
from backend.inbox.rules.kinds import MailSecurity
from backend.inbox.service import MailboxDraft, ServerDraft, save_mailbox
from tests.factories.contacts import new_contact

SUBSCRIBED = SubscriptionStatus.SUBSCRIBED


def email(address, status=SUBSCRIBED):
    return EmailDraft(address, EmailKind.MAIN, status)


@pytest.fixture
async def mailbox(owner, letter_taker):
    server = ServerDraft("127.0.0.1", letter_taker.port, MailSecurity.NONE)
    draft = MailboxDraft("Studio Été", "studio@example.org", smtp=server)
    await save_mailbox(owner.actor, None, draft)


@pytest.fixture
async def readers(owner):
    """Three who want letters, and one for each reason why not."""
    ada = await new_contact(owner.actor, given_name="Ada", emails=[email("ada@example.org")])
    await new_contact(owner.actor, given_name="Bo & <b>", emails=[email("bo@example.org")])
    await new_contact(owner.actor, company="Nameless", emails=[email("Info@example.org")])
    await new_contact(owner.actor, given_name="Twin", emails=[email("ada@Example.org")])
    await new_contact(owner.actor, given_name="Mute")
    never, left = SubscriptionStatus.NEVER_SUBSCRIBED, SubscriptionStatus.UNSUBSCRIBED
    await new_contact(owner.actor, given_name="Never", emails=[email("never@example.org", never)])
    await new_contact(owner.actor, given_name="Left", emails=[email("left@example.org", left)])
    # Subscribed here, unsubscribed there: the address does not want to be written to.
    await new_contact(owner.actor, given_name="Torn", emails=[email("left@example.org")])
    return ada
