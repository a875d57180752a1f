"""An import as a job: every row once, whatever dies in the middle; stopped and taken back."""

from __future__ import annotations

import asyncio
import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from backend.accounts.service.on_behalf import mandate
from backend.accounts.service.team import change_member_role
from backend.contacts.errors import ConsentInFuture
from backend.contacts.service import advance_act
from backend.core.change_log import changes_after
from backend.core.clock import frozen, now
from backend.core.errors import Forbidden
from backend.core.jobs.worker import run_due_jobs
from backend.core.permissions import Actor, Role
from backend.domains import load_jobs
from backend.imports import files
from backend.imports.choices import Existing
from backend.imports.errors import (
    ConsentNeeded,
    ImportNotReady,
    ImportNotStarted,
    ImportOver,
    ImportRunning,
)
from backend.imports.rows import ImportRow
from backend.imports.service import run_file
from backend.imports.service.cancel import cancel_import
from backend.imports.service.configure import Configuration, configure_import
from backend.imports.service.start import check_import, start_import
from backend.imports.service.tidy import forget_old_imports
from backend.imports.service.undo import undo_import
from backend.imports.service.work import work_on_import
from backend.imports.states import ImportState
from backend.imports.targets import SKIP
from tests.backend.imports.conftest import Book, table
from tests.factories.accounts import new_member, new_owner
from tests.factories.imports import (
    counts_of,
    imported_people,
    new_import,
    read_import,
    run_import,
)

