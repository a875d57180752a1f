"""The history of subscriptions: no status without its step, whatever writes it."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date

import pytest

from backend.contacts.acts import ActDetail, ActKind
from backend.contacts.consent import CONSENT_LENGTH, ConsentOrigin
from backend.contacts.drafts import ContactAddition, ContactChanges, ContactDraft, EmailDraft
from backend.contacts.kinds import ConsentSource, EmailKind, SubscriptionStatus
from backend.contacts.queries.consents import all_consents
from backend.contacts.selections import SelectedIds
from backend.contacts.service import (
    add_contacts,
    add_to_contacts,
    begin_act,
    bulk_create_contacts,
    change_contacts,
    delete_contacts,
    finish_act,
    restore_contacts,
    subscribe_address,
    undo_act,
    update_contact,
)
from backend.contacts.service.requested import subscription_change
from backend.core.database import read
from backend.core.errors import Refusal, Refusals, TooLong
from backend.core.unit_of_work import unit_of_work
from backend.domains import load_jobs
from backend.duplicates.service import merge_contacts, undo_merge
from backend.duplicates.service.merge import Side
from tests.factories.api import Asker
from tests.factories.contacts import new_contact, read_contact

NEVER, IN, OUT = SubscriptionStatus
ADDRESSES = [f"{name}@example.org" for name in "abcd"]
load_jobs()


async def untold() -> list[tuple[object, ...]]:
    """Addresses whose history does not end with the status that they have."""
    return await read.fetch(
        "SELECT email.contact_id, email.normalized, email.status, told.status "
        "FROM contact_email AS email JOIN contact ON contact.id = email.contact_id "
        "LEFT JOIN contact_consent AS told ON told.id = (SELECT MAX(id) FROM contact_consent "
        "WHERE contact_id = email.contact_id AND normalized = email.normalized) "
        "WHERE email.status <> COALESCE(told.status, 'never_subscribed') "
        "AND (contact.deleted_at IS NULL OR contact.deletion_id IS NOT NULL)"
    )


async def steps(contact_id: int) -> list[tuple[str, str, str]]:
    return [(step.status, step.source, step.proof) for _, step in await all_consents(contact_id)]


def subscribe(status=IN, *, again=False):
    consent = ("stand at the fair", date(2026, 1, 5)) if status is IN else (None, None)
    return subscription_change(
        status,
        ("change",),
        main_only=False,
        include_unsubscribed=again,
        consent_source=consent[0],
        consent_date=consent[1],
    )


class Walk:
    """Verbs on contacts, at random but the same each time."""

    def __init__(self, actor) -> None:
        self.actor = actor
        self.chance = random.Random(8)
        self.merges: list[int] = []
        self.acts: list[int] = []

    def shuffled(self):
        doings = [
            *(self.edit, self.bulk, self.by_file, self.by_link, self.merge),
            *(self.part, self.undo, self.create, self.trash),
        ]
        return self.chance.sample(doings, len(doings))

    def email(self) -> EmailDraft:
        status = self.chance.choice([NEVER, IN, OUT])
        return EmailDraft(self.chance.choice(ADDRESSES), EmailKind.WORK, status)

    async def people(self) -> list[int]:
        rows = await read.fetch("SELECT id FROM contact WHERE deleted_at IS NULL ORDER BY id")
        return [row[0] for row in rows]

    async def create(self):
        drafts = [ContactDraft("A", emails=[self.email()]) for _ in range(2)]
        await bulk_create_contacts(self.actor, drafts)

    async def edit(self):
        found = await read_contact(self.actor, self.chance.choice(await self.people()))
        kept = [
            EmailDraft(
                each.address, EmailKind(each.kind), self.chance.choice([NEVER, IN]), id=each.pk
            )
            for each in found.emails[: self.chance.randrange(3)]
        ]
        news = {draft.address: draft for draft in (self.email(), *kept)}
        changes = ContactChanges(emails=tuple(news.values()))
        await update_contact(self.actor, found.pk, found.version, changes)

    async def bulk(self):
        change = subscribe(self.chance.choice([NEVER, IN, OUT]), again=self.chance.random() < 0.5)
        selection = SelectedIds(tuple(await self.people()))
        self.acts.append((await change_contacts(self.actor, selection, change)).act.pk)

    async def by_file(self):
        async with unit_of_work(self.actor) as unit:
            act = await begin_act(unit, ActKind.IMPORT, ActDetail(filename="a.csv"))
            await add_contacts(unit, [ContactDraft("F", emails=[self.email()])], act=act)
            replaces = self.chance.random() < 0.5
            known = [
                ContactAddition(key, emails=[self.email()], replaces_status=replaces)
                for key in (await self.people())[-3:]
            ]
            await add_to_contacts(unit, known, act=act)
            await finish_act(unit, act)
        self.acts.append(act)

    async def by_link(self, address=None, status=None):
        async with unit_of_work(self.actor) as unit:
            await subscribe_address(
                unit,
                address or self.chance.choice(ADDRESSES),
                status or self.chance.choice([IN, OUT]),
                ConsentOrigin(ConsentSource.LINK),
            )

    async def merge(self):
        one, other = self.chance.sample(await self.people(), 2)
        versions = [(await read_contact(self.actor, key)).version for key in (one, other)]
        sides = Side(one, versions[0], "kept"), Side(other, versions[1], "other")
        self.merges.append((await merge_contacts(self.actor, *sides)).id)

    async def part(self):
        if self.merges:
            await undo_merge(self.actor, self.merges.pop())

    async def undo(self):
        if self.acts:
            await undo_act(self.actor, self.acts.pop())

    async def trash(self):
        await delete_contacts(self.actor, SelectedIds((self.chance.choice(await self.people()),)))
        await self.by_link(ADDRESSES[0], OUT)
        rows = await read.fetch("SELECT id FROM contact WHERE deletion_id IS NOT NULL")
        if self.chance.random() < 0.5:
            await restore_contacts(self.actor, SelectedIds((rows[0][0],)))


async def test_a_walk_through_all_that_writes_leaves_no_status_without_its_step(owner):
    walk = Walk(owner.actor)
    for doing in (walk.create, walk.create, *walk.shuffled(), *walk.shuffled(), *walk.shuffled()):
        # What is refused, such as undoing a merge after which more was merged, writes nothing.
        with suppress(Refusals, Refusal):
            await doing()
        assert await untold() == [], doing.__name__
    kinds = {row[0] for row in await read.fetch("SELECT DISTINCT source FROM contact_consent")}
    assert kinds >= {"hand", "bulk", "link", "undo"}


async def test_says_by_what_each_status_came(api, owner, clock):
    asker = Asker(api, owner)
    made = await asker.data(
        'mutation { createContact(input: {givenName: "Anna", consentSource: " Signed at the fair ",'
        ' emails: [{address: "Anna@example.org", status: SUBSCRIBED}, {address: "b@example.org"}]})'
        " { contact { id } errors { code } } }"
    )
    key = made["createContact"]["contact"]["id"]
    clock.advance(minutes=5)
    async with unit_of_work(owner.actor) as unit:
        origin = ConsentOrigin(ConsentSource.LINK, "", 7, "192.0.2.7", "Mail")
        changed = await subscribe_address(unit, "anna@example.org", OUT, origin)
    body = await asker.data(
        "query ($id: ID!) { contact(id: $id) { emails { address statusChangedAt consentHistory "
        "{ status since source actorName proof client program campaignId } } } }",
        id=key,
    )
    first, second = body["contact"]["emails"]
    assert second["consentHistory"] == []
    newest, oldest = first["consentHistory"]
    assert newest == {
        "status": "UNSUBSCRIBED",
        "since": first["statusChangedAt"],
        "source": "LINK",
        "actorName": owner.actor.name,
        "proof": "",
        "client": "192.0.2.7",
        "program": "Mail",
        "campaignId": newest["campaignId"],
    }
    assert (oldest["source"], oldest["proof"]) == ("HAND", "Signed at the fair")
    assert len(changed) == 1


async def test_a_merge_carries_histories_over_and_its_undo_gives_them_back(owner):
    actor = owner.actor
    kept = await new_contact(actor, emails=[EmailDraft("a@example.org", status=OUT)])
    other = await new_contact(
        actor,
        emails=[EmailDraft("a@example.org", status=IN), EmailDraft("b@example.org", status=IN)],
    )
    done = await merge_contacts(actor, Side(kept.pk, 1, "kept"), Side(other.pk, 1, "other"))
    assert await steps(kept.pk) == [
        ("unsubscribed", "hand", ""),
        ("subscribed", "hand", ""),
        ("subscribed", "hand", ""),
        ("unsubscribed", "merge", ""),
    ]
    assert await steps(other.pk) == []
    await undo_merge(actor, done.id)
    assert await steps(other.pk) == [("subscribed", "hand", ""), ("subscribed", "hand", "")]
    assert await untold() == []


@pytest.mark.sqlite_only
async def test_refuses_a_proof_that_is_too_long(owner):
    made = await new_contact(owner.actor, emails=[EmailDraft("a@example.org")])
    with pytest.raises(TooLong):
        await update_contact(
            owner.actor, made.pk, 1, ContactChanges(company="A"), consent="x" * (CONSENT_LENGTH + 1)
        )
