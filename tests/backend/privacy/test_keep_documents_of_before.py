"""Documents of who was erased before documents had a last day get one from what the log tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from types import SimpleNamespace

from tortoise import connections

from backend.billing.queries.documents import documents_by_id
from backend.billing.queries.recurring import recurring_by_id
from backend.billing.rules.recurring import Frequency, RecurringMode, Schedule
from backend.billing.service.recurring import create_recurring
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, purge_deleted_contacts
from backend.core.database.connect import CONNECTION
from backend.core.jobs.worker import run_due_jobs
from backend.core.unit_of_work import unit_of_work
from backend.domains import load_jobs
from backend.privacy.service.start_erasure import start_erasure
from tests.factories.billing import BUYER, new_issued, new_seller
from tests.factories.contacts import new_contact
from tests.factories.privacy import new_erasure

load_jobs()
migration = import_module("backend.privacy.migrations.0003_kept_before")


async def test_documents_of_the_erased_and_of_nobody_else(owner, clock):
    wilma = await new_contact(owner.actor, given_name="Wilma")
    other = await new_contact(owner.actor, given_name="Fred")
    tax = await new_seller(owner.actor)
    theirs = (await new_issued(owner.actor, tax, contact_id=wilma.pk)).pk
    fred = replace(BUYER, name="Fred Example")
    others = (await new_issued(owner.actor, tax, contact_id=other.pk, buyer=fred)).pk
    await delete_contacts(owner.actor, SelectedIds((other.pk,)))
    clock.advance(days=40)
    await purge_deleted_contacts()
    asked = await new_erasure(owner.actor, wilma)
    await start_erasure(owner.actor, asked, "wilma", delay_hours=1)
    clock.advance(hours=2)
    await run_due_jobs()
    async with unit_of_work(owner.actor) as unit:  # as the version before left it
        await unit.execute("UPDATE billing_document SET kept_for = NULL, kept_until = NULL")
    later = Schedule(Frequency.MONTHLY, clock.now.date() + timedelta(days=1))
    loose = [
        (await create_recurring(owner.actor, key, later, RecurringMode.REVIEW)).recurring.pk
        for key in (theirs, others)
    ]
    for _ in range(2):
        await migration.keep_known(None, SimpleNamespace(client=connections.get(CONNECTION)))
    documents = await documents_by_id(owner.actor, (theirs, others))
    assert (documents[theirs].kept_for, documents[theirs].kept_until) == (asked, date(2036, 12, 31))
    assert documents[others].contact_key is None
    assert (documents[others].kept_for, documents[others].kept_until) == (None, None)
    schedules = await recurring_by_id(owner.actor, loose)
    assert [schedules[key].is_paused for key in loose] == [True, False]
