"""A contact's timeline: all that happened with it, newest first, a page at a time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from backend.contacts.changes import LabelsChange, TextChange
from backend.contacts.drafts import (
    AddressDraft,
    ContactChanges,
    EmailDraft,
    PhoneDraft,
    ValueDraft,
)
from backend.contacts.kinds import EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.limits import BULK
from backend.contacts.selections import SelectedIds
from backend.contacts.service import (
    change_contacts,
    delete_contacts,
    label_contacts,
    restore_contacts,
    touched_contact,
    update_contact,
)
from backend.core.errors import InvalidCursor
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.kinds import CustomFieldKind
from tests.backend.timeline.telling import page, send_letters, told, words
from tests.factories.contacts import many_contacts, new_contact, new_label, read_contact
from tests.factories.custom_fields import new_field


async def edit(actor, contact, **changes):
    version = (await read_contact(actor, contact.pk)).version
    await update_contact(actor, contact.pk, version, ContactChanges(**changes))


async def newest(actor, contact):
    return (await told(actor, contact))[0].partition(" ")[2]


async def test_says_who_did_what_and_when(owner, member, clock):
    anna = await new_contact(owner.actor, given_name="Anna", company="Studio")
    clock.advance(hours=1)
    await edit(member.actor, anna, company="Atelier", position="Owner")
    clock.advance(hours=1)
    await send_letters(owner.actor, anna, "Hello")
    letter, edited, made = (await page(owner.actor, anna)).entries
    assert (letter.actor.name, edited.actor.name) == (owner.name, member.name)
    assert (clock.now - edited.at).seconds == 3600
    assert (letter.topic, letter.title, made.kind) == ("Letter", "Hello", "contact.created")
    assert words([edited]) == ["contact.updated company:Studio→Atelier position:→Owner"]
    assert set(edited.payload) == {"version", "fields", "bulk", "customFields"}


async def test_says_what_became_of_lists(owner):
    anna = await new_contact(
        owner.actor,
        given_name="Anna",
        emails=[EmailDraft("a@example.org"), EmailDraft("b@example.org")],
        phones=[PhoneDraft("+33 6 12 34 56 78", PhoneKind.MOBILE)],
        addresses=[AddressDraft(street="1 rue de la Paix", city="Paris", country_code="FR")],
    )
    first, second = anna.emails
    kept = EmailDraft("a@example.org", EmailKind.WORK, SubscriptionStatus.UNSUBSCRIBED, id=first.pk)
    await edit(
        owner.actor, anna, emails=[EmailDraft("c@example.org", id=second.pk), kept],
        phones=[], addresses=[AddressDraft(city="Roma", country_code="IT")],
    )  # fmt: skip
    assert await newest(owner.actor, anna) == (
        "emails:b@example.org→c@example.org emailKind(a@example.org):main→work "
        "emailStatus(a@example.org):never_subscribed→unsubscribed "
        "phones:+33 6 12 34 56 78→ addresses:1 rue de la Paix, Paris, FR→Roma, IT"
    )


async def test_says_what_became_of_labels_and_custom_fields(owner):
    vip, client = [await new_label(owner.actor, name) for name in ("vip", "client")]
    budget = await new_field(owner.actor, "Budget", CustomFieldKind.NUMBER)
    anna = await new_contact(owner.actor, given_name="Anna", label_ids=[client])
    value = ValueDraft(budget.pk, Decimal("1200.50"), CustomFieldKind.NUMBER)
    await edit(owner.actor, anna, label_ids=[vip], custom_values=[value])
    assert await newest(owner.actor, anna) == "labels:client→vip customValue(Budget):→1200.5"
    (entry, *_) = (await page(owner.actor, anna)).entries
    assert entry.changes[1].type == "number"
    await label_contacts(owner.actor, SelectedIds((anna.pk,)), add=[client])
    assert await newest(owner.actor, anna) == "labels:→client"


async def test_acts_on_very_many_say_what_changed_by_its_name_now(owner):
    vip = await new_label(owner.actor, "vip")
    ids = await many_contacts(owner.actor, BULK + 1)
    anna = await read_contact(owner.actor, ids[0])
    chosen = SelectedIds(tuple(ids))
    await change_contacts(owner.actor, chosen, LabelsChange(add=(vip,)))
    assert await newest(owner.actor, anna) == "labels:→vip"
    await change_contacts(owner.actor, chosen, TextChange("company", "Atelier & Co"))
    assert await newest(owner.actor, anna) == "company:→"


async def test_what_is_told_already_is_not_told_again(owner, clock):
    anna = await new_contact(owner.actor, given_name="Anna")
    clock.advance(hours=1)
    async with unit_of_work(owner.actor) as unit:
        await touched_contact(unit, anna.pk)
    assert await told(owner.actor, anna) == ["contact.created"]


async def test_goes_with_the_contact_into_the_trash_and_out(owner):
    anna = await new_contact(owner.actor, given_name="Anna")
    await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    await restore_contacts(owner.actor, SelectedIds((anna.pk,)))
    assert await told(owner.actor, anna) == [
        "contact.restored", "contact.deleted", "contact.created",
    ]  # fmt: skip


async def test_pages_go_on_where_they_ended_whatever_is_added_meanwhile(owner):
    anna = await new_contact(owner.actor, given_name="Anna")
    for number in range(4):
        await send_letters(owner.actor, anna, f"{number}a", f"{number}b", f"{number}c")
        await edit(owner.actor, anna, company=f"Studio {number}")
    whole = (await page(owner.actor, anna, first=200)).entries
    assert len(whole) == 17
    seen, cursor = [], None
    for size in (1, 2, 3, 4, 5, 6):
        part = await page(owner.actor, anna, first=size, after=cursor, counted=True)
        seen += part.entries
        assert part.has_next is (len(seen) < 17)
        assert part.has_previous is (cursor is not None)
        assert part.total == 17 + size - 1
        cursor = part.entries[-1].cursor
        await send_letters(owner.actor, anna, "meanwhile")
    assert [each.cursor for each in seen] == [each.cursor for each in whole]


async def test_shows_some_topics_only(owner):
    anna = await new_contact(owner.actor, given_name="Anna")
    await send_letters(owner.actor, anna, "Hello")
    assert await told(owner.actor, anna, ["Contact"]) == ["contact.created"]
    assert await told(owner.actor, anna, []) == []
    only = await page(owner.actor, anna, ["Contact"], counted=True)
    assert only.total == 1


async def test_costs_the_same_however_long_it_is(owner, statements):
    anna, bob = [await new_contact(owner.actor, given_name=name) for name in ("Anna", "Bob")]
    await send_letters(owner.actor, anna, *map(str, range(300)))
    counts = []
    for contact in (anna, bob):
        with statements() as read_statements:
            await page(owner.actor, contact, counted=True)
        counts.append(len(read_statements))
    assert counts == [5, 5]


async def test_strangers_read_nothing_of_it(owner, stranger):
    anna = await new_contact(owner.actor, given_name="Anna")
    await send_letters(owner.actor, anna, "Hello")
    assert await told(stranger.actor, anna) == []


@pytest.mark.parametrize("cursor", ["", "x", "WzFd"])
async def test_refuses_cursors_of_other_lists(owner, cursor):
    anna = await new_contact(owner.actor, given_name="Anna")
    with pytest.raises(InvalidCursor):
        await page(owner.actor, anna, after=cursor)
