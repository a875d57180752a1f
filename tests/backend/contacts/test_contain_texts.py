"""Filters by a part of a city, a position or an address: found by their keys, one by one or not."""

from __future__ import annotations

import pytest

from backend.contacts import repeated_keys
from backend.contacts.drafts import AddressDraft, ContactDraft, EmailDraft
from backend.contacts.filters import ContactFilter, Text
from backend.contacts.kinds import TextField, TextTest
from backend.contacts.queries.counts import count_contacts
from backend.contacts.selections import SelectedFilter, SelectedIds
from backend.contacts.service import bulk_create_contacts, delete_contacts
from backend.contacts.service.selecting import selected_ids
from backend.core.unit_of_work import unit_of_work

CITIES = ("Paris", "Torino", "Parma", "Torre", "Settimo Torinese", "Paris", "Torino")
CODES = ("75 002", "10121", "43121", "LS1 4AP", "10036", "75002", "10121")


def containing(field: TextField, text: str) -> ContactFilter:
    """Who has a part of a text."""
    return Text(field, TextTest.CONTAINS, text)


async def found(actor, chosen: ContactFilter) -> list[int]:
    """The ids of whom a filter chooses, which are as many as are counted."""
    async with unit_of_work(actor) as unit:
        ids = await selected_ids(unit, SelectedFilter(chosen))
    assert await count_contacts(actor, chosen) == len(ids)
    return ids


@pytest.mark.parametrize("steps", [1, 2, 1_000])
async def test_finds_a_part_of_cities_postal_codes_and_positions(
    owner, stranger, monkeypatch, steps
):
    monkeypatch.setattr(repeated_keys, "STEPS", steps)
    drafts = [
        ContactDraft(
            given_name=city,
            position=f"Guide of {city}",
            addresses=[
                AddressDraft(city=city, postal_code=code),
                AddressDraft(city="Torbole", postal_code="38069"),
            ][: 1 + nth % 2],
        )
        for nth, (city, code) in enumerate(zip(CITIES, CODES, strict=True))
    ]
    keys = list((await bulk_create_contacts(owner.actor, drafts)).ids.values())
    await bulk_create_contacts(stranger.actor, drafts)
    await delete_contacts(owner.actor, SelectedIds((keys[6],)))
    for text, cities, positions in (
        ("tor", (1, 3, 4, 5), (1, 3, 4)),
        ("par", (0, 2, 5), (0, 2, 5)),
        ("timo", (4,), (4,)),
        ("lyon", (), ()),
    ):
        chosen = await found(owner.actor, containing(TextField.CITY, text))
        assert chosen == [keys[nth] for nth in cities]
        chosen = await found(owner.actor, containing(TextField.POSITION, text))
        assert chosen == [keys[nth] for nth in positions]
    for text, codes in (("5002", (0, 5)), ("121", (1, 2)), ("s14", (3,)), ("99", ())):
        chosen = await found(owner.actor, containing(TextField.POSTAL_CODE, text))
        assert chosen == [keys[nth] for nth in codes]


async def test_finds_a_domain_in_addresses_alone(owner, stranger):
    drafts = [
        ContactDraft(given_name="Anna", emails=[EmailDraft("anna@studio.example.org")]),
        ContactDraft(given_name="Bea", company="shop@studio.example.org"),
        ContactDraft(
            given_name="Carla",
            emails=[EmailDraft("c@studio.example.org"), EmailDraft("d@studio.example.org")],
        ),
        ContactDraft(given_name="Dora", emails=[EmailDraft("dora@studio.example.org")]),
    ]
    keys = list((await bulk_create_contacts(owner.actor, drafts)).ids.values())
    await bulk_create_contacts(stranger.actor, drafts)
    await delete_contacts(owner.actor, SelectedIds((keys[3],)))
    chosen = await found(owner.actor, containing(TextField.EMAIL, "@studio.example"))
    assert chosen == [keys[0], keys[2]]
    assert await found(owner.actor, containing(TextField.EMAIL, "@studio.example.net")) == []
