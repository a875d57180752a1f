"""The copy of a person's data: everything that is held, readable, harmless, made once and whole."""

from __future__ import annotations

import asyncio
import csv
import html
import json
from email import message_from_bytes
from email.policy import default
from io import BytesIO, StringIO
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest

from backend.contacts.drafts import EmailDraft
from backend.core.database import read
from backend.core.erasing import erase_person
from backend.core.ids import encode_id
from backend.core.jobs.worker import run_due_jobs
from backend.core.locale import translate
from backend.core.settings import settings
from backend.core.storage import delete_file, get_file
from backend.core.unit_of_work import unit_of_work
from backend.domains import load_jobs
from backend.duplicates.service import merge_contacts
from backend.duplicates.service.merge import Side
from backend.files.service import add_attachments
from backend.privacy.copies.html_page import details
from backend.privacy.copies.names import Names
from backend.privacy.copies.values import Reader
from backend.privacy.details import Details
from backend.privacy.errors import RequestIsOpen
from backend.privacy.queries import find_request
from backend.privacy.rules import RequestKind, RequestState
from backend.privacy.service.cancel import cancel_request
from backend.privacy.service.copying import make_copy
from backend.privacy.service.create import create_request
from backend.privacy.service.deadlines import remind_of_deadlines
from backend.privacy.service.expiring import delete_copy
from tests.factories.contacts import new_contact
from tests.factories.files import new_upload
from tests.factories.whole_person import EMAIL, NAME, new_whole_person

load_jobs()


async def asked(actor, *contacts):
    """A copy of the data of some contacts that are one person, as asked for."""
    details = Details(name=contacts[0].display_name)
    made = await create_request(actor, RequestKind.COPY, details, [each.pk for each in contacts])
    return made.request_id


async def read_request(actor, request_id):
    """A request as it is now."""
    found = await find_request(actor.account_id, request_id)
    assert found is not None
    return found


async def archive(actor, request_id):
    """The archive of a copy that is ready."""
    found = await read_request(actor, request_id)
    assert found.state is RequestState.READY, found.problem
    content = await get_file(found.file_key)
    assert content is not None
    return ZipFile(BytesIO(content))


@pytest.mark.usefixtures("private_servers")
async def test_holds_everything_of_every_domain(owner):
    person = await new_whole_person(owner.actor)
    request_id = await asked(owner.actor, person.contact)
    await run_due_jobs()
    with await archive(owner.actor, request_id) as copy:
        assert copy.testzip() is None
        names = set(copy.namelist())
        for section in (
            *("contact", "consents", "history", "messages", "notes", "tasks", "cards", "projects"),
            *("sites", "documents", "recurring", "files", "imports", "merges", "campaigns"),
        ):
            rows = json.loads(copy.read(f"data/{section}.json"))
            cells = list(
                csv.DictReader(StringIO(copy.read(f"data/{section}.csv").decode("utf-8-sig")))
            )
            assert len(rows) == len(cells) >= 1, section
            assert section in ("contact", "merges") or f"pages/{section}.html" in names
        index = copy.read("index.html").decode()
        assert NAME in index
        assert EMAIL in index
        invoice = copy.read(f"files/documents/{person.invoice.number}.pdf")
        assert invoice.startswith(b"%PDF")
    told = await read.fetch("SELECT kind FROM notification WHERE user_id = ?", (owner.user_id,))
    assert ("privacy_copy_ready",) in told
    letters = [
        str(message_from_bytes(path.read_bytes(), policy=default)["subject"])
        for path in (settings().data_dir / "outbox").glob("*.eml")
    ]
    assert letters.count(translate("fr", "The copy of a client’s data is ready")) == 1


async def test_runs_nothing_in_a_browser_or_a_spreadsheet(owner):
    evil = '=HYPERLINK("http://example.org")<script>alert(1)</script>'
    anna = await new_contact(owner.actor, given_name=evil, emails=[EmailDraft("a@example.org")])
    request_id = await asked(owner.actor, anna)
    await run_due_jobs()
    with await archive(owner.actor, request_id) as copy:
        pages = [copy.read(name).decode() for name in copy.namelist() if name.endswith(".html")]
        assert "<script" not in "".join(pages)
        assert "&lt;script&gt;" in pages[-1]
        assert "default-src 'none'" in html.unescape(pages[-1])
        _, row = csv.reader(StringIO(copy.read("data/contact.csv").decode("utf-8-sig")))
        assert row[1] == f"'{evil}"
        (kept,) = json.loads(copy.read("data/contact.json"))
        assert kept["given_name"] == evil


