"""Large files are read by a process of their own: the same rows, refusals and endings."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from backend.contacts.judging import Rules
from backend.core.clock import frozen, now
from backend.core.jobs.worker import run_due_jobs
from backend.custom_fields.rows import FieldRow
from backend.domains import load_jobs
from backend.imports import reading
from backend.imports.batches import Common
from backend.imports.errors import FileEmpty
from backend.imports.reading import (
    FileReading,
    FileRequest,
    ProcessReading,
    Reading,
    reading_of,
)
from backend.imports.service import open_files, run_file
from backend.imports.service.start import start_import
from backend.imports.source import SourceOptions
from backend.imports.states import ImportState
from tests.backend.imports.conftest import Book, table
from tests.factories.imports import counts_of, imported_people, new_import, read_import

load_jobs()

ROWS = (
    "First name,E-mail,Phone,Street,City,Labels,Custom: Budget,Created\n"
    'Anna,anna@example.org,+39 011 555 0100,Via Roma 1,Torino,"Client, Fair",12.5,2026-01-02\n'
    "Ugo,bad address,none,,,,not a number,\n"
    ",,,,,,,\n"
    ",,,,Torino,,1,\n"
    '"broken,x\n'
    "Eva,EVA@example.org; eva2@example.org,06 1,,,,1,\n"
)
FIELDS = (FieldRow(7, "Budget", "number", 0, 1, 0, 0),)


@contextmanager
def closing(made: Reading) -> Iterator[Reading]:
    try:
        yield made
    finally:
        made.close()


def request(path: Path) -> FileRequest:
    return FileRequest(path, SourceOptions(), FIELDS, "IT")


def all_of(made: Reading, path: Path, skip: int) -> list[str]:
    """Return what a file is and all its batches, in words: refusals compare by them."""
    opened = made.open(request(path))
    rules = Rules("IT", {field.pk: field for field in FIELDS})
    made.begin(opened.plan, Common("IT", labels=("All",)), rules, skip)
    batches = iter(lambda: made.read(2), None)
    return [repr(opened), *map(repr, batches)]


def test_a_process_reads_and_refuses_what_is_read_and_refused_here(tmp_path: Path) -> None:
    path, empty = tmp_path / "people.csv", tmp_path / "empty.csv"
    path.write_text(ROWS)
    empty.write_bytes(b"")
    with closing(FileReading()) as here, closing(ProcessReading()) as there:
        refusals = []
        for made in (here, there):
            with pytest.raises(FileEmpty) as refused:
                made.open(request(empty))
            refusals.append((refused.value.path, refused.value.parameters))
        assert refusals[0] == refusals[1]
        told = [all_of(made, path, 1) for made in (here, there)]
    assert len(told[0]) == 3
    assert told[0] == told[1]


def test_small_files_and_machines_of_one_core_start_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"x" * reading.LARGE_BYTES)
    monkeypatch.setattr(reading, "_cores", lambda: 1)
    assert isinstance(reading_of(path), FileReading)
    monkeypatch.setattr(reading, "_cores", lambda: 2)
    made = FileReading()
    monkeypatch.setattr(reading, "ProcessReading", lambda: made)
    assert reading_of(path) is made
    path.write_bytes(b"x")
    assert isinstance(reading_of(path), FileReading)


PARENT = """
import sys, time
from pathlib import Path
from backend.imports.reading import ProcessReading
print(ProcessReading().pid, flush=True)
time.sleep(60)
"""


def test_the_process_ends_with_whoever_asks() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, env=environment
    ) as parent:
        assert parent.stdout is not None
        reader = int(parent.stdout.readline())
        assert _is_running(reader)
        parent.kill()
    for _ in range(200):
        if not _is_running(reader):
            return
        time.sleep(0.05)
    raise AssertionError("the reader outlived whoever asked")


def _is_running(pid: int) -> bool:
    with suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


async def test_an_import_whose_reader_is_killed_goes_on_with_every_row_once(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: list[int] = []

    def tracked() -> Reading:
        made = ProcessReading()
        readers.append(made.pid)
        return made

    def kill_once(*_: object) -> int:
        if len(readers) == 1:
            os.kill(readers[0], signal.SIGKILL)
        return 10

    monkeypatch.setattr("backend.imports.service.open_files.reading_of", lambda _: tracked())
    monkeypatch.setattr(run_file, "FIRST_ROWS", 10)
    monkeypatch.setattr(run_file, "next_rows", kill_once)
    rows = imported_people(65)
    rows[3]["E-mail"] = rows[33]["E-mail"] = "bad"
    found = await new_import(book.actor, table(rows))
    await start_import(book.actor, found.pk)
    await run_due_jobs()
    assert (await read_import(book.actor, found.pk)).state is ImportState.RUNNING
    for minute in (1, 2, 3):
        with frozen(now() + timedelta(minutes=minute)):
            await run_due_jobs()
    done = await read_import(book.actor, found.pk)
    assert (done.state, counts_of(done)) == (ImportState.DONE, (65, 65, 0, 0, 0))
    assert [each.given_name for each in await book.contacts()] == [
        row["First name"] for row in rows
    ]
    assert len(readers) == 2
    assert not any(map(_is_running, readers))


async def test_a_file_that_nobody_comes_back_for_is_closed(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_files, "KEPT_SECONDS", 0.01)
    closed: list[FileReading] = []

    class Noted(FileReading):
        def close(self) -> None:
            super().close()
            closed.append(self)

    monkeypatch.setattr(open_files, "reading_of", lambda _: Noted())
    found = await new_import(book.actor, table(imported_people(3)))
    file = await open_files.open_file(found, Common("IT"), Rules("IT", {}), judged=True)
    await open_files.keep_open(found, file)
    async with asyncio.timeout(5):
        while not closed:
            await asyncio.sleep(0.01)
    again = await open_files.open_file(found, Common("IT"), Rules("IT", {}), judged=True)
    assert again is not file
    await again.close()
