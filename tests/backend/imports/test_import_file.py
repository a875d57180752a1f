"""A file of contacts, from its bytes to the account's book."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from backend.contacts.drafts import ContactDraft
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.service import ContactsCreated, add_contacts
from backend.core.change_log import changes_after
from backend.core.errors import Forbidden
from backend.core.permissions import Role
from backend.core.unit_of_work import UnitOfWork
from backend.imports.errors import (
    FileEmpty,
    FileNotText,
    FileRefused,
    FileUnreadable,
    HeaderUnknown,
    ReportUnwritable,
    TooManyColumns,
)
from backend.imports.service import ImportOptions, import_file
from tests.backend.imports.conftest import Book, table
from tests.backend.imports.headers import GOOGLE
from tests.factories.accounts import new_member, new_owner

ANNA = {"First name": "Anna", "Last name": "Bianchi", "E-mail": "anna@example.org"}
UGO = {"First name": "Ugo", "Last name": "Prova", "E-mail": "ugo@example.org"}


async def test_a_google_export_becomes_contacts(book: Book) -> None:
    cells = dict.fromkeys(GOOGLE, "") | {
        "First Name": "Anna",
        "Last Name": "Bianchi",
        "Organization Name": "Studio Prova",
        "Organization Title": "Titolare",
        "Labels": "Clienti ::: VIP ::: * myContacts",
        "E-mail 1 - Label": "* Work",
        "E-mail 1 - Value": "anna@example.org ::: a.bianchi@example.com",
        "Phone 1 - Label": "Mobile",
        "Phone 1 - Value": "347 000 0000",
        "Address 1 - Label": "Work",
        "Address 1 - Street": "Via Prova 1",
        "Address 1 - City": "Torino",
        "Address 1 - Postal Code": "10121",
        "Address 1 - Country": "Italia",
        "Notes": "likes trains",
    }
    report = await book.take([cells])
    assert (report.created, report.rejected, report.ignored) == (1, 0, ["Notes"])
    assert report.rejects is None
    assert not book.rejects.exists()
    contact = await book.only()
    assert (contact.display_name, contact.company, contact.position) == (
        "Anna Bianchi",
        "Studio Prova",
        "Titolare",
    )
    assert [(email.address, email.kind, email.status) for email in contact.emails] == [
        ("anna@example.org", "work", "never_subscribed"),
        ("a.bianchi@example.com", "work", "never_subscribed"),
    ]
    assert [(phone.e164, phone.kind) for phone in contact.phones] == [("+393470000000", "mobile")]
    assert [(each.kind, each.lines) for each in contact.addresses] == [
        ("work", ["Via Prova 1", "10121 Torino"])
    ]
    assert sorted(label.name for label in contact.labels) == ["Clienti", "VIP"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
async def test_every_encoding_is_read(book: Book, encoding: str) -> None:
    text = "sep=;\r\nPrénom;Nom;Société\r\nHélène;D’Été;Crêperie «Œuf»\r\n"
    report = await book.take(text, encoding=encoding)
    contact = await book.only()
    assert (contact.given_name, contact.family_name, contact.company) == (
        "Hélène",
        "D’Été",
        "Crêperie «Œuf»",
    )
    assert report.separator == ";"


async def test_rows_of_another_encoding_are_rejected_and_the_rest_is_right(book: Book) -> None:
    path = book.write("Name,E-mail\nJosé Ü,jose@example.org\n")
    with path.open("ab") as file:
        file.write("Zoë,zoe@example.org\n".encode("latin-1"))
    report = await import_file(book.actor, path, ImportOptions(rejects=book.rejects))
    assert (report.encoding, report.reasons) == ("utf-8", {"UNDECODABLE_TEXT": 1})
    assert (await book.only()).given_name == "José Ü"
    assert [(row["Import row"], row["Import column"]) for row in book.rejected()] == [("3", "Name")]


async def test_what_is_refused_does_not_hold_up_the_rest(book: Book) -> None:
    text = (
        "First name,E-mail,Phone\n"
        "Anna,anna@example.org,1\n"
        "Bad,not an address,\n"
        'Broken,"x"y,\n'
        "Wide,wide@example.org,1,2\n"
        "\0Nul,nul@example.org,\n"
        f"{'x' * 300},,2\n"
        "Phone,,no digit\n"
        ",,\n"
        "Ugo,ugo@example.org,\n"
    )
    report = await book.take(text)
    assert [contact.given_name for contact in await book.contacts()] == ["Anna", "Bad", "Ugo"]
    assert (report.created, report.rejected, report.left_out, report.rows) == (3, 5, 1, 8)
    rejected = [
        (row["Import row"], row["Import reason"], row["Import column"], row["Import detail"])
        for row in book.rejected()
    ]
    assert rejected == [
        ("3", "EMAIL_INVALID", "E-mail", "not an address"),
        ("4", "BROKEN_QUOTES", "", "lines=1"),
        ("5", "TOO_MANY_CELLS", "", "cells=4, columns=3"),
        ("6", "INVALID_CHARACTERS", "First name", ""),
        ("7", "TOO_LONG", "givenName", "maximum=200"),
        ("8", "PHONE_INVALID", "phones 0 number", "no digit"),
    ]
    assert report.reasons == dict.fromkeys((reason for _, reason, _, _ in rejected[1:]), 1)
    outcomes = [row["Import outcome"] for row in book.rejected()]
    assert outcomes == ["imported without it", *["rejected"] * 5]


async def test_a_bad_address_costs_only_its_cell(book: Book) -> None:
    rows = [
        ANNA | {"E-mail": "anna@", "E-mail 2": "anna@example.org", "Labels": "VIP"},
        {"Company": "Studio", "E-mail": "x" * 300 + "@example.org", "E-mail 2": "studio"},
        {"Phone": "02 0000 0001", "E-mail": "nobody"},
        {"E-mail": "alone@"},
        {"City": "Torino", "E-mail": "torino"},
        {"Name": "x" * 300, "E-mail": "bad"},
    ]
    for dry_run in (True, False):
        report = await book.take(rows, dry_run=dry_run)
        assert (report.created, report.left_out) == (3, 4)
        assert report.reasons == {"EMAIL_INVALID": 2, "TOO_LONG": 1}
        assert report.rejects == book.rejects
    anna, studio, phone = await book.contacts()
    assert [email.address for email in anna.emails] == ["anna@example.org"]
    assert [label.name for label in anna.labels] == ["VIP"]
    assert (studio.company, studio.emails, phone.emails) == ("Studio", (), ())
    assert [
        (row["Import row"], row["Import reason"], row["Import column"], row["Import detail"][:6])
        for row in book.rejected()
        if row["Import outcome"] == "imported without it"
    ] == [
        ("2", "EMAIL_INVALID", "E-mail", "anna@"),
        ("3", "TOO_LONG", "E-mail", "xxxxxx"),
        ("3", "EMAIL_INVALID", "E-mail 2", "studio"),
        ("4", "EMAIL_INVALID", "E-mail", "nobody"),
    ]
    again = await book.take(rows)
    assert (again.created, again.duplicates, again.rejected) == (0, 3, 3)


async def test_the_report_of_rejected_rows_can_be_corrected_and_imported(book: Book) -> None:
    await book.take([{"E-mail": "=anna"}])
    report = book.rejects.read_text("utf-8-sig")
    assert "'=anna" in report
    again = await book.take(report.replace("'=anna", "anna@example.org"))
    assert (again.created, again.rejected, again.left_out) == (1, 0, 0)
    assert (await book.only()).emails[0].address == "anna@example.org"


async def test_nobody_is_subscribed_unless_told_and_the_promise_is_kept(book: Book) -> None:
    await book.take([ANNA])
    await book.take([UGO], subscribed=True)
    anna, ugo = await book.contacts()
    assert anna.emails[0].status == SubscriptionStatus.NEVER_SUBSCRIBED
    assert ugo.emails[0].status == SubscriptionStatus.SUBSCRIBED
    changes = await changes_after(book.actor.account_id, 0, limit=100)
    kinds = [change.kind for change in changes if change.kind.startswith(("import", "contact"))]
    assert kinds == ["import.started", "contact.created", "import.finished"] * 2
    started = [change.payload for change in changes if change.kind == "import.started"]
    assert [(each["file"], each["subscribed"], each["consent_source"]) for each in started] == [
        ("people.csv", False, ""),
        ("people.csv", True, "Fair"),
    ]
    assert changes[-1].payload == {
        "import_id": None,
        "file": "people.csv",
        "created": 1,
        "updated": 0,
        "duplicates": 0,
        "rejected": 0,
    }


async def test_many_rows_are_written_in_batches(book: Book) -> None:
    rows = [{"Name": f"Person {n}", "E-mail": f"p{n}@example.org"} for n in range(2500)]
    seen: list[tuple[int, int]] = []
    path = book.write(table(rows))
    report = await import_file(
        book.actor, path, ImportOptions(), lambda now: seen.append((now.rows, now.bytes_read))
    )
    assert report.created == 2500
    assert [count for count, _ in seen] == [1000, 2000, 2500]
    assert seen[-1][1] == report.bytes_total == path.stat().st_size


async def test_a_crash_leaves_whole_batches_and_a_second_run_doubles_nobody(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Some can be known again by their e-mail, some by their phone, some only by their name.
    rows = [
        {
            "Name": f"Person {n}",
            "E-mail": f"p{n}@example.org" if n % 3 == 0 else "",
            "Phone": f"02 0000 {n:04}" if n % 3 == 1 else "",
            "City": f"Town {n % 7}" if n % 2 else "",
        }
        for n in range(2500)
    ]
    calls = []

    async def crash_in_third_batch(
        unit: UnitOfWork, drafts: Sequence[ContactDraft], **options: Any
    ) -> ContactsCreated:
        calls.append(len(drafts))
        made = await add_contacts(unit, drafts, **options)
        if len(calls) == 3:
            raise ConnectionError
        return made

    with monkeypatch.context() as patch:
        patch.setattr("backend.imports.service.writing.add_contacts", crash_in_third_batch)
        with pytest.raises(ConnectionError):
            await book.take(rows)
    report = await book.take(rows)
    assert (report.created, report.duplicates, report.rejected) == (500, 2000, 0)
    report = await book.take(rows)
    assert (report.created, report.duplicates, report.rejected) == (0, 2500, 0)


async def test_two_imports_at_once_double_nobody(book: Book) -> None:
    rows = [{"Name": f"Person {n}", "E-mail": f"p{n}@example.org"} for n in range(300)]
    path = book.write(table(rows))
    one, two = await asyncio.gather(
        *(import_file(book.actor, path, ImportOptions()) for _ in range(2))
    )
    assert (one.created + two.created, one.duplicates + two.duplicates) == (300, 300)


async def test_a_trial_writes_nothing_and_counts_the_same(book: Book) -> None:
    await book.take([ANNA])
    rows = [ANNA, UGO | {"Labels": "new"}, UGO | {"First name": "Other"}, {"E-mail": "bad"}]
    trial = await book.take(rows, dry_run=True)
    assert len(await book.contacts()) == 1
    assert not (await book.only()).labels
    counts = (trial.created, trial.updated, trial.duplicates, trial.rejected, trial.reasons)
    real = await book.take(rows)
    assert counts == (real.created, real.updated, real.duplicates, real.rejected, real.reasons)
    assert counts == (1, 0, 2, 1, {"EMAIL_INVALID": 1})


async def test_two_accounts_do_not_see_each_other(book: Book, tmp_path: Path) -> None:
    other = Book((await new_owner()).actor, tmp_path)
    await book.take([ANNA | {"Labels": "VIP"}])
    assert (await other.take([ANNA | {"Labels": "VIP"}])).created == 1
    [mine], [theirs] = await book.contacts(), await other.contacts()
    assert mine.labels[0].pk != theirs.labels[0].pk


async def test_a_viewer_may_not_import(book: Book) -> None:
    viewer = await new_member(await new_owner(), Role.VIEWER)
    with pytest.raises(Forbidden):
        await import_file(viewer.actor, book.write(table([ANNA])), ImportOptions())


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", FileEmpty),
        (b"\xef\xbb\xbf\r\n", FileEmpty),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), FileNotText),
        (bytes(range(256)) * 10, FileRefused),
        (b"Prix,Quantity\n1,2\n", HeaderUnknown),
        (b",".join(b"c%d" % n for n in range(900)) + b"\n", TooManyColumns),
    ],
)
async def test_refuses_a_file_that_is_no_list_of_contacts(
    book: Book, content: bytes, refusal: type[FileRefused]
) -> None:
    path = book.folder / "people.csv"
    path.write_bytes(content)
    with pytest.raises(refusal):
        await import_file(book.actor, path, ImportOptions(rejects=book.rejects))
    assert await book.contacts() == []
    assert not book.rejects.exists()


async def test_refuses_a_file_that_is_not_there(book: Book) -> None:
    for path in (book.folder / "nowhere.csv", book.folder):
        with pytest.raises(FileUnreadable):
            await import_file(book.actor, path, ImportOptions())


async def test_refuses_what_may_never_end(book: Book) -> None:
    pipe = book.folder / "pipe.csv"
    os.mkfifo(pipe)
    link = book.folder / "link.csv"
    link.symlink_to(pipe)
    with at_most(seconds=5):
        for path in (pipe, link, Path("/dev/zero"), Path("people\0.csv")):
            with pytest.raises(FileUnreadable):
                await import_file(book.actor, path, ImportOptions())


@contextmanager
def at_most(*, seconds: int) -> Iterator[None]:
    """Interrupt what waits for ever inside of a system call, where asyncio has no say."""

    def interrupt(*_: object) -> None:
        raise AssertionError(f"not done after {seconds} s")

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


async def test_never_writes_the_report_over_the_file(book: Book) -> None:
    path = book.write(table([ANNA]))
    before = path.read_bytes()
    with pytest.raises(ReportUnwritable):
        await import_file(book.actor, path, ImportOptions(rejects=path))
    assert path.read_bytes() == before
    with pytest.raises(ReportUnwritable):
        await import_file(book.actor, path, ImportOptions(rejects=path / "below" / "a file"))
