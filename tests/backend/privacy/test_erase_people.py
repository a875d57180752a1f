"""An erasure: confirmed by its name, called off in time, done once whatever dies in the middle."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from backend.billing.rules.kinds import DocumentKind
from backend.billing.rules.recurring import Frequency, RecurringMode, Schedule
from backend.billing.service.recurring import create_recurring
from backend.billing.service.reminding import remind_contact
from backend.contacts.drafts import EmailDraft, PhoneDraft
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, purge_deleted_contacts
from backend.core.database import read
from backend.core.errors import Forbidden, NotFound
from backend.core.jobs.worker import run_due_jobs
from backend.core.paging import PageRequest
from backend.core.registry import PersonalData, personal_data
from backend.domains import load_jobs
from backend.imports import files
from backend.notes.service import NoteDraft, add_note
from backend.notifications.queries import notifications_page
from backend.privacy.erasures import ErasedSection
from backend.privacy.errors import (
    DelayOutOfRange,
    NobodyChosen,
    OtherWordsTyped,
    WrongRequestState,
)
from backend.privacy.rules import RequestState
from backend.privacy.service import erase, overwrite
from backend.privacy.service.cancel import cancel_request
from backend.privacy.service.preview import preview_erasure
from backend.privacy.service.start_erasure import start_erasure
from tests.backend.duplicates.merging import merge
from tests.factories.billing import new_document, new_issued, new_seller
from tests.factories.contacts import new_contact, read_contact
from tests.factories.imports import counts_of, new_import, run_import
from tests.factories.privacy import new_erasure, read_request

load_jobs()
WAITING, RUNNING, DONE = RequestState.WAITING, RequestState.RUNNING, RequestState.DONE


@pytest.fixture
async def anna(owner, clock):
    emails = [EmailDraft("anna@example.org")]
    phones = [PhoneDraft("+39 347 123 4567")]
    return await new_contact(
        owner.actor, given_name="Ánna", family_name="Bianchi", emails=emails, phones=phones
    )


async def people_left() -> list[str]:
    rows = await read.fetch("SELECT display_name FROM contact ORDER BY id")
    return [name for (name,) in rows]


async def state_of(owner, request_id):
    return (await read_request(owner.actor, request_id)).state


async def test_says_before_what_goes_and_what_the_law_keeps(owner, anna, stranger, viewer, clock):
    tax = await new_seller(owner.actor)
    theirs = {"contact_id": anna.pk}
    await new_document(owner.actor, tax, **theirs)
    issued = await new_issued(owner.actor, tax, **theirs)
    yearly = Schedule(Frequency.YEARLY, clock.now.date() + timedelta(days=1))
    await create_recurring(owner.actor, issued.pk, yearly, RecurringMode.REVIEW)
    await remind_contact(owner.actor, anna.pk, reminds=False)
    asked = await new_erasure(owner.actor, anna)
    shown = await preview_erasure(owner.actor, asked)
    assert (shown.words, shown.contact_count, shown.draft_count) == ("Ánna Bianchi", 1, 1)
    assert {*shown.erased} >= {ErasedSection("contact", 1), ErasedSection("recurring", 1)}
    assert shown.recurring_count == 1
    (kept,) = shown.kept
    assert (kept.kind, kept.count, kept.until) == (DocumentKind.INVOICE, 1, date(2036, 12, 31))
    assert "L123-22" in kept.source
    for actor, refusal in ((stranger.actor, NotFound), (viewer.actor, Forbidden)):
        with pytest.raises(refusal):
            await preview_erasure(actor, asked)


@pytest.mark.sqlite_only
async def test_is_confirmed_by_the_name_whatever_its_accents(owner, anna, stranger, viewer, clock):
    asked = await new_erasure(owner.actor, anna)
    for actor, typed, hours, refusal in (
        (owner.actor, "", 24, OtherWordsTyped),
        (owner.actor, "Anna", 24, OtherWordsTyped),
        (owner.actor, "anna bianchi", 0, DelayOutOfRange),
        (owner.actor, "anna bianchi", 49, DelayOutOfRange),
        (stranger.actor, "anna bianchi", 24, NotFound),
        (viewer.actor, "anna bianchi", 24, Forbidden),
    ):
        with pytest.raises(refusal):
            await start_erasure(actor, asked, typed, delay_hours=hours)
    for _ in range(2):  # a double click
        await start_erasure(owner.actor, asked, "  anna   BIANCHI ")
    waiting = await read_request(owner.actor, asked)
    assert (waiting.state, waiting.erase_after) == (WAITING, clock.now + timedelta(hours=24))
    assert waiting.certificate is None
    late = await new_erasure(owner.actor, await new_contact(owner.actor, given_name="Late"))
    clock.advance(hours=30)
    await start_erasure(owner.actor, late, "late", delay_hours=48)
    assert (await read_request(owner.actor, late)).erase_after == clock.now + timedelta(hours=18)


async def test_can_be_called_off_until_it_begins(owner, anna, clock):
    asked = await new_erasure(owner.actor, anna)
    await start_erasure(owner.actor, asked, anna.display_name)
    clock.advance(hours=23, minutes=59)
    await run_due_jobs()
    assert await state_of(owner, asked) is WAITING
    await cancel_request(owner.actor, asked)
    clock.advance(hours=2)
    await run_due_jobs()
    assert await state_of(owner, asked) is RequestState.CANCELLED
    assert await people_left() == [anna.display_name]
    with pytest.raises(WrongRequestState):
        await start_erasure(owner.actor, asked, anna.display_name)


async def test_is_whole_or_not_at_all_and_goes_on_after_a_crash(owner, anna, clock, monkeypatch):
    asked = await new_erasure(owner.actor, anna)
    await start_erasure(owner.actor, asked, anna.display_name)
    contacts = personal_data.entries["contacts"]

    async def crash(*_):
        raise OSError("the disk is gone")

    broken = PersonalData("contacts", contacts.tables, contacts.gather, crash)
    monkeypatch.setitem(personal_data.entries, "contacts", broken)
    clock.advance(hours=25)
    await run_due_jobs()
    assert await state_of(owner, asked) is RUNNING
    assert await people_left() == [anna.display_name]
    with pytest.raises(WrongRequestState):
        await cancel_request(owner.actor, asked)
    monkeypatch.setitem(personal_data.entries, "contacts", contacts)
    clock.advance(hours=1)
    await run_due_jobs()
    done = await read_request(owner.actor, asked)
    assert (done.state, done.details, done.contact_count) == (DONE, None, 1)
    assert await people_left() == []
    told = await notifications_page(owner.actor, PageRequest.of())
    assert [row.kind for row in told.rows] == ["privacy_erasure_done"]
    stored = await read.fetch_value("SELECT certificate FROM privacy_request")
    assert "nna" not in stored
    assert "Bianchi" not in stored
    job = {"account_id": owner.account_id, "request_id": asked, "task": done.task}
    await erase.erase_request(job)  # once more, as after a lost lease
    assert (await read_request(owner.actor, asked)).version == done.version


@pytest.mark.sqlite_only
async def test_gives_up_visibly_and_can_be_confirmed_again(owner, anna, clock, monkeypatch):
    asked = await new_erasure(owner.actor, anna)
    await start_erasure(owner.actor, asked, anna.display_name)
    contacts = personal_data.entries["contacts"]

    async def crash(*_):
        raise OSError("the disk is gone")

    broken = PersonalData("contacts", contacts.tables, contacts.gather, crash)
    monkeypatch.setitem(personal_data.entries, "contacts", broken)
    for _ in range(erase.MOST_FAILURES):
        clock.advance(hours=25)
        await run_due_jobs()
    failed = await read_request(owner.actor, asked)
    assert (failed.state, failed.problem) == (RequestState.FAILED, erase.FAILED)
    told = await notifications_page(owner.actor, PageRequest.of())
    assert [row.kind for row in told.rows] == ["privacy_request_failed"]
    monkeypatch.setitem(personal_data.entries, "contacts", contacts)
    await start_erasure(owner.actor, asked, anna.display_name)
    clock.advance(hours=25)
    await run_due_jobs()
    assert await state_of(owner, asked) is DONE


async def test_follows_whoever_is_merged_and_takes_along_who_was_taken_in(owner, anna, clock):
    twin = await new_contact(owner.actor, given_name="Anna", company="Twin")
    kept = await new_contact(owner.actor, given_name="Anna", company="Kept")
    await merge(owner.actor, anna, twin)
    asked = await new_erasure(owner.actor, anna)
    await start_erasure(owner.actor, asked, anna.display_name)
    now_anna = (await read_request(owner.actor, asked)).contact_keys
    assert list(now_anna) == [anna.pk]

    await merge(owner.actor, kept, await read_contact(owner.actor, anna.pk))
    clock.advance(hours=25)
    await run_due_jobs()
    assert await people_left() == []


@pytest.mark.sqlite_only
async def test_is_done_when_the_trash_was_quicker(owner, anna, clock):
    asked = await new_erasure(owner.actor, anna)
    await start_erasure(owner.actor, asked, anna.display_name)
    await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    clock.advance(days=40)
    await purge_deleted_contacts()
    await run_due_jobs()
    assert await state_of(owner, asked) is DONE
    other = await new_erasure(owner.actor, await new_contact(owner.actor, given_name="Other"))
    await delete_contacts(
        owner.actor, SelectedIds(((await read_request(owner.actor, other)).contact_keys[0],))
    )
    clock.advance(days=40)
    await purge_deleted_contacts()
    with pytest.raises(NobodyChosen):
        await start_erasure(owner.actor, other, "other")


async def test_no_file_brings_them_back(owner, anna, clock):
    rows = (
        "First name,E-mail,Phone\nAnna,ANNA@example.org,\nAnn,,347 1234567\nUgo,ugo@example.org,\n"
    )
    waiting = await new_import(owner.actor, rows)
    asked = await new_erasure(owner.actor, anna)
    await start_erasure(owner.actor, asked, anna.display_name, delay_hours=1)
    clock.advance(hours=2)
    await run_due_jobs()
    assert await read.fetch_value("SELECT COUNT(*) FROM contact_import") == 0
    assert not files.source_file(waiting.token).exists()
    again = await run_import(owner.actor, await new_import(owner.actor, rows))
    assert counts_of(again) == (3, 1, 0, 0, 2)
    report = files.rejects_file(again.token).read_text("utf-8-sig")
    assert report.count("PERSON_ERASED") == 2
    assert "anna" not in report.lower()
    assert await people_left() == ["Ugo"]
    by_hand = await new_contact(owner.actor, emails=[EmailDraft("anna@example.org")])
    known = await run_import(owner.actor, await new_import(owner.actor, rows))
    assert counts_of(known)[4] == 1
    assert by_hand.display_name in await people_left()


@pytest.mark.sqlite_only
async def test_what_is_shared_stays_the_other_s_and_our_own_stays_ours(owner, clock):
    office = [EmailDraft("office@example.org")]
    given, family = owner.name.split()
    emails = [*office, EmailDraft(owner.email)]
    gone = await new_contact(owner.actor, given_name=given, family_name=family, emails=emails)
    stays = await new_contact(owner.actor, given_name="Stays", emails=office)
    said = f"{owner.name} of office@example.org is {owner.email}"
    await add_note(owner.actor, stays.pk, NoteDraft(said))
    asked = await new_erasure(owner.actor, gone)
    await start_erasure(owner.actor, asked, gone.display_name)
    clock.advance(hours=25)
    await run_due_jobs()
    assert await people_left() == ["Stays"]
    assert await read.fetch_value("SELECT text FROM note") == said
    rows = "First name,E-mail\nColleague,office@example.org\n"
    assert counts_of(await run_import(owner.actor, await new_import(owner.actor, rows)))[4] == 0


@pytest.mark.sqlite_only
def test_large_databases_wait_for_the_night_but_not_for_long(clock):
    large = overwrite.SMALL_BYTES + 1
    now = clock.now
    assert overwrite.is_time(overwrite.SMALL_BYTES, now)
    assert not overwrite.is_time(large, now)
    assert overwrite.is_time(large, now - timedelta(hours=20))
    clock.set(now.replace(hour=2))
    assert overwrite.is_time(large, clock.now)
