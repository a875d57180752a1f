"""Adding cards, editing, archiving and deleting them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from backend.accounts.errors import CurrencyUnknown
from backend.contacts.errors import ContactDeleted
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.clock import frozen, now
from backend.core.database import read
from backend.core.errors import (
    Forbidden,
    InvalidCharacters,
    NotFound,
    Refusals,
    StaleVersion,
    TooLong,
    TooMany,
)
from backend.core.money import Money
from backend.core.unit_of_work import unit_of_work
from backend.tasks.errors import AssigneeUnknown
from backend.workflows.errors import (
    CardUnnamed,
    ContactGivenTwice,
    NotLost,
    StepGone,
    ValueOutOfRange,
)
from backend.workflows.limits import MAX_VALUE_MINOR
from backend.workflows.queries.cards import deleted_card
from backend.workflows.rules.kinds import CardPlace
from backend.workflows.service import (
    Beside,
    CardChanges,
    CardDraft,
    PersonDraft,
    add_card,
    archive_cards,
    delete_cards,
    delete_step,
    purge_deleted_cards,
    restore_cards,
    unarchive_cards,
    update_card,
)
from tests.backend.workflows.test_boards_as_a_model import shown
from tests.factories.contacts import new_contact, read_contact
from tests.factories.workflows import new_board, new_card, read_card


@pytest.fixture
async def board(owner):
    return await new_board(owner.actor)


async def test_a_card_says_what_it_was_given(owner, member, board):
    anna = await new_contact(owner.actor, given_name="Anna")
    draft = CardDraft(
        board.steps[0].pk,
        " <b>New</b> site ",
        anna.pk,
        value=Money(120000, "eur"),
        due_on=date(2026, 12, 24),
        assignee=member.membership_id,
    )
    card = (await add_card(owner.actor, draft)).card
    assert (card.title, card.name, card.contact_name) == ("<b>New</b> site",) * 2 + ("Anna",)
    assert (card.value, card.due_on) == (Money(120000, "EUR"), date(2026, 12, 24))
    assert (card.version, card.assignee_name) == (1, member.name)


async def test_the_contact_s_name_stands_in_for_a_title(owner, board):
    draft = CardDraft(board.steps[0].pk, new_contact=PersonDraft("Bea Blu", "bea@example.org"))
    card = (await add_card(owner.actor, draft)).card
    assert (card.title, card.name) == (None, "Bea Blu")
    assert card.contact_key is not None
    contact = await read_contact(owner.actor, card.contact_key)
    assert [email.address for email in contact.emails] == ["bea@example.org"]


async def test_the_same_key_adds_once(owner, board):
    draft = CardDraft(board.steps[0].pk, new_contact=PersonDraft("Bea"))
    first, second = [
        (await add_card(owner.actor, draft, idempotency_key="k")).card for _ in range(2)
    ]
    assert first.pk == second.pk
    assert await read.fetch_value("SELECT COUNT(*) FROM contact") == 1


async def test_what_a_card_cannot_be_is_refused(owner, viewer, stranger, board):
    own, other = board.steps[0].pk, board.steps[1].pk
    anna = await new_contact(owner.actor)
    await delete_step(owner.actor, other, 1)
    strange = await new_contact(stranger.actor)
    gone = await new_contact(owner.actor)
    await delete_contacts(owner.actor, SelectedIds((gone.pk,)))
    refused = [
        (CardDraft(own), CardUnnamed),
        (CardDraft(own, " "), CardUnnamed),
        (CardDraft(own, "x" * 100_000), TooLong),
        (CardDraft(own, "a\nb"), InvalidCharacters),
        (CardDraft(other, "A"), StepGone),
        (CardDraft(10**9, "A"), NotFound),
        (CardDraft(own, "A", strange.pk), NotFound),
        (CardDraft(own, "A", gone.pk), ContactDeleted),
        (CardDraft(own, "A", anna.pk, PersonDraft("B")), ContactGivenTwice),
        (CardDraft(own, new_contact=PersonDraft("B", "no address")), Refusals),
        (CardDraft(own, "A", value=Money(-1, "EUR")), ValueOutOfRange),
        (CardDraft(own, "A", value=Money(MAX_VALUE_MINOR + 1, "EUR")), ValueOutOfRange),
        (CardDraft(own, "A", value=Money(1, "XYZZY")), CurrencyUnknown),
        (CardDraft(own, "A", assignee=stranger.membership_id), AssigneeUnknown),
    ]
    for draft, kind in refused:
        with pytest.raises(kind):
            await add_card(owner.actor, draft)
    with pytest.raises(Forbidden):
        await add_card(viewer.actor, CardDraft(own, "A"))
    with pytest.raises(NotFound):
        await add_card(stranger.actor, CardDraft(own, "A"))
    assert await read.fetch_value("SELECT COUNT(*) FROM card") == 0


async def test_an_edit_changes_what_it_names_and_refuses_an_older_one(owner, member, board):
    anna = await new_contact(owner.actor, given_name="Anna")
    card = await new_card(owner.actor, board, "Site", value=Money(1, "EUR"))
    changes = CardChanges(contact_id=anna.pk, value=None)
    edited = (await update_card(owner.actor, card.pk, 1, changes)).card
    assert (edited.title, edited.contact_key, edited.value) == ("Site", anna.pk, None)
    same = (await update_card(owner.actor, card.pk, 2, CardChanges(title="Site"))).card
    assert same.version == 2
    with pytest.raises(StaleVersion):
        await update_card(member.actor, card.pk, 1, CardChanges(title="Mine"))
    with pytest.raises(CardUnnamed):
        await update_card(owner.actor, card.pk, 2, CardChanges(title=None, contact_id=None))
    with pytest.raises(NotLost):
        await update_card(owner.actor, card.pk, 2, CardChanges(lost_reason="Price"))
    untitled = (await update_card(owner.actor, card.pk, 2, CardChanges(title=None))).card
    assert untitled.name == "Anna"


async def test_what_goes_away_comes_back_to_its_place(owner, board):
    one, two, three = [(await new_card(owner.actor, board, f"{n}")).pk for n in range(3)]
    first = board.steps[0].pk
    for away, back in ((archive_cards, unarchive_cards), (delete_cards, restore_cards)):
        await away(owner.actor, [two, three, two])
        assert (await shown(owner.actor, board.workflow.pk))[first] == [one]
        added = (
            await add_card(owner.actor, CardDraft(first, "x", beside=Beside(place=CardPlace.TOP)))
        ).card
        await back(owner.actor, [two, three])
        assert (await shown(owner.actor, board.workflow.pk))[first] == [added.pk, one, two, three]
        await delete_cards(owner.actor, [added.pk])


async def test_many_are_put_away_at_once_or_none(owner, stranger, board):
    card = await new_card(owner.actor, board)
    with pytest.raises(NotFound) as error:
        await archive_cards(owner.actor, [card.pk, 10**9])
    assert error.value.path == ("ids", "1")
    with pytest.raises(TooMany):
        await delete_cards(owner.actor, [card.pk] * 201)
    with pytest.raises(NotFound):
        await delete_cards(stranger.actor, [card.pk])
    assert (await read_card(owner.actor, card.pk)).is_on_board


async def test_a_card_is_stale_after_the_days_of_its_step(owner, board):
    card = await new_card(owner.actor, board)
    assert not card.stale
    with frozen(now() + timedelta(days=14, minutes=1)):
        assert (await read_card(owner.actor, card.pk)).stale


async def test_deleted_cards_are_erased_in_the_end_with_what_was_said(owner, board):
    kept, gone = [await new_card(owner.actor, board, f"Secret {n}") for n in range(2)]
    await delete_cards(owner.actor, [gone.pk])
    assert await purge_deleted_cards() == 0
    with frozen(now() + timedelta(days=31)):
        assert await purge_deleted_cards() == 1
    assert await read.fetch("SELECT id FROM card") == [(kept.pk,)]
    said = await read.fetch("SELECT payload FROM change WHERE subject_type = 'Card'")
    assert "Secret 1" not in str(said)
    assert "Secret 0" in str(said)


async def test_the_turn_is_given_back_after_a_refusal(owner, board):
    with pytest.raises(CardUnnamed):
        await add_card(owner.actor, CardDraft(board.steps[0].pk))
    async with unit_of_work(owner.actor) as unit:
        await unit.take_turn()


async def test_whoever_gets_a_card_is_told_unless_they_took_it_themselves(owner, member, board):
    async def told():
        return await read.fetch(
            "SELECT user_id, kind, title FROM notification WHERE kind = 'card_assigned' ORDER BY id"
        )

    theirs, own = await membership(member), await membership(owner)
    card = await new_card(owner.actor, board, assignee=theirs)
    await new_card(owner.actor, board, assignee=own)
    assert await told() == [(member.actor.user_id, "card_assigned", "New site")]
    card = (await update_card(owner.actor, card.pk, 1, CardChanges(due_on=date(2030, 1, 1)))).card
    changes = CardChanges(title="Shop", assignee=own)
    card = (await update_card(owner.actor, card.pk, card.version, changes)).card
    assert len(await told()) == 1
    await update_card(owner.actor, card.pk, card.version, CardChanges(assignee=theirs))
    assert (await told())[1:] == [(member.actor.user_id, "card_assigned", "Shop")]
    await delete_cards(owner.actor, [card.pk])
    assert await told() == []


async def test_a_title_of_which_nothing_is_seen_is_none(owner, board):
    with pytest.raises(CardUnnamed):
        await new_card(owner.actor, board, "\u200b\u2066 ")
    assert (await new_card(owner.actor, board, "👩‍👧 \u200b")).title == "👩‍👧 \u200b"


async def test_a_deleted_card_is_found_as_long_as_it_can_come_back(owner, stranger, board):
    contact = await new_contact(owner.actor)
    card = await new_card(owner.actor, board, contact_id=contact.pk)
    assert await deleted_card(owner.actor, card.pk) is None
    await delete_cards(owner.actor, [card.pk])
    found = await deleted_card(owner.actor, card.pk)
    assert found is not None
    assert found.deleted_micros is not None
    assert await deleted_card(stranger.actor, card.pk) is None
    await delete_contacts(owner.actor, SelectedIds((contact.pk,)))
    assert await deleted_card(owner.actor, card.pk) is None


async def membership(person):
    return await read.fetch_value(
        "SELECT id FROM membership WHERE account_id = ? AND user_id = ?",
        (person.account_id, person.actor.user_id),
    )
