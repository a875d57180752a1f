"""Editing a contact: what stays, what changes, and two who edit at once."""

from __future__ import annotations

import asyncio

import pytest

from backend.contacts.drafts import (
    AddressDraft,
    ContactChanges,
    EmailDraft,
    PhoneDraft,
)
from backend.contacts.errors import ContactDeleted
from backend.contacts.filters import EVERYONE, Search
from backend.contacts.kinds import EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.queries.conflicts import conflict_since
from backend.contacts.queries.counts import count_contacts
from backend.contacts.rows import NOTHING
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, label_contacts, update_contact
from backend.core.change_log import changes_of
from backend.core.errors import Forbidden, NotFound, Refusals, StaleVersion
from backend.labels.queries import labels_by_id
from tests.factories.contacts import new_contact, new_label, read_contact


async def test_changes_what_is_said_and_leaves_the_rest(owner, member, clock):
    before = await new_contact(
        owner.actor,
        given_name="Anna",
        family_name="Rossi",
        company="Studio",
        emails=[EmailDraft("anna@example.org")],
        phones=[PhoneDraft("+33 6 12 34 56 78")],
    )
    clock.advance(minutes=5)
    await update_contact(member.actor, before.pk, 1, ContactChanges(company=None, position=" CEO "))
    after = await read_contact(owner.actor, before.pk)
    assert (after.given_name, after.company, after.position) == ("Anna", None, "CEO")
    assert after.emails == before.emails
    assert after.phones == before.phones
    assert (after.version, after.updated_by) == (2, member.name)
    assert after.created_at == before.created_at
    assert after.updated_at == clock.now
    assert after.last_activity_at == after.created_at, "the client took part in nothing"
    change = (await changes_of(owner.account_id, "Contact", before.pk, limit=1))[0]
    assert change.payload["fields"] == ["company", "position"]
    assert change.payload["version"] == 2


async def test_lists_are_replaced_and_items_kept_by_id_or_by_value(owner, clock):
    before = await new_contact(
        owner.actor,
        given_name="Anna",
        emails=[
            EmailDraft("one@example.org", status=SubscriptionStatus.SUBSCRIBED),
            EmailDraft("two@example.org", status=SubscriptionStatus.SUBSCRIBED),
            EmailDraft("three@example.org"),
        ],
        phones=[PhoneDraft("+33 6 12 34 56 78"), PhoneDraft("12")],
        addresses=[AddressDraft(city="Lyon"), AddressDraft(city="Paris")],
    )
    one, two, _ = before.emails
    since = one.status_changed_at
    clock.advance(days=1)
    await update_contact(
        owner.actor,
        before.pk,
        1,
        ContactChanges(
            emails=[
                EmailDraft("four@example.org"),
                EmailDraft("ONE@example.org", EmailKind.WORK, SubscriptionStatus.SUBSCRIBED),
                EmailDraft("second@example.org", status=SubscriptionStatus.UNSUBSCRIBED, id=two.pk),
            ],
            phones=[PhoneDraft("0033 6 12 34 56 78", PhoneKind.WORK)],
            addresses=[AddressDraft(city="Nice", id=before.addresses[1].pk)],
        ),
    )
    after = await read_contact(owner.actor, before.pk)
    assert [(e.address, e.pk) for e in after.emails[1:]] == [
        ("ONE@example.org", one.pk),
        ("second@example.org", two.pk),
    ]
    assert after.emails[0].pk not in {email.pk for email in before.emails}
    assert [e.status_changed_at for e in after.emails] == [None, since, clock.now]
    assert [(p.number, p.pk) for p in after.phones] == [("0033 6 12 34 56 78", before.phones[0].pk)]
    assert [(a.city, a.pk) for a in after.addresses] == [("Nice", before.addresses[1].pk)]
    await update_contact(owner.actor, before.pk, 2, ContactChanges(emails=(), phones=()))
    emptied = await read_contact(owner.actor, before.pk)
    assert (emptied.emails, emptied.phones) == ((), ())


async def test_is_found_by_what_it_is_now(owner):
    anna = await new_contact(owner.actor, given_name="Anna", company="Studio")
    await update_contact(
        owner.actor,
        anna.pk,
        1,
        ContactChanges(company="Atelier", emails=[EmailDraft("anna@example.org")]),
    )
    for query, count in (("studio", 0), ("atelier", 1), ("anna@ex", 1), ("st", 0), ("at", 1)):
        assert await count_contacts(owner.actor, Search(query)) == count, query