def test_amounts_are_read_in_the_currency_of_their_document():
    row = {"currency": "EUR", "lines": [{"unit_price_minor": 48000}], "source": "hand"}
    read = details(Reader("fr", ZoneInfo("UTC")), row).replace("\xa0", " ").replace("\u202f", " ")
    assert "<dt>Prix unitaire</dt><dd>480,00 €</dd>" in read
    assert "<dt>Origine</dt><dd>À la main</dd>" in read


async def test_several_contacts_are_one_person_and_files_that_are_lost_are_named(owner):
    anna, ana = [await new_contact(owner.actor, given_name=name) for name in ("Anna", "Ana")]
    there, lost = [await new_upload(owner.actor, name=name) for name in ("../é.txt", "lost.txt")]
    await add_attachments(owner.actor, anna.pk, [there.upload_id])
    await add_attachments(owner.actor, ana.pk, [lost.upload_id])
    await delete_file(lost.storage_key)
    request_id = await asked(owner.actor, anna, ana)
    await run_due_jobs()
    with await archive(owner.actor, request_id) as copy:
        rows = json.loads(copy.read("data/contact.json"))
        assert [each["of_contact"] for each in rows] == ["Anna", "Ana"]
        files = [name for name in copy.namelist() if name.startswith("files/")]
        assert files == ["files/files/é.txt"]
        assert copy.read(files[0]) == b"hello"
        assert "lost.txt" in copy.read("index.html").decode()


async def test_a_person_merged_or_erased_meanwhile_is_copied_whole_or_not_at_all(owner):
    anna, ana = [await new_contact(owner.actor, given_name=name) for name in ("Anna", "Ana")]
    request_id = await asked(owner.actor, ana)
    await merge_contacts(
        owner.actor, Side(anna.pk, anna.version, "kept"), Side(ana.pk, ana.version, "other")
    )
    await run_due_jobs()
    with await archive(owner.actor, request_id) as copy:
        (row,) = json.loads(copy.read("data/contact.json"))
        assert row["given_name"] == "Anna"
    found = await read_request(owner.actor, request_id)
    async with unit_of_work(owner.actor) as unit:
        await erase_person(unit, anna.pk)
    await run_due_jobs()
    assert await get_file(found.file_key) is None
    gone = await read_request(owner.actor, request_id)
    assert (gone.state, gone.details, gone.file_key) == (RequestState.DONE, None, None)


async def test_a_copy_that_is_called_off_or_begun_twice_leaves_one_archive_or_none(owner):
    anna = await new_contact(owner.actor, given_name="Anna")
    request_id = await asked(owner.actor, anna)
    with pytest.raises(RequestIsOpen) as refused:
        await asked(owner.actor, anna)
    assert refused.value.parameters["request_id"] == encode_id("PrivacyRequest", request_id)
    running = await read_request(owner.actor, request_id)
    payload = {"account_id": owner.account_id, "request_id": request_id, "task": running.task}
    await asyncio.gather(make_copy(payload), make_copy(payload))
    ready = await read_request(owner.actor, request_id)
    assert ready.state is RequestState.READY
    assert await get_file(ready.file_key) is not None
    again = await asked(owner.actor, anna)
    await cancel_request(owner.actor, again)
    await run_due_jobs()
    assert (await read_request(owner.actor, again)).state is RequestState.CANCELLED
    kept = list((settings().data_dir / "files" / "privacy").rglob("*.zip"))
    assert [each.name for each in kept] == [ready.file_key.rpartition("/")[2]]
    await delete_copy(owner.actor, request_id)
    await run_due_jobs()
    assert await get_file(ready.file_key) is None


async def test_reminds_once_when_a_day_is_left_and_once_when_it_is_over(owner, clock):
    await create_request(owner.actor, RequestKind.ERASURE, Details(email="a@example.org"))
    assert await remind_of_deadlines() == 0
    for hours, kind in ((25, "privacy_request_due"), (24, "privacy_request_overdue")):
        clock.advance(hours=hours)
        assert [await remind_of_deadlines(), await remind_of_deadlines()] == [1, 0]
        last = await read.fetch("SELECT kind, title FROM notification ORDER BY id DESC LIMIT 1")
        assert last == [(kind, "")]


@pytest.mark.sqlite_only
def test_reads_what_looks_like_a_time_that_no_zone_has():
    reader = Reader("en", ZoneInfo("Pacific/Auckland"))
    for text in ("9999-12-31T23:59:59", "0001-01-01T00:00:00+14:00", "9999-99-99"):
        assert reader.text("title", text, {}) == text


@pytest.mark.sqlite_only
def test_files_are_called_what_every_system_can_unpack():
    names = Names()
    taken = [names.path("files", "文" * 200 + "." + "字" * 30) for _ in range(3)]
    assert len(set(taken)) == 3
    assert all(len(each.removeprefix("files/").encode()) <= 255 for each in taken)
    assert names.path("files", "../../a\\..\x00b.sh") == "files/a .. b.sh"
