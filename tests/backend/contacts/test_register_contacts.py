"""What the domain declares for others: personal data, and the columns of files."""

from __future__ import annotations

import orjson
import pytest

from backend.contacts.drafts import ContactChanges, EmailDraft, PhoneDraft
from backend.contacts.filters import EVERYONE
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.lookups import get_contact
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, update_contact
from backend.core.change_log import changes_of
from backend.core.database import read
from backend.core.errors import Forbidden, NotFound
from backend.core.registry import exportable_columns, importable_columns, personal_data
from backend.core.unit_of_work import unit_of_work
from backend.domains import load_jobs
from backend.imports.vocabulary import Field
from backend.labels.queries import labels_by_id
from tests.factories.contacts import new_contact, new_label
from tests.factories.personal_data import gathered

load_jobs()
DECLARED = personal_data.entries["contacts"]


async def test_every_table_with_a_contact_in_it_is_answered_for(database):
    if database.dialect == "sqlite":
        names = await read.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")
        about = []
        for (name,) in names:
            columns = await read.fetch("SELECT name FROM pragma_table_info(?)", (name,))
            about += [name for (column,) in columns if column == "contact_id"]
    else:
        rows = await read.fetch(
            "SELECT table_name FROM information_schema.columns WHERE column_name = 'contact_id'"
        )
        about = [name for (name,) in rows]
    answered = {table for entry in personal_data.entries.values() for table in entry.tables}
    assert {"contact", "contact_search", *about} <= answered
    assert len(about) >= 4


async def test_gathers_all_that_is_held(owner, stranger):
    label = await new_label(owner.actor, "vip")
    anna = await new_contact(
        owner.actor,
        given_name="Anna",
        company="Studio",
        emails=[EmailDraft("anna@example.org")],
        phones=[PhoneDraft("12")],
        label_ids=[label],
    )
    await update_contact(owner.actor, anna.pk, 1, ContactChanges(position="CEO"))
    held = await gathered(DECLARED, owner.actor, anna.pk)
    text = orjson.dumps(held).decode()
    for part in ("Anna", "Studio", "CEO", "anna@example.org", '"12"', "vip", "contact.updated"):
        assert part in text
    with pytest.raises(NotFound):
        await gathered(DECLARED, stranger.actor, anna.pk)


@pytest.mark.parametrize("in_trash", [True, False])
async def test_erases_all_that_is_held(owner, viewer, stranger, in_trash):
    label = await new_label(owner.actor)
    anna = await new_contact(
        owner.actor,
        given_name="Anna",
        emails=[EmailDraft("anna@example.org")],
        label_ids=[label],
    )
    await new_contact(owner.actor, given_name="Bob", label_ids=[label])
    if in_trash:
        await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    for actor, refusal in ((stranger.actor, NotFound), (viewer.actor, Forbidden)):
        with pytest.raises(refusal):
            async with unit_of_work(actor) as unit:
                await DECLARED.erase(unit, anna.pk)
    async with unit_of_work(owner.actor) as unit:
        await DECLARED.erase(unit, anna.pk)
    assert await get_contact(owner.actor, anna.pk) is None
    assert await count_contacts(owner.actor, EVERYONE) == 1
    assert (await labels_by_id(owner.actor, [label]))[label].contact_count == 1
    assert await read.fetch_value("SELECT COUNT(*) FROM contact_search") == 1
    history = await changes_of(owner.account_id, "Contact", anna.pk, limit=9)
    assert "nna" not in str([change.payload for change in history])
    assert history[0].kind == "contact.purged"


def test_columns_are_those_that_files_are_read_by():
    assert importable_columns.entries == exportable_columns.entries
    assert set(importable_columns.entries) <= {field.value for field in Field}
