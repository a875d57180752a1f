"""What imports keep of a contact: samples of files, rows that stayed out, files that wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path

import orjson

from backend.contacts.marks import Marks
from backend.contacts.service.marks import marks_of
from backend.core.clock import from_micros
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held
from backend.core.unit_of_work import UnitOfWork
from backend.imports import files
from backend.imports.events import ImportDiscarded
from backend.imports.queries import all_imports
from backend.imports.rows import ImportRow
from backend.imports.service.changing import locked_import

_JSON_COLUMNS = ("understood", "trial", "problem")
_ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")
"""In which files are looked through: wrong ones find nothing."""


async def gather_imports(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield from which files a contact came or was filled."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        "SELECT contact_import.filename, contact_import.created_at FROM contact_act_entry "
        "JOIN contact_import ON contact_import.act_id = contact_act_entry.act_id "
        "WHERE contact_import.account_id = ? AND contact_act_entry.contact_id = ? "
        "ORDER BY contact_import.id",
        (actor.account_id, contact_id),
    )
    for name, at in rows:
        yield Held("imports", {"file": name, "at": from_micros(at).isoformat()})


async def erase_from_imports(unit: UnitOfWork, contact_id: int) -> None:
    """Erase what imports still show of a contact, its rows among those that stayed out, and files
    with its name that wait to be imported.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    marks = await marks_of(unit, contact_id)
    for each in await all_imports(unit.actor.account_id):
        found = await locked_import(unit, each.pk, large=True)
        if not found.has_begun and await asyncio.to_thread(_waits_with, found, marks):
            await unit.execute("DELETE FROM contact_import WHERE id = ?", (found.pk,))
            unit.record(ImportDiscarded(found.pk))
            unit.after_commit(partial(asyncio.to_thread, files.forget, found.token))
            continue
        await _erase_shown(unit, found, marks)
        if found.rejects_bytes:
            # Within the transaction, as whoever writes it does; its length stays.
            await asyncio.to_thread(_blank_rows, files.rejects_file(found.token), marks)


async def _erase_shown(unit: UnitOfWork, found: ImportRow, marks: Marks) -> None:
    for column in _JSON_COLUMNS:
        text = getattr(found, f"{column}_text")
        kept = None if text is None else orjson.loads(text)
        if (clean := marks.without(kept)) != kept:
            await unit.execute(
                f"UPDATE contact_import SET {column} = ? WHERE id = ?",  # noqa: S608
                (orjson.dumps(clean).decode(), found.pk),
            )


def _waits_with(found: ImportRow, marks: Marks) -> bool:
    folder = files.tables_folder(found.token)
    tables = sorted(folder.rglob("*")) if folder.is_dir() else []
    paths = [files.source_file(found.token), files.fetched_file(found.token), *tables]
    return any(_mentions(path, marks) for path in paths if path.is_file())


def _mentions(path: Path, marks: Marks) -> bool:
    for encoding in _ENCODINGS:
        with path.open(encoding=encoding, errors="ignore", newline="") as file:
            if any(marks.are_in(line) for line in file):
                return True
    return False


def _blank_rows(path: Path, marks: Marks) -> None:
    """Put spaces where rows of a person are, in the bytes on the disk themselves."""
    if not path.exists():
        return
    with path.open("r+b") as file:
        content = file.read()
        for start, end in _records(content):
            if marks.are_in(content[start:end].decode("utf-8", errors="ignore")):
                file.seek(start)
                file.write(b" " * (end - start))
        file.flush()


def _records(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the records of a CSV file of ours begin and end, its header aside; quoted cells
    may have lines.
    """
    start = place = 0
    is_first = True
    for line in content.splitlines(keepends=True):
        place += len(line)
        if content.count(b'"', start, place) % 2:
            continue
        if not is_first:
            yield start, place - (len(line) - len(line.rstrip(b"\r\n")))
        start, is_first = place, False