load_jobs()


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of ten rows, and turns that end with each of them."""
    monkeypatch.setattr(run_file, "FIRST_ROWS", 10)
    monkeypatch.setattr(run_file, "next_rows", lambda *_: 10)
    monkeypatch.setattr(run_file, "TURN_SECONDS", 0)
    monkeypatch.setattr(run_file, "GAP_SECONDS", 0)


def rejected(found: ImportRow) -> list[dict[str, str]]:
    content = files.rejects_file(found.token).read_bytes()
    assert len(content) == found.rejects_bytes
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines()))


async def test_a_check_says_what_the_import_then_does(book: Book) -> None:
    await book.take(imported_people(2))
    rows = [
        *imported_people(5),
        *imported_people(1),
        {"First name": "No", "E-mail": "bad"},
        {"E-mail": "=bad"},
    ]
    found = await new_import(book.actor, table(rows))
    await check_import(book.actor, found.pk)
    await check_import(book.actor, found.pk)  # a double click
    assert (await read_import(book.actor, found.pk)).state is ImportState.CHECKING
    await run_due_jobs()
    checked = await read_import(book.actor, found.pk)
    assert checked.state is ImportState.READY
    trial = checked.dry_run
    assert trial is not None
    assert counts_of(checked) == (8, 4, 0, 3, 1)
    assert [(each.row, each.column, each.code, each.is_imported) for each in trial.problems] == [
        (8, "E-mail", "EMAIL_INVALID", True),
        (9, None, "EMAIL_INVALID", False),
    ]
    assert len(await book.contacts()) == 2
    done = await run_import(book.actor, found)
    assert (done.state, counts_of(done)) == (ImportState.DONE, (8, 4, 0, 3, 1))
    assert [row["Import outcome"] for row in rejected(done)] == ["imported without it", "rejected"]
    assert rejected(done)[1]["E-mail"] == "'=bad"
    assert not files.source_file(done.token).exists()
    assert len(await book.contacts()) == 6


async def test_a_new_choice_outdates_a_check_and_calls_off_one_that_runs(book: Book) -> None:
    found = await new_import(book.actor, table(imported_people(3)))
    await check_import(book.actor, found.pk)
    await configure_import(book.actor, found.pk, Configuration(existing=Existing.FILL))
    await run_due_jobs()
    calm = await read_import(book.actor, found.pk)
    assert (calm.state, calm.dry_run) == (ImportState.READY, None)
    await check_import(book.actor, found.pk)
    await cancel_import(book.actor, found.pk)
    await run_due_jobs()
    assert (await read_import(book.actor, found.pk)).dry_run is None


@pytest.mark.usefixtures("small_batches")
async def test_what_dies_in_the_middle_goes_on_with_every_row_once(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = imported_people(45)
    rows[3]["E-mail"] = rows[33]["E-mail"] = "bad"
    found = await new_import(book.actor, table(rows))
    await start_import(book.actor, found.pk)
    real, calls = files.write_at, []

    def die_after_writing(path: Path, offset: int, data: bytes) -> None:
        calls.append(offset)
        real(path, offset, data)
        if len(calls) in (1, 3):
            raise ConnectionError("as if killed after the file, before the commit")

    monkeypatch.setattr(files, "write_at", die_after_writing)
    for minute in range(10):
        with frozen(now() + timedelta(minutes=minute)):
            await run_due_jobs()
    done = await read_import(book.actor, found.pk)
    assert len(calls) == 4
    assert (done.state, counts_of(done)) == (ImportState.DONE, (45, 45, 0, 0, 0))
    assert [row["First name"] for row in rejected(done)] == ["Person 3", "Person 33"]
    names = [contact.given_name for contact in await book.contacts()]
    assert names == [row["First name"] for row in rows]


@pytest.mark.usefixtures("small_batches")
async def test_two_workers_and_two_imports_of_one_file_double_nobody(book: Book) -> None:
    text = table(imported_people(40))
    one, two = await new_import(book.actor, text), await new_import(book.actor, text)
    await start_import(book.actor, one.pk)
    await start_import(book.actor, one.pk)  # a double click
    await start_import(book.actor, two.pk)
    payload = await _payload(book.actor, one)
    await asyncio.gather(
        run_due_jobs(), run_due_jobs(), *(work_on_import(payload) for _ in range(3))
    )
    await run_due_jobs()
    ends = [await read_import(book.actor, each.pk) for each in (one, two)]
    assert [end.state for end in ends] == [ImportState.DONE] * 2
    assert sum(counts_of(end)[1] for end in ends) == 40
    assert sum(counts_of(end)[3] for end in ends) == 40
    assert len(await book.contacts()) == 40


async def _payload(actor: Actor, found: ImportRow) -> dict[str, Any]:
    current = await read_import(actor, found.pk)
    return {**mandate(actor), "import_id": found.pk, "task": current.task}


@pytest.mark.usefixtures("small_batches")
async def test_an_import_that_is_stopped_leaves_whole_batches_and_can_be_undone(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = await new_import(book.actor, table(imported_people(45)))
    await start_import(book.actor, found.pk)
    with pytest.raises(ImportRunning):
        await configure_import(book.actor, found.pk, Configuration())
    calls: list[Any] = []

    async def stop_before_the_third(*arguments: Any, **more: Any) -> bool:
        calls.append(arguments)
        return len(calls) < 3 and await advance_act(*arguments, **more)

    monkeypatch.setattr(run_file, "advance_act", stop_before_the_third)
    await run_due_jobs()
    stopped = await read_import(book.actor, found.pk)
    assert (stopped.state, counts_of(stopped)) == (ImportState.CANCELLED, (20, 20, 0, 0, 0))
    assert len(await book.contacts()) == 20
    with pytest.raises(ImportOver):
        await start_import(book.actor, found.pk)
    with pytest.raises(ImportNotStarted):
        await cancel_import(book.actor, found.pk)
    await undo_import(book.actor, found.pk)
    assert (await read_import(book.actor, found.pk)).state is ImportState.UNDONE
    assert await book.contacts() == []


@pytest.mark.usefixtures("small_batches")
async def test_stopping_needs_no_worker(book: Book) -> None:
    found = await new_import(book.actor, table(imported_people(25)))
    await start_import(book.actor, found.pk)
    await cancel_import(book.actor, found.pk)
    await run_due_jobs()
    stopped = await read_import(book.actor, found.pk)
    assert (stopped.state, counts_of(stopped)[0]) == (ImportState.CANCELLED, 0)


async def test_the_promise_of_consent_is_asked_for_and_kept(book: Book) -> None:
    found = await new_import(book.actor, table(imported_people(1)))
    await configure_import(book.actor, found.pk, Configuration(subscribed=True))
    with pytest.raises(ConsentNeeded):
        await start_import(book.actor, found.pk)
    await configure_import(book.actor, found.pk, Configuration(consent_source="Fair, signed list"))
    with pytest.raises(ConsentNeeded) as refused:
        await start_import(book.actor, found.pk)
    assert refused.value.path == ("consentDate",)
    with pytest.raises(ConsentInFuture):
        await configure_import(
            book.actor, found.pk, Configuration(consent_date=now().date() + timedelta(days=2))
        )
    day = date(2026, 5, 4)
    await configure_import(book.actor, found.pk, Configuration(consent_date=day))
    await run_import(book.actor, found)
    [contact] = await book.contacts()
    assert contact.emails[0].status == "subscribed"
    assert contact.emails[0].status_changed_at == datetime(2026, 5, 4, tzinfo=UTC)
    history = await changes_after(book.actor.account_id, 0, limit=100)
    [started] = [change.payload for change in history if change.kind == "import.started"]
    assert started["consent_source"] == "Fair, signed list"
    assert started["consent_date"] == "2026-05-04"


async def test_a_file_that_names_nobody_is_mapped_before_it_is_imported(book: Book) -> None:
    found = await new_import(book.actor, "x,y\na@example.org,1\n")
    assert found.understood is not None
    await configure_import(book.actor, found.pk, Configuration(targets={0: SKIP, 1: SKIP}))
    assert (await read_import(book.actor, found.pk)).problem is not None
    for work in (check_import, start_import):
        with pytest.raises(ImportNotReady):
            await work(book.actor, found.pk)


async def test_an_unreadable_file_waits_for_another_choice(book: Book) -> None:
    found = await new_import(book.actor, b"\xff\xfe\x00")
    await configure_import(book.actor, found.pk, Configuration(encoding="no such encoding"))
    told = await read_import(book.actor, found.pk)
    assert told.state is ImportState.READY
    assert told.problem is not None
    assert told.problem.code == "ENCODING_UNKNOWN"


async def test_who_may_no_longer_write_contacts_does_not_go_on(book: Book) -> None:
    owner = await new_owner()
    member = await new_member(owner, Role.MEMBER)
    found = await new_import(member.actor, table(imported_people(3)))
    await start_import(member.actor, found.pk)
    await change_member_role(owner.actor, member.membership_id, Role.VIEWER)
    await run_due_jobs()
    failed = await read_import(owner.actor, found.pk)
    assert (failed.state, counts_of(failed)[0]) == (ImportState.FAILED, 0)
    assert failed.problem is not None
    assert failed.problem.code == "FORBIDDEN"
    viewer = await new_member(owner, Role.VIEWER)
    for work in (check_import, start_import, cancel_import, undo_import):
        with pytest.raises(Forbidden):
            await work(viewer.actor, found.pk)


async def test_what_fails_every_time_ends_with_a_reason(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = await new_import(book.actor, table(imported_people(3)))
    await start_import(book.actor, found.pk)

    async def fail(*_: Any, **__: Any) -> Any:
        raise ConnectionError

    monkeypatch.setattr(run_file, "advance_act", fail)
    for minute in range(0, 50, 10):
        with frozen(now() + timedelta(minutes=minute)):
            await run_due_jobs()
    failed = await read_import(book.actor, found.pk)
    assert failed.state is ImportState.FAILED
    assert failed.problem is not None
    assert failed.problem.code == "IMPORT_FAILED"


async def test_files_are_forgotten_when_their_time_is_over(book: Book) -> None:
    waiting = await new_import(book.actor, table(imported_people(1)))
    done = await run_import(book.actor, await new_import(book.actor, "Name,E-mail\nA,bad\n"))
    assert files.rejects_file(done.token).exists()
    with frozen(now() + timedelta(days=2)):
        await forget_old_imports()
    assert not files.source_file(waiting.token).parent.exists()
    assert files.rejects_file(done.token).exists()
    with frozen(now() + timedelta(days=31)):
        await forget_old_imports()
    assert not files.rejects_file(done.token).parent.exists()
    left = await read_import(book.actor, done.pk)
    assert (left.state, left.understood, left.rejects_bytes) == (ImportState.DONE, None, 0)


@pytest.mark.usefixtures("small_batches")
async def test_a_check_and_the_import_agree_about_who_shares_a_phone(book: Book) -> None:
    """Also where the rows that decide are of different batches."""
    rows = [
        {"First name": f"Person {n % 13}" if n % 5 else "", "E-mail": f"p{n}@example.org"}
        | {"Phone": "+39 011 5000001" if n % 3 else f"+39 011 500{n:04}"}
        for n in range(60)
    ]
    for existing in (Existing.SKIP, Existing.FILL):
        actor = (await new_owner()).actor
        found = await new_import(actor, table(rows))
        await configure_import(actor, found.pk, Configuration(existing=existing))
        await check_import(actor, found.pk)
        await run_due_jobs()
        checked = await read_import(actor, found.pk)
        assert counts_of(await run_import(actor, found)) == counts_of(checked)
