"""An erasure while something else is under way with the same person, in every order."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from backend.accounts.service.on_behalf import mandate
from backend.campaigns import links
from backend.campaigns.service import schedule_campaign, send_campaign
from backend.campaigns.service.sending import send_turn
from backend.contacts import changes
from backend.contacts.drafts import EmailDraft, PhoneDraft
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.selections import SelectedIds
from backend.contacts.service import change_contacts, delete_contacts, restore_deletion, undo_act
from backend.core.data_dir import COPIES
from backend.core.database import read
from backend.core.errors import NotFound
from backend.core.jobs.worker import run_due_jobs
from backend.core.settings import settings
from backend.domains import load_jobs
from backend.duplicates.service import undo_merge
from backend.imports import files
from backend.imports.service import run_file
from backend.imports.service.open_files import OpenFile
from backend.imports.service.start import start_import
from backend.imports.service.undo import undo_import
from backend.imports.service.work import work_on_import
from backend.inbox.rules.kinds import MailSecurity
from backend.inbox.service import MailboxDraft, ServerDraft, save_mailbox
from backend.privacy.details import Details
from backend.privacy.errors import RequestIsOpen
from backend.privacy.rules import RequestKind, RequestState
from backend.privacy.service import copying
from backend.privacy.service.create import create_request
from backend.privacy.service.erase import erase_request
from backend.privacy.service.start_erasure import start_erasure
from tests.backend.duplicates.merging import merge
from tests.factories.campaigns import new_campaign
from tests.factories.contacts import new_contact, new_label, read_contact
from tests.factories.imports import counts_of, new_import, read_import
from tests.factories.privacy import new_erasure, read_request

load_jobs()
EMAIL, PHONE = "quorra@example.org", "+39 347 765 4321"
MARKS = ("uorra", "765 4321", "7654321")
TABLES = (
    *("contact", "contact_email", "contact_phone", "contact_consent", "contact_act_entry"),
    *("contact_merge", "contact_import", "campaign", "campaign_recipient", "change"),
    *("privacy_request", "privacy_request_person"),
)


@pytest.fixture
async def quorra(owner, clock):
    return await new_contact(
        owner.actor,
        given_name="Quorra",
        family_name="Zand",
        emails=[EmailDraft(EMAIL)],
        phones=[PhoneDraft(PHONE)],
    )


async def due(owner, clock, contact):
    """An erasure whose time has come; its job."""
    asked = await new_erasure(owner.actor, contact)
    await start_erasure(owner.actor, asked, contact.display_name, delay_hours=1)
    clock.advance(hours=2)
    task = (await read_request(owner.actor, asked)).task
    return {"account_id": owner.account_id, "request_id": asked, "task": task}


async def traces():
    """Where the tables still name Quorra."""
    rows = {table: str(await read.fetch(f"SELECT * FROM {table}")) for table in TABLES}
    return {table: rows[table] for table in TABLES if any(each in rows[table] for each in MARKS)}


async def names():
    rows = await read.fetch("SELECT display_name FROM contact WHERE deleted_at IS NULL ORDER BY id")
    return [name for (name,) in rows]


def job_of(owner, found):
    return {**mandate(owner.actor), "import_id": found.pk, "task": found.task}


ROWS = (
    "First name,Last name,E-mail,Phone",
    f"Quorra,Zand,{EMAIL},",
    "Ugo,,ugo@example.org,",
    f"Zand,Quorra,{EMAIL.upper()},{PHONE}",
    f"Ugo,,ugo@example.org,{PHONE}",
    f",,,{PHONE}",
    "Bea,,bea@example.org,",
)


async def test_an_import_under_way_brings_nothing_of_them_back(owner, quorra, clock, monkeypatch):
    erasure = await due(owner, clock, quorra)
    made = await new_import(owner.actor, "\n".join(ROWS))
    await start_import(owner.actor, made.pk)
    for name, value in (("FIRST_ROWS", 1), ("next_rows", lambda *_: 1)):
        monkeypatch.setattr(run_file, name, value)
    reads, read_rows = [], OpenFile.read

    async def erase_after_two(self, rows):
        batch = await read_rows(self, rows)  # a batch that was read before is written after
        reads.append(1)
        if len(reads) == 3:
            await erase_request(erasure)
        return batch

    monkeypatch.setattr(OpenFile, "read", erase_after_two)
    await work_on_import(job_of(owner, await read_import(owner.actor, made.pk)))
    over = await read_import(owner.actor, made.pk)
    assert counts_of(over) == (6, 2, 0, 1, 3)
    assert await names() == ["Ugo", "Bea"]
    assert await traces() == {}
    report = files.rejects_file(over.token).read_text("utf-8-sig")
    assert report.count("PERSON_ERASED") == 3
    assert not any(mark in report for mark in MARKS)
    assert not files.source_file(over.token).exists()
    await undo_import(owner.actor, made.pk)
    await run_due_jobs()
    assert await names() == []
    assert await read.fetch_value("SELECT COUNT(*) FROM contact") == 2
    assert await traces() == {}


@pytest.mark.parametrize("import_first", [True, False])
async def test_whoever_comes_first_they_are_gone(owner, quorra, clock, import_first):
    erasure = await due(owner, clock, quorra)
    made = await new_import(owner.actor, "\n".join(ROWS))
    await start_import(owner.actor, made.pk)
    job = job_of(owner, await read_import(owner.actor, made.pk))
    both = [work_on_import(job), erase_request(erasure)]
    await asyncio.gather(*(both if import_first else both[::-1]))
    assert await names() == ["Ugo", "Bea"]
    assert await traces() == {}
    assert (await read_request(owner.actor, erasure["request_id"])).state is RequestState.DONE


async def test_two_erasures_of_one_person_erase_once(owner, quorra, clock):
    twin = await new_contact(owner.actor, given_name="Quorra", family_name="Zand Twin")
    jobs = [await due(owner, clock, quorra), await due(owner, clock, twin)]
    asked = [
        create_request(owner.actor, RequestKind.ERASURE, Details(email=EMAIL), (key,))
        for key in (quorra.pk, twin.pk)
    ]
    refused = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(each) for each in refused] == [RequestIsOpen] * 2
    await merge(owner.actor, quorra, twin)  # two requests were of one person
    await asyncio.gather(*(erase_request(job) for job in (*jobs, *jobs)))
    await run_due_jobs()
    done = [await read_request(owner.actor, job["request_id"]) for job in jobs]
    assert [each.state for each in done] == [RequestState.DONE] * 2
    assert sorted(each.certificate.contact_count for each in done if each.certificate) == [0, 1]
    assert await traces() == {}
    told = "SELECT COUNT(*) FROM notification WHERE kind = 'privacy_erasure_done'"
    assert await read.fetch_value(told) == 2


@pytest.mark.parametrize("what", ["merged", "erased"])
async def test_a_copy_that_is_being_written_is_whole_or_not_there(
    owner, quorra, clock, monkeypatch, what
):
    other = await new_contact(owner.actor, given_name="Other")
    erasure = await due(owner, clock, quorra)
    made = await create_request(owner.actor, RequestKind.COPY, Details(email=EMAIL), (quorra.pk,))
    write, seen = copying._write, []

    async def interrupted(request, people, path):
        await write(request, people, path)
        seen.append([each.display_name for each in people])
        if len(seen) > 1:
            return
        if what == "merged":
            await merge(owner.actor, other, await read_contact(owner.actor, quorra.pk))
        else:
            await erase_request(erasure)

    monkeypatch.setattr(copying, "_write", interrupted)
    task = (await read_request(owner.actor, made.request_id)).task
    job = {"account_id": owner.account_id, "request_id": made.request_id, "task": task}
    await copying.make_copy(job)
    after = await read_request(owner.actor, made.request_id)
    kept = list((settings().data_dir / "files" / "privacy").rglob("*.zip"))
    assert list((settings().data_dir / COPIES).glob("*.zip")) == []
    if what == "merged":
        assert (after.state, seen) == (RequestState.READY, [["Quorra Zand"], ["Other"]])
        assert len(kept) == 1
    else:
        assert (after.state, after.details, kept) == (RequestState.CANCELLED, None, [])


@pytest.mark.sqlite_only
async def test_no_undo_brings_them_back(owner, quorra, clock):
    actor = owner.actor
    ugo = await new_contact(actor, given_name="Ugo")
    twin = await new_contact(actor, given_name="Quorra", family_name="Zand Twin")
    merged = await merge(actor, quorra, twin)
    both = SelectedIds((quorra.pk, ugo.pk))
    label = await new_label(actor)
    await change_contacts(actor, both, changes.LabelsChange(add=(label,)))
    deletion = await delete_contacts(actor, both)
    erasure = await due(owner, clock, await read_contact(actor, quorra.pk))
    await erase_request(erasure)
    assert deletion.id is not None
    restored = await restore_deletion(actor, deletion.id)
    assert restored.restored_count == 1
    for (key,) in await read.fetch("SELECT id FROM contact_act ORDER BY id DESC"):
        await undo_act(actor, key)
        await run_due_jobs()
    with pytest.raises(NotFound):
        await undo_merge(actor, merged.id)
    assert await names() == ["Ugo"]
    assert await read.fetch_value("SELECT COUNT(*) FROM contact") == 1
    assert await read.fetch_value("SELECT COUNT(*) FROM contact_label") == 0
    assert await traces() == {}


async def test_a_campaign_loses_them_while_their_letter_is_on_its_way(
    owner, quorra, clock, letter_taker, http
):
    actor, subscribed = (
        owner.actor,
        changes.SubscriptionChange(SubscriptionStatus.SUBSCRIBED, clock.now.isoformat()),
    )
    server = ServerDraft("127.0.0.1", letter_taker.port, MailSecurity.NONE)
    await save_mailbox(actor, None, MailboxDraft("Studio", "studio@example.org", smtp=server))
    ugo = await new_contact(actor, given_name="Ugo", emails=[EmailDraft("ugo@example.org")])
    await change_contacts(actor, SelectedIds((quorra.pk, ugo.pk)), subscribed)
    erasure = await due(owner, clock, await read_contact(actor, quorra.pk))
    later = await new_campaign(actor, "Later")
    await schedule_campaign(actor, later.pk, later.version, clock.now + timedelta(days=1))
    now = await new_campaign(actor, "Now", chosen={"not": {"givenName": {"is": "Ugo"}}})

    async def erase_now() -> str:
        if letter_taker.recipients == [[EMAIL]]:
            await erase_request(erasure)
        return "250 OK"

    letter_taker.on_letter = erase_now
    await send_campaign(actor, now.pk, now.version)
    await send_turn(owner.account_id, now.pk)
    clock.advance(days=2)
    await run_due_jobs()
    assert letter_taker.recipients == [[EMAIL], ["ugo@example.org"]]
    ((key, *letter),) = await read.fetch(
        "SELECT id, campaign_id, state, address FROM campaign_recipient WHERE contact_id IS NULL"
    )
    assert letter == [now.pk, "sent", ""]
    for url in (links.pixel_url(key), links.unsubscribe_url(key)):
        await http.get(urlsplit(url).path)
    assert await read.fetch_value("SELECT SUM(open_count) FROM campaign_recipient") == 0
    assert await traces() == {}
