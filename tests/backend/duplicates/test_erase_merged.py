"""Contacts erased from the trash take those along that they took in."""

from __future__ import annotations

from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, erase_deleted
from backend.core.database import read
from backend.domains import load_jobs
from tests.backend.duplicates.merging import merge
from tests.factories.contacts import new_contact, read_contact

load_jobs()


async def test_nothing_of_the_same_person_is_left(owner):
    actor = owner.actor
    anna, ana, ann, other = [
        await new_contact(actor, given_name=name, company=f"{name} & Co")
        for name in ("Anna", "Ana", "Ann", "Other")
    ]
    await merge(actor, ana, ann)
    await merge(actor, anna, await read_contact(actor, ana.pk))
    taken = await new_contact(actor, given_name="Taken")
    await merge(actor, other, taken)
    await delete_contacts(actor, SelectedIds((anna.pk,)))
    assert (await erase_deleted(actor, SelectedIds((anna.pk, other.pk)))).erased_count == 1
    rows = await read.fetch("SELECT id FROM contact ORDER BY id")
    assert [row[0] for row in rows] == [other.pk, taken.pk]
    merges = await read.fetch("SELECT kept_contact_id FROM contact_merge")
    assert [row[0] for row in merges] == [other.pk]
    told = await read.fetch_value("SELECT COUNT(*) FROM change WHERE payload LIKE '%Ann & Co%'")
    assert told == 0
