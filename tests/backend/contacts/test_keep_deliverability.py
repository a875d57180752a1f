"""What is known of delivery to a contact, and what it has at all, whatever happens to it."""

from __future__ import annotations

from dataclasses import replace

from backend.contacts.drafts import AddressDraft, ContactChanges, EmailDraft
from backend.contacts.filter_input import parse_filter
from backend.contacts.holdings import BITS
from backend.contacts.kinds import ContactPart
from backend.contacts.queries.counts import count_contacts
from backend.contacts.service import update_contact
from backend.contacts.service.loading import stored_contacts
from backend.contacts.states import restored_state, stored_state
from backend.core.clock import from_micros, to_micros
from backend.core.database import read
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.service import merge_contacts, undo_merge
from backend.duplicates.service.merge import Side
from tests.factories.api import Asker
from tests.factories.contacts import new_contact, read_contact


async def bounce(person, contact_id: int, micros: int) -> None:
    async with unit_of_work(person.actor) as unit:
        bounced = "UPDATE contact_email SET bounced_at = ? WHERE contact_id = ?"
        await unit.execute(bounced, (micros, contact_id))
        inactive = "UPDATE contact SET inactive_since = ? WHERE id = ?"
        await unit.execute(inactive, (micros, contact_id))


async def held(contact_id: int) -> set[str]:
    number = await read.fetch_value("SELECT holdings FROM contact WHERE id = ?", (contact_id,))
    return {part.value for part, bit in BITS.items() if number & bit}


async def test_what_bounced_stays_so_while_the_address_does(owner, clock):
    made = await new_contact(owner.actor, emails=[EmailDraft("a@example.org")])
    await bounce(owner, made.pk, to_micros(clock.now))
    kept = EmailDraft("a@example.org", id=made.emails[0].pk)
    await update_contact(owner.actor, made.pk, 1, ContactChanges(company="Acme", emails=[kept]))
    row = await read_contact(owner.actor, made.pk)
    assert row.emails[0].bounced_at == row.inactive_since == clock.now
    corrected = replace(kept, address="b@example.org")
    await update_contact(owner.actor, made.pk, 2, ContactChanges(emails=[corrected]))
    row = await read_contact(owner.actor, made.pk)
    assert (row.emails[0].bounced_at, row.inactive_since) == (None, clock.now)


async def test_a_merge_keeps_what_happened_and_its_undo_gives_it_back(owner, clock):
    kept = await new_contact(owner.actor, emails=[EmailDraft("a@example.org")])
    other = await new_contact(
        owner.actor, emails=[EmailDraft("a@example.org")], addresses=[AddressDraft(city="Roma")]
    )
    await bounce(owner, other.pk, to_micros(clock.now))
    merged = await merge_contacts(owner.actor, Side(kept.pk, 1, "kept"), Side(other.pk, 1, "other"))
    row = await read_contact(owner.actor, kept.pk)
    assert (row.emails[0].bounced_at, row.inactive_since) == (clock.now, None)
    assert await held(kept.pk) == {"email", "address", "city"}
    await undo_merge(owner.actor, merged.id)
    row = await read_contact(owner.actor, kept.pk)
    assert row.emails[0].bounced_at is None
    assert await held(kept.pk) == {"email"}
    assert (await read_contact(owner.actor, other.pk)).emails[0].bounced_at == clock.now


async def test_is_kept_with_a_contact_and_read_by_clients(api, owner, clock):
    made = await new_contact(owner.actor, emails=[EmailDraft("a@example.org")])
    await bounce(owner, made.pk, to_micros(clock.now))
    stored = (await stored_contacts(owner.actor, (made.pk,)))[made.pk].state
    assert stored.emails[0].bounced_at == from_micros(stored.inactive_micros or 0) == clock.now
    assert restored_state(stored_state(stored)) == stored
    body = await Asker(api, owner).data(
        "query ($id: ID!) { contact(id: $id) { inactiveSince emails { bouncedAt } } }", id=made.id
    )
    assert body["contact"]["emails"] == [{"bouncedAt": body["contact"]["inactiveSince"]}]


async def test_what_a_contact_has_follows_its_edits(owner):
    made = await new_contact(owner.actor, company="Acme")
    assert await held(made.pk) == set()
    some = AddressDraft(street="1 rue Foch", postal_code="25000", country_code="FR")
    await update_contact(owner.actor, made.pk, 1, ContactChanges(addresses=[some]))
    assert await held(made.pk) == {"address", "postal_code", "country"}
    added = ContactChanges(emails=[EmailDraft("a@example.org")])
    await update_contact(owner.actor, made.pk, 2, added)
    assert await held(made.pk) == {"email", "address", "postal_code", "country"}
    await update_contact(owner.actor, made.pk, 3, ContactChanges(addresses=()))
    assert await held(made.pk) == {"email"}
    await update_contact(owner.actor, made.pk, 4, ContactChanges(emails=()))
    assert await held(made.pk) == set()
    for part in BITS.keys() - {ContactPart.PHOTO}:
        assert await count_contacts(owner.actor, parse_filter({"lacks": part.name})) == 1
