"""The copy of a person's data: everything that is held, readable, harmless, made once and whole."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from backend.core.jobs.worker import run_due_jobs
from backend.core.storage import get_file
from backend.domains import load_jobs
from backend.privacy.details import Details
from backend.privacy.queries import find_request
from backend.privacy.rules import RequestKind, RequestState
from backend.privacy.service.create import create_request
from tests.factories.whole_person import EMAIL, NAME, new_whole_person

load_jobs()


async def asked(actor, *contacts):
    """A copy of the data of some contacts that are one person, as asked for."""
    details = Details(name=contacts[0].display_name)
    made = await create_request(actor, RequestKind.COPY, details, [each.pk for each in contacts])
    return made.request_id


async def archive(actor, request_id):
    """The archive of a copy that is ready."""
    found = await find_request(actor.account_id, request_id)
    assert found.state is RequestState.READY, found.problem
    return ZipFile(BytesIO(await get_file(found.file_key)))


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
            *("sites", "documents", "recurring", "files", "imports", "merges"),
        ):
            rows = json.loads(copy.read(f"data/{section}.json"))
            cells = list(
                csv.DictReader(StringIO(copy.read(f"data/{section}.csv").decode("utf-8-sig")))
            )
            assert len(rows) == len(cells) >= 1, section
            assert section == "contact" or f"pages/{section}.html" in names
        index = copy.read("index.html").decode()
        assert NAME in index
        assert EMAIL in index
        print(index)
        print(sorted(names))
        print(copy.read("pages/history.html").decode()[5000:7000])
        open("/tmp/pv/copy.zip", "wb").write(copy.fp.getvalue())
