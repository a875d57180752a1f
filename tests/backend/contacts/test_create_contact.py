"""Making one contact: what is kept, what is refused, and a write that is sent twice."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from backend.contacts.drafts import AddressDraft, ContactDraft, EmailDraft, PhoneDraft
from backend.contacts.filters import EVERYONE
from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.lookups import get_contact
from backend.contacts.service import create_contact
from backend.core.change_log import changes_of
from backend.core.errors import Forbidden, IdempotencyKeyReused, Refusals
from backend.labels.queries import labels_by_id
from tests.factories.contacts import new_contact, new_label, read_contact


async def refusals_of(actor, **fields: object) -> list[tuple[str, tuple[str, ...]]]:
    with pytest.raises(Refusals) as caught:
        await create_contact(actor, ContactDraft(**fields))  # type: ignore[arg-type]
    assert await count_contacts(actor, EVERYONE) == 0, "nothing is written"
    return [(refusal.code, refusal.path) for refusal in caught.value.refusals]


async def test_keeps_what_was_typed_trimmed(owner, clock):
    label = await new_label(owner.actor)
    made = await new_contact(
        owner.actor,
        given_name="  Élodie ",
        family_name="Ferrari",
        company=" Studio Ferrari",
        position="Gérante",
        emails=[
            EmailDraft(" Elodie@Example.org", EmailKind.WORK, SubscriptionStatus.SUBSCRIBED),
            EmailDraft("elodie@studio.example.org"),
        ],
        phones=[PhoneDraft("347 123 4567", PhoneKind.MOBILE), PhoneDraft("poste 12")],
        addresses=[
            AddressDraft(
                AddressKind.WORK,
                street="Via Roma 1\nScala B",
                city="Torino",
                region="TO",
                postal_code="10121",
                country_code="it",
            )
        ],
        label_ids=[label],
    )
    assert (made.given_name, made.display_name) == ("Élodie", "Élodie Ferrari")
    assert (made.company, made.position) == ("Studio Ferrari", "Gérante")
    assert [(e.address, e.kind, e.status, e.status_changed_at) for e in made.emails] == [
        ("Elodie@Example.org", "work", "subscribed", clock.now),
        ("elodie@studio.example.org", "main", "never_subscribed", None),
    ]
    assert made.primary_email == made.emails[1]
    assert [(p.number, p.e164, p.display) for p in made.phones] == [
        ("347 123 4567", "+393471234567", "+39 347 123 4567"),
        ("poste 12", None, "poste 12"),
    ]
    assert made.addresses[0].lines == ["Via Roma 1", "Scala B", "10121 Torino TO"]
    assert made.addresses[0].country_code == "IT"
    assert [each.pk for each in made.labels] == [label]
    assert made.version == 1
    assert made.updated_by == owner.name
    assert made.created_at == made.updated_at == made.last_activity_at == clock.now
    (change,) = await changes_of(owner.account_id, "Contact", made.pk, limit=9)
    assert (change.kind, change.payload["display_name"]) == ("contact.created", "Élodie Ferrari")


@pytest.mark.parametrize(
    ("fields", "called"),
    [
        ({"given_name": "Cher"}, "Cher"),
        ({"family_name": "Ferrari", "company": "Studio"}, "Ferrari"),
        ({"company": "Studio"}, "Studio"),
        ({"emails": [EmailDraft("a@example.org"), EmailDraft("B@example.org")]}, "a@example.org"),
        ({"phones": [PhoneDraft("12"), PhoneDraft("34", PhoneKind.FAX)]}, "12"),
        ({"given_name": "שרה", "family_name": "לוי"}, "שרה לוי"),
        ({"given_name": "O'", "family_name": "d'“X”"}, "O' d'“X”"),
        ({"given_name": "👩‍👩‍👧"}, "👩‍👩‍👧"),
    ],
)
async def test_is_called_by_what_there_is(owner, fields, called):
    assert (await new_contact(owner.actor, **fields)).display_name == called


async def test_refuses_everything_that_is_wrong_at_once(owner, stranger):
    theirs = await new_label(stranger.actor)
    assert await refusals_of(
        owner.actor,
        given_name="a" * 201,
        company="a\x07",
        emails=[
            EmailDraft("nonsense"),
            EmailDraft(""),
            EmailDraft("a@example.org"),
            EmailDraft("A@EXAMPLE.org"),
        ],
        phones=[PhoneDraft("no digits"), PhoneDraft("  ")],
        addresses=[AddressDraft(), AddressDraft(city="X", country_code="ZZ")],
        label_ids=[theirs, 999],
    ) == [
        ("TOO_LONG", ("givenName",)),
        ("INVALID_CHARACTERS", ("company",)),
        ("EMAIL_INVALID", ("emails", "0", "address")),
        ("REQUIRED", ("emails", "1", "address")),
        ("EMAIL_REPEATED", ("emails", "3", "address")),
        ("PHONE_INVALID", ("phones", "0", "number")),
        ("REQUIRED", ("phones", "1", "number")),
        ("REQUIRED", ("addresses", "0")),
        ("COUNTRY_UNKNOWN", ("addresses", "1", "countryCode")),
        ("NOT_FOUND", ("labelIds", "0")),
        ("NOT_FOUND", ("labelIds", "1")),
    ]


async def test_refuses_too_many_of_anything(owner):
    assert await refusals_of(
        owner.actor,
        given_name="Anna",
        emails=[EmailDraft(f"a{n}@example.org") for n in range(51)],
        phones=[PhoneDraft(str(n)) for n in range(51)],
        addresses=[AddressDraft(city="X")] * 51,
        label_ids=range(101),
    ) == [
        ("TOO_MANY", ("emails",)),
        ("TOO_MANY", ("phones",)),
        ("TOO_MANY", ("addresses",)),
        ("TOO_MANY", ("labelIds",)),
        *[("NOT_FOUND", ("labelIds", str(n))) for n in range(101)],
    ]


async def test_refuses_a_contact_with_nothing_to_call_it_by(owner):
    for fields in ({}, {"given_name": "  "}, {"addresses": [AddressDraft(city="Torino")]}):
        assert await refusals_of(owner.actor, **fields) == [("CONTACT_EMPTY", ())]


async def test_refuses_who_may_only_read(viewer):
    with pytest.raises(Forbidden):
        await create_contact(viewer.actor, ContactDraft(given_name="Anna"))


async def test_the_same_key_and_input_make_one_contact(owner, stranger):
    draft = ContactDraft(given_name="Anna", emails=[EmailDraft("anna@example.org")])
    first, second = await asyncio.gather(
        create_contact(owner.actor, draft, idempotency_key="k1"),
        create_contact(owner.actor, draft, idempotency_key="k1"),
    )
    again = await create_contact(owner.actor, draft, idempotency_key="k1")
    assert first.contact_id == second.contact_id == again.contact_id
    assert await count_contacts(owner.actor, EVERYONE) == 1
    with pytest.raises(IdempotencyKeyReused):
        await create_contact(owner.actor, ContactDraft(given_name="Bob"), idempotency_key="k1")
    theirs = await create_contact(stranger.actor, draft, idempotency_key="k1")
    assert theirs.contact_id != first.contact_id


async def test_a_refused_write_leaves_its_key_free(owner):
    with pytest.raises(Refusals):
        await create_contact(owner.actor, ContactDraft(), idempotency_key="k1")
    made = await create_contact(owner.actor, ContactDraft(given_name="A"), idempotency_key="k1")
    assert made.cursor


async def test_counts_are_kept(owner):
    label = await new_label(owner.actor)
    for name in ("Anna", "Bob"):
        await new_contact(owner.actor, given_name=name, label_ids=[label, label])
    assert await count_contacts(owner.actor, EVERYONE) == 2
    assert (await labels_by_id(owner.actor, [label]))[label].contact_count == 2


async def test_a_file_may_say_when_a_contact_began(owner):
    began, active = datetime(2019, 5, 1, tzinfo=UTC), datetime(2021, 5, 1, tzinfo=UTC)
    made = await new_contact(
        owner.actor,
        given_name="Anna",
        created_at=began,
        last_activity_at=active,
        emails=[
            EmailDraft(
                "a@example.org",
                status=SubscriptionStatus.UNSUBSCRIBED,
                status_changed_at=active,
            )
        ],
    )
    assert (made.created_at, made.last_activity_at) == (began, active)
    assert made.emails[0].status_changed_at == active


async def test_a_stranger_cannot_read_it(owner, stranger):
    made = await new_contact(owner.actor)
    assert await get_contact(stranger.actor, made.pk) is None
    assert (await read_contact(owner.actor, made.pk)).pk == made.pk
