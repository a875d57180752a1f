"""Very many contacts from a file: added, and added to."""

from __future__ import annotations

import pytest

from backend.contacts.drafts import (
    AddressDraft,
    ContactAddition,
    ContactDraft,
    EmailDraft,
    PhoneDraft,
)
from backend.contacts.filters import EVERYONE, Search
from backend.contacts.kinds import EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.lookups import contacts_by_email, contacts_by_phone
from backend.contacts.selections import SelectedIds
from backend.contacts.service import bulk_create_contacts, bulk_update_contacts, delete_contacts
from backend.core.change_log import changes_after, current_sequence
from backend.core.errors import Forbidden
from backend.labels.queries import labels_by_id
from tests.factories.contacts import many_contacts, new_contact, new_label, read_contact


async def test_what_is_refused_does_not_hold_up_the_rest(owner):
    label = await new_label(owner.actor)
    drafts = [
        ContactDraft(given_name=f"Anna {number}", label_ids=[label])
        if number % 100
        else ContactDraft(emails=[EmailDraft("nonsense")])
        for number in range(2050)
    ]
    made = await bulk_create_contacts(owner.actor, drafts)
    assert sorted(made.refused) == list(range(0, 2050, 100))
    assert [why.code for why in made.refused[100]] == ["EMAIL_INVALID"]
    assert len(made.ids) == 2050 - 21
    assert (await read_contact(owner.actor, made.ids[1234])).given_name == "Anna 1234"
    assert await count_contacts(owner.actor, EVERYONE) == 2029
    assert (await labels_by_id(owner.actor, [label]))[label].contact_count == 2029
    assert await count_contacts(owner.actor, Search("anna 1234")) == 1
    assert await current_sequence(owner.account_id) >= 2029
    (last,) = (await changes_after(owner.account_id, 2020, limit=1000))[-1:]
    assert last.kind == "contact.created"
    assert last.payload["bulk"] is True


async def test_an_addition_adds_what_is_new_and_keeps_what_is_there(owner, clock):
    one, two = [await new_label(owner.actor, name) for name in ("one", "two")]
    anna = await new_contact(
        owner.actor,
        given_name="Anna",
        company="Studio",
        emails=[EmailDraft("anna@example.org", EmailKind.HOME)],
        phones=[PhoneDraft("+33 6 12 34 56 78")],
        addresses=[AddressDraft(city="Lyon")],
        label_ids=[one],
    )
    clock.advance(days=1)
    done = await bulk_update_contacts(
        owner.actor,
        [
            ContactAddition(
                anna.pk,
                family_name="Rossi",
                emails=[
                    EmailDraft("ANNA@example.org", status=SubscriptionStatus.SUBSCRIBED),
                    EmailDraft("a.rossi@example.org", EmailKind.WORK),
                ],
                phones=[PhoneDraft("0033612345678"), PhoneDraft("12", PhoneKind.WORK)],
                addresses=[AddressDraft(city="Lyon"), AddressDraft(city="Nice")],
                label_ids=[two, one],
            )
        ],
    )
    assert (done.changed_count, done.refused) == (1, {})
    after = await read_contact(owner.actor, anna.pk)
    assert (after.display_name, after.company, after.version) == ("Anna Rossi", "Studio", 2)
    assert [(e.address, e.kind, e.status) for e in after.emails] == [
        ("anna@example.org", "home", "never_subscribed"),
        ("a.rossi@example.org", "work", "never_subscribed"),
    ]
    assert [phone.number for phone in after.phones] == ["+33 6 12 34 56 78", "12"]
    assert [address.city for address in after.addresses] == ["Lyon", "Nice"]
    assert {label.pk for label in after.labels} == {one, two}
    assert await count_contacts(owner.actor, Search("a.rossi")) == 1


async def test_a_status_is_replaced_only_when_asked(owner, clock):
    anna = await new_contact(owner.actor, emails=[EmailDraft("anna@example.org")])
    told = EmailDraft("anna@example.org", status=SubscriptionStatus.SUBSCRIBED)
    for replaces, status in ((False, "never_subscribed"), (True, "subscribed")):
        clock.advance(days=1)
        addition = ContactAddition(anna.pk, emails=[told], replaces_status=replaces)
        await bulk_update_contacts(owner.actor, [addition])
        email = (await read_contact(owner.actor, anna.pk)).emails[0]
        assert (email.status, email.status_changed_at) == (
            status,
            clock.now if replaces else None,
        )


async def test_several_additions_to_one_contact_are_applied_in_turn(owner):
    anna = await new_contact(owner.actor, given_name="Anna")
    additions = [
        ContactAddition(anna.pk, emails=[EmailDraft(f"a{number}@example.org")])
        for number in (0, 1, 1, 2)
    ]
    done = await bulk_update_contacts(owner.actor, additions)
    assert done.changed_count == 3
    after = await read_contact(owner.actor, anna.pk)
    assert [email.address for email in after.emails] == [f"a{n}@example.org" for n in range(3)]
    assert after.version == 4


async def test_an_addition_is_refused_alone(owner, stranger):
    keys = await many_contacts(owner.actor, 3)
    theirs = await new_contact(stranger.actor)
    await delete_contacts(owner.actor, SelectedIds((keys[2],)))
    full = await new_contact(
        owner.actor, phones=[PhoneDraft(str(number)) for number in range(1, 51)]
    )
    done = await bulk_update_contacts(
        owner.actor,
        [
            ContactAddition(keys[0], company="New"),
            ContactAddition(theirs.pk, company="New"),
            ContactAddition(keys[2], company="New"),
            ContactAddition(keys[1], emails=[EmailDraft("?")], label_ids=[77]),
            ContactAddition(full.pk, phones=[PhoneDraft("999")]),
        ],
    )
    assert done.changed_count == 1
    assert {place: [why.code for why in refused] for place, refused in done.refused.items()} == {
        1: ["NOT_FOUND"],
        2: ["NOT_FOUND"],
        3: ["EMAIL_INVALID", "NOT_FOUND"],
        4: ["TOO_MANY"],
    }
    assert (await read_contact(stranger.actor, theirs.pk)).company is None


async def test_holders_of_an_address_or_a_number_are_found_oldest_first(owner, stranger):
    for actor in (owner.actor, owner.actor, stranger.actor):
        await new_contact(
            actor,
            emails=[EmailDraft("Info@example.org")],
            phones=[PhoneDraft("+33 6 12 34 56 78")],
        )
    gone = await new_contact(owner.actor, emails=[EmailDraft("info@example.org")])
    await delete_contacts(owner.actor, SelectedIds((gone.pk,)))
    by_email = await contacts_by_email(owner.actor, ["info@example.org", "x@example.org"])
    by_phone = await contacts_by_phone(owner.actor, ["33612345678"])
    assert list(by_email) == ["info@example.org"]
    assert by_email["info@example.org"] == by_phone["33612345678"]
    assert len(by_email["info@example.org"]) == 2
    assert by_email["info@example.org"] == sorted(by_email["info@example.org"])
    assert await contacts_by_email(owner.actor, []) == {}


async def test_refuses_who_may_only_read(viewer):
    with pytest.raises(Forbidden):
        await bulk_create_contacts(viewer.actor, [ContactDraft(given_name="A")])
    with pytest.raises(Forbidden):
        await bulk_update_contacts(viewer.actor, [ContactAddition(1)])
