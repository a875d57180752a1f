"""Companies, positions and cities that contacts have by now, for whoever types the next one."""

from __future__ import annotations

import pytest

from backend.contacts.drafts import AddressDraft, ContactDraft
from backend.contacts.queries.suggestions import SuggestedField, suggestions
from backend.contacts.selections import SelectedIds
from backend.contacts.service import bulk_create_contacts, delete_contacts
from backend.core.database import read
from tests.factories.contacts import new_contact

COMPANY, POSITION, CITY = SuggestedField
TEXTS = ("Studio Uno", "studio uno", "Studio", "Études & Co", "Stu\u0301dio Due", "Other", "Etude")


@pytest.fixture
async def book(owner, stranger):
    """Some contacts of each text, one in the trash and a stranger's."""
    people = [
        ContactDraft(
            given_name=f"P{n}",
            company=text,
            position=text,
            addresses=[AddressDraft(city=text)],
        )
        for text in TEXTS
        for n in range(3)
    ]
    await bulk_create_contacts(owner.actor, people)
    gone = await new_contact(owner.actor, company="Studio Gone")
    await delete_contacts(owner.actor, SelectedIds((gone.pk,)))
    await new_contact(stranger.actor, company="Studio Strange")


@pytest.mark.parametrize("field", SuggestedField)
async def test_each_text_comes_once_in_its_order(owner, book, field):
    found = await suggestions(owner.actor, field, "STÚ", limit=8)
    assert [text.casefold() for text in found] == ["studio", "stu\u0301dio due", "studio uno"]
    assert await suggestions(owner.actor, field, "etude", limit=8) == ["Etude", "Études & Co"]
    assert await suggestions(owner.actor, field, "studio", limit=1) == ["Studio"]
    for nothing in ("", "  ", "zzz", "st\0", "\U0010ffff"):
        assert await suggestions(owner.actor, field, nothing, limit=8) == []


async def test_a_text_of_very_many_is_passed_over_at_once(owner):
    await bulk_create_contacts(
        owner.actor, [ContactDraft(given_name=f"P{n}", company="Acme") for n in range(300)]
    )
    await new_contact(owner.actor, company="Acme Due")
    with read.statements() as statements:
        assert await suggestions(owner.actor, COMPANY, "ac", limit=8) == ["Acme", "Acme Due"]
    assert len(statements) == 3
