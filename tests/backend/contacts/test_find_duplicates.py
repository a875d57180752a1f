"""Contacts that may be the same person as the one that is typed in."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contacts.drafts import EmailDraft, PhoneDraft
from backend.contacts.queries.duplicates import DuplicateReason, possible_duplicates
from backend.contacts.rows import Wanted
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.errors import Forbidden
from backend.core.permissions import Actor, Role
from tests.factories.contacts import new_contact

EMAIL, PHONE, NAME = DuplicateReason.EMAIL, DuplicateReason.PHONE, DuplicateReason.NAME


@pytest.fixture
async def anna(owner):
    return await new_contact(
        owner.actor,
        given_name="Anna",
        family_name="Rossini",
        emails=[EmailDraft("anna@example.org")],
        phones=[PhoneDraft("347 123 4567")],
    )


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"emails": [" ANNA@example.org "]}, EMAIL),
        ({"emails": ["anna@example.or"]}, None),
        ({"emails": ["anna@", "", "x" * 5000]}, None),
        ({"phones": ["+39 347 1234567"]}, PHONE),
        ({"phones": ["0039 347-123-4567", "1"]}, PHONE),
        ({"phones": ["347 123 456"]}, None),
        ({"given_name": "Anna", "family_name": "Rossini"}, NAME),
        ({"given_name": "ÀNNA", "family_name": "rossini "}, NAME),
        ({"given_name": "Anna", "family_name": "Rosini"}, NAME),
        ({"given_name": "Ana", "family_name": "Rossini"}, NAME),
        ({"given_name": "Rossini", "family_name": "Anna"}, NAME),
        ({"given_name": "Anna", "family_name": "Rossetti"}, None),
        ({"given_name": "Marco", "family_name": "Rossini"}, None),
        ({"given_name": "Anna"}, None),
        ({"family_name": "Rossini"}, None),
        ({"given_name": "x" * 9000, "family_name": "y"}, None),
        ({"emails": ["anna@example.org"], "phones": ["347 123 4567"]}, EMAIL),
        ({}, None),
    ],
)
async def test_says_who_and_why(owner, anna, typed, reason):
    found = await possible_duplicates(owner.actor, **typed, wanted=Wanted(emails=True))
    assert [(each.contact.pk, each.reason) for each in found] == (
        [(anna.pk, reason)] if reason else []
    )
    for each in found:
        assert each.contact.emails == anna.emails


async def test_leaves_out_itself_the_trash_and_other_accounts(owner, stranger, anna):
    typed: dict[str, Any] = {
        "emails": ["anna@example.org"],
        "given_name": "Anna",
        "family_name": "Rossini",
    }
    assert await possible_duplicates(owner.actor, **typed, exclude_id=anna.pk) == []
    assert await possible_duplicates(stranger.actor, **typed) == []
    await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    assert await possible_duplicates(owner.actor, **typed) == []


async def test_shows_ten_at_most_the_surest_first(owner):
    for number in range(14):
        await new_contact(
            owner.actor,
            given_name="Anna",
            family_name="Rossi",
            emails=[EmailDraft("info@example.org")] if number > 10 else [],
        )
    found = await possible_duplicates(
        owner.actor, emails=["info@example.org"], given_name="Anna", family_name="Rossi"
    )
    assert [each.reason for each in found] == [EMAIL] * 3 + [NAME] * 7


async def test_refuses_who_may_not_read(owner):
    nobody = Actor(owner.account_id, Role.OWNER, user_id=1, token_id=1, scopes=frozenset())
    with pytest.raises(Forbidden):
        await possible_duplicates(nobody, given_name="Anna", family_name="Rossi")
