"""Files that were uploaded to be imported."""

from __future__ import annotations

from collections.abc import AsyncIterator

from backend.core.jobs.worker import run_due_jobs
from backend.core.permissions import Actor
from backend.imports.queries import imports_by_id
from backend.imports.rows import ImportRow
from backend.imports.service.create import create_import
from backend.imports.service.start import start_import
from backend.imports.service.understand import finish_upload
from backend.imports.service.upload import append_piece

PEOPLE = "First name,Last name,E-mail\nAnna,Bianchi,anna@example.org\nUgo,Prova,ugo@example.org\n"


async def pieces(*parts: bytes) -> AsyncIterator[bytes]:
    """The body of a request, as it comes."""
    for part in parts:
        yield part


async def read_import(actor: Actor, import_id: int) -> ImportRow:
    """Return an import as it is now."""
    return (await imports_by_id(actor, (import_id,)))[import_id]


async def new_import(
    actor: Actor, content: str | bytes = PEOPLE, filename: str = "people.csv"
) -> ImportRow:
    """Upload a file."""
    data = content if isinstance(content, bytes) else content.encode()
    made = await create_import(actor, filename, len(data))
    found = await read_import(actor, made.import_id)
    assert await append_piece(actor, found, 0, pieces(data)) == len(data)
    await finish_upload(actor, await read_import(actor, made.import_id))
    return await read_import(actor, made.import_id)


async def run_import(actor: Actor, found: ImportRow) -> ImportRow:
    """Begin an import and do all the work that is due."""
    await start_import(actor, found.pk)
    await run_due_jobs()
    return await read_import(actor, found.pk)


def imported_people(count: int, **more: str) -> list[dict[str, str]]:
    """Rows of people with an e-mail each, and ``more`` for all."""
    return [
        {"First name": f"Person {n}", "E-mail": f"p{n}@example.org"} | more for n in range(count)
    ]


def counts_of(found: ImportRow) -> tuple[int, int, int, int, int]:
    """Return rows, created, updated, duplicates and rejected of an import so far."""
    tally = found.tally
    assert tally is not None
    return tally.rows, tally.created, tally.updated, tally.duplicates, tally.rejected
