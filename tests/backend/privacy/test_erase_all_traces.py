"""A person erased for good: neither the database's files nor the store hold anything of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest

from backend.billing.errors import PurgedDocument
from backend.billing.queries.documents import documents_by_id
from backend.billing.service import verify_ledger
from backend.billing.service.pdfs import document_pdf
from backend.core.database import read
from backend.core.database.connect import postgres_url, sqlite_path
from backend.core.jobs.worker import run_due_jobs
from backend.core.paging import PageRequest
from backend.core.settings import settings
from backend.domains import load_jobs
from backend.inbox.queries.searching import search_threads
from backend.privacy.details import Details
from backend.privacy.rules import RequestState
from backend.privacy.service.purging import purge_kept_documents
from backend.privacy.service.start_erasure import start_erasure
from tests.factories.privacy import new_erasure, read_request
from tests.factories.whole_person import (
    EMAIL,
    KEPT,
    NAME,
    PHONE,
    encoded,
    found_in,
    new_whole_person,
)

load_jobs()


async def database_files(database) -> dict[str, bytes]:
    """The bytes of all files that rows are in, by name."""
    if database.dialect == "sqlite":
        path = Path(sqlite_path(database.url))
        return {each.name: each.read_bytes() for each in path.parent.glob(f"{path.name}*")}
    connection = await asyncpg.connect(postgres_url(database.url))
    try:
        await connection.execute("CHECKPOINT")
        return dict(
            await connection.fetch(
                "SELECT relname || ' ' || oid, pg_read_binary_file(pg_relation_filepath(oid)) "
                "FROM pg_class WHERE pg_relation_filepath(oid) IS NOT NULL AND NOT relisshared"
            )
        )
    finally:
        await connection.close()


async def analyze(database) -> None:
    """Let PostgreSQL note common values of what is there, as it does by itself now and then."""
    if database.dialect == "postgres":
        connection = await asyncpg.connect(postgres_url(database.url))
        await connection.execute("ANALYZE")
        await connection.close()


def kept_files() -> dict[str, bytes]:
    """What the data directory holds beside the database."""
    return {
        f"{each.parent.name}/{each.name}": each.read_bytes() + each.name.encode()
        for each in settings().data_dir.rglob("*")
        if each.is_file()
    }


async def traces(database) -> dict[str, list[str]]:
    files = await database_files(database) | kept_files()
    return {name: marks for name, content in files.items() if (marks := found_in(content))}


async def naming_the_buyer(database) -> list[str]:
    """The files that name whom the kept invoice is to."""
    files = await database_files(database) | kept_files()
    marks = encoded(str(KEPT.name)) | encoded(str(KEPT.street))
    return [name for name, content in files.items() if any(each in content for each in marks)]


@pytest.mark.usefixtures("private_servers")
async def test_nothing_of_a_person_is_left_but_what_the_law_keeps(database, owner, clock):
    person = await new_whole_person(owner.actor)
    asked = await new_erasure(owner.actor, person.contact, Details(NAME, EMAIL, PHONE))
    await start_erasure(owner.actor, asked, NAME)
    await analyze(database)
    assert len(await traces(database)) >= 3
    clock.advance(hours=25)
    await run_due_jobs()
    assert await traces(database) == {}
    done = await read_request(owner.actor, asked)
    assert (done.state, done.details) == (RequestState.DONE, None)
    assert done.certificate is not None
    assert done.certificate.overwritten_at == clock.now
    invoice = (await documents_by_id(owner.actor, (person.invoice.pk,)))[person.invoice.pk]
    assert (invoice.contact_id, invoice.content.buyer.name) == (None, KEPT.name)
    assert (await document_pdf(owner.actor, invoice.pk))[1].startswith(b"%PDF")
    assert (await verify_ledger(owner.actor)).findings == []
    assert done.certificate.rewritten_count >= 6
    assert await read.fetch_value("SELECT text FROM note") == "Knows …, …"
    address = "<p>… is at erased@erased.invalid</p>"
    assert await read.fetch_value("SELECT html FROM message WHERE direction = 'out'") == address
    found = await search_threads(owner.actor, PageRequest.of(), search="erased.invalid")
    assert len(found.rows) == 1
    assert await naming_the_buyer(database)
    await _is_nobody_s_in_ten_years(database, owner, clock, asked, invoice)


async def _is_nobody_s_in_ten_years(database, owner, clock, asked, invoice):
    before = (await read_request(owner.actor, asked)).certificate
    assert before is not None
    clock.set(datetime(2036, 12, 31, 20, tzinfo=UTC))
    assert await purge_kept_documents() == 0
    clock.advance(hours=4)
    assert await purge_kept_documents() == 1
    await run_due_jobs()
    assert await naming_the_buyer(database) == []
    assert [name for name in kept_files() if name.endswith(".pdf")] == []
    report = await verify_ledger(owner.actor)
    assert (report.findings, report.purged) == ([], 1)
    purged = (await documents_by_id(owner.actor, (invoice.pk,)))[invoice.pk]
    assert purged.total_minor == purged.content.totals.total_minor == invoice.total_minor
    assert (purged.number, purged.issue_day) == (invoice.number, invoice.issue_day)
    with pytest.raises(PurgedDocument):
        await document_pdf(owner.actor, invoice.pk)
    told = (await read_request(owner.actor, asked)).certificate
    assert told is not None
    assert (told.purged_count, told.purged_at, told.purge_waits) == (1, clock.now, False)
    assert told.overwritten_at == before.overwritten_at
    assert await purge_kept_documents() == 0
