"""Two contacts that are likely one person."""

from __future__ import annotations

import pytest

from backend.contacts.drafts import AddressDraft, EmailDraft, PhoneDraft
from backend.contacts.kinds import EmailKind, SubscriptionStatus
from tests.factories.contacts import new_contact, new_label

SUBSCRIBED, UNSUBSCRIBED = SubscriptionStatus.SUBSCRIBED, SubscriptionStatus.UNSUBSCRIBED


@pytest.fixture
async def anna(owner):
    return await new_contact(
        owner.actor,
        given_name="Anna",
        family_name="Rossi",
        emails=[EmailDraft("anna@example.org", status=SUBSCRIBED), EmailDraft("a@example.org")],
        phones=[PhoneDraft("347 123 4567")],
        label_ids=[await new_label(owner.actor, "client")],
    )


@pytest.fixture
async def ana(owner):
    return await new_contact(
        owner.actor,
        given_name="Ana",
        company="Studio Rossi",
        emails=[
            EmailDraft("ANNA@example.org", EmailKind.WORK, UNSUBSCRIBED),
            EmailDraft("ana@example.org", status=SUBSCRIBED),
        ],
        phones=[PhoneDraft("+39 347 1234567"), PhoneDraft("+39 011 000111")],
        addresses=[AddressDraft(street="via Po 1", city="Torino")],
        label_ids=[await new_label(owner.actor, "vip")],
    )