async def test_labels_are_replaced_and_counted(owner):
    one, two, three = [await new_label(owner.actor, name) for name in ("one", "two", "three")]
    anna = await new_contact(owner.actor, given_name="Anna", label_ids=[one, two])
    await update_contact(owner.actor, anna.pk, 1, ContactChanges(label_ids=[three, two]))
    after = await read_contact(owner.actor, anna.pk)
    assert {label.pk for label in after.labels} == {two, three}
    counts = await labels_by_id(owner.actor, [one, two, three])
    assert [counts[key].contact_count for key in (one, two, three)] == [0, 1, 1]


async def test_an_edit_that_changes_nothing_writes_nothing(owner):
    label = await new_label(owner.actor)
    email, phone = EmailDraft("a@example.org"), PhoneDraft("+33 6 12 34 56 78")
    anna = await new_contact(
        owner.actor, given_name="Anna", emails=[email], phones=[phone], label_ids=[label]
    )
    written = await update_contact(
        owner.actor,
        anna.pk,
        1,
        ContactChanges(given_name=" Anna", emails=[email], phones=[phone], label_ids=[label]),
    )
    assert not written.cursor
    assert (await read_contact(owner.actor, anna.pk)).version == 1


async def test_a_stale_edit_is_refused_and_told_what_it_missed(owner, member):
    label = await new_label(owner.actor)
    anna = await new_contact(owner.actor, given_name="Anna")
    await update_contact(member.actor, anna.pk, 1, ContactChanges(company="Studio"))
    await update_contact(member.actor, anna.pk, 2, ContactChanges(phones=[PhoneDraft("12")]))
    await label_contacts(member.actor, SelectedIds((anna.pk,)), add=[label])
    with pytest.raises(StaleVersion) as caught:
        await update_contact(owner.actor, anna.pk, 1, ContactChanges(given_name="Ann"))
    assert caught.value.parameters == {"current_version": 4}
    missed = await conflict_since(owner.actor, anna.pk, 1, NOTHING)
    assert (missed.changed_by, missed.changed_fields) == (
        member.name,
        ["company", "labels", "phones"],
    )
    assert missed.current.company == "Studio"
    last = await conflict_since(owner.actor, anna.pk, 3, NOTHING)
    assert last.changed_fields == ["labels"]
    assert (await read_contact(owner.actor, anna.pk)).given_name == "Anna"


async def test_of_two_at_once_one_wins_and_one_is_told(owner, member):
    anna = await new_contact(owner.actor, given_name="Anna")
    answers = await asyncio.gather(
        *(
            update_contact(actor, anna.pk, 1, ContactChanges(company=name))
            for actor, name in ((owner.actor, "A"), (member.actor, "B"), (owner.actor, "C"))
        ),
        return_exceptions=True,
    )
    assert sum(isinstance(answer, StaleVersion) for answer in answers) == 2
    assert (await read_contact(owner.actor, anna.pk)).version == 2


async def test_refuses_parts_of_the_edit_with_their_paths(owner, stranger):
    anna = await new_contact(owner.actor, given_name="Anna", emails=[EmailDraft("a@example.org")])
    bob = await new_contact(owner.actor, given_name="Bob", emails=[EmailDraft("b@example.org")])
    theirs = await new_label(stranger.actor)
    with pytest.raises(Refusals) as caught:
        await update_contact(
            owner.actor,
            anna.pk,
            1,
            ContactChanges(
                given_name="x" * 300,
                emails=[EmailDraft("c@example.org", id=bob.emails[0].pk), EmailDraft("?")],
                label_ids=[theirs],
            ),
        )
    assert [(refusal.code, refusal.path) for refusal in caught.value.refusals] == [
        ("TOO_LONG", ("givenName",)),
        ("EMAIL_INVALID", ("emails", "1", "address")),
        ("NOT_FOUND", ("emails", "0", "id")),
        ("NOT_FOUND", ("labelIds", "0")),
    ]
    with pytest.raises(Refusals) as caught:
        await update_contact(owner.actor, anna.pk, 1, ContactChanges(given_name=None, emails=()))
    assert caught.value.refusals[0].code == "CONTACT_EMPTY"
    assert await read_contact(owner.actor, anna.pk) == anna


async def test_refuses_strangers_readers_and_the_trash(owner, viewer, stranger):
    anna = await new_contact(owner.actor, given_name="Anna")
    changes = ContactChanges(given_name="Eve")
    with pytest.raises(NotFound):
        await update_contact(stranger.actor, anna.pk, 1, changes)
    with pytest.raises(Forbidden):
        await update_contact(viewer.actor, anna.pk, 1, changes)
    with pytest.raises(NotFound):
        await conflict_since(stranger.actor, anna.pk, 1, NOTHING)
    await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    with pytest.raises(ContactDeleted):
        await update_contact(owner.actor, anna.pk, 2, changes)
    assert await count_contacts(owner.actor, EVERYONE) == 0
