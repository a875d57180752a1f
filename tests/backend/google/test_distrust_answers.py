"""What Google answers is believed in nothing: garbage costs a row or a page, never the server."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from starlette.responses import JSONResponse, Response, StreamingResponse

from backend.core import clock
from backend.core.jobs.worker import run_due_jobs
from backend.core.permissions import Actor
from backend.domains import load_jobs
from backend.google.client import people, transport
from backend.google.limits import MOST
from backend.google.persons import gather
from backend.google.rows import Label, LabelKind
from backend.google.service import fetch, pages
from backend.google.service.start import create_google_import
from backend.google.table import gathered_lines, listed_names, write_table
from backend.imports.service.fetched import note_fetch
from backend.imports.states import ImportState
from tests.factories.accounts import new_owner
from tests.factories.google import connect, fetched
from tests.factories.imports import counts_of, read_import, run_import
from tests.fixtures.databases import TestDatabase
from tests.fixtures.google_people import Book, new_person, pack
from tests.fixtures.google_stand_in import GoogleStandIn

load_jobs()
pytestmark = pytest.mark.sqlite_only
ANN = "ann@example.org"


@pytest.fixture
async def actor(database: TestDatabase, monkeypatch: pytest.MonkeyPatch) -> Actor:
    monkeypatch.setattr(fetch, "FIRST_WAIT_SECONDS", 0.0)
    return (await new_owner()).actor


STRANGE: list[Any] = [
    "people/c1",
    None,
    {},
    {"resourceName": 7, "names": "Anna"},
    {"resourceName": "people/s1", "names": [{"givenName": ["Anna"], "familyName": {"a": 1}}]},
    {"resourceName": "people/s2", "names": [{"givenName": "x" * 10_000_000}]},
    {"resourceName": "people/s3", "names": [{"givenName": "Half \ud83d \x00 =1+1"}]},
    {"resourceName": "people/s4", "emailAddresses": [{"value": f"e{n}@example.org"}
                                                      for n in range(2_000)]},
    {"resourceName": "people/s5", "birthdays": [{"date": {"year": 10**30, "month": -1, "day": 1}}],
     "names": [{"displayName": "Only shown"}], "memberships": [{"contactGroupMembership": []}]},
    {"resourceName": "people/s6", "metadata": {"deleted": "yes"}, "phoneNumbers": [{"value": "1"}]},
    {"resourceName": "people/s7", "emailAddresses": [{"value": "=cmd@example.org"}], "names": [{}]},
]  # fmt: skip


async def test_strange_people_cost_their_row_at_most(google: GoogleStandIn, actor: Actor) -> None:
    key = await connect(google, actor)
    told = json.dumps({"connections": STRANGE, "nextSyncToken": "s", "totalItems": "many"})
    google.trouble(lambda: Response(told, media_type="application/json"))
    found = await fetched(actor, key)
    assert found.state is ImportState.READY
    assert found.fetch is not None
    assert (found.fetch.people, found.fetch.left_out) == (7, 2_000 - MOST["emails"])
    done = await run_import(actor, found)
    assert done.state is ImportState.DONE
    rows, created, _, _, rejected = counts_of(done)
    assert rows == created + rejected
    assert created >= 4


def test_labels_and_days_are_those_of_google_s_own_csv(tmp_path: Any) -> None:
    labels = {
        "g/1": Label("g/1", "A ::: B", LabelKind.LABEL, 1),
        "g/2": Label("g/2", "friends", LabelKind.FRIENDS, 1),
        "g/3": Label("g/3", "starred", LabelKind.STARRED, 1),
    }
    members = [
        {"contactGroupMembership": {"contactGroupResourceName": name}}
        for name in ("g/1", "g/2", "g/3", "g/9")
    ]
    person = {
        "resourceName": "people/1",
        "memberships": members,
        "birthdays": [{"date": {"month": 2, "day": 9}}],
        "phoneNumbers": [{"value": "1", "type": "home"},
                         {"value": "2", "type": "workFax", "metadata": {"primary": True}}],
        "userDefined": [{"key": "", "value": "7"}],
        "nicknames": [{"value": "'=1"}],
    }  # fmt: skip
    lines = gathered_lines(gather([person, person], labels, "").records)
    gathered, table, listed = (tmp_path / name for name in ("gathered", "table", "listed"))
    gathered.write_bytes(lines + b"the rest of a page that was never kept")
    assert write_table(gathered, len(lines), table, listed) == 1
    assert listed_names(listed) == ["people/1"]
    header, row = table.read_text().splitlines()
    cells = dict(zip(header.split(","), row.split(","), strict=True))
    assert cells == {
        "First Name": "", "Last Name": "", "Nickname": "''=1", "Birthday": "--02-09",
        "Labels": "A   B ::: * friends",
        "E-mail 1 - Label": "", "E-mail 1 - Value": "", "Phone 1 - Label": "Work Fax",
        "Phone 1 - Value": "2", "Phone 2 - Label": "home", "Phone 2 - Value": "1",
        "Custom Field 1 - Label": "", "Custom Field 1 - Value": "7",
    }  # fmt: skip


async def _drip() -> AsyncIterator[bytes]:
    while True:
        yield b" "
        await asyncio.sleep(0.05)


def _circle() -> Response:
    return JSONResponse({"connections": [], "nextPageToken": pack(round=1)})


BROKEN: dict[str, tuple[Callable[[], Response], str]] = {
    "no JSON": (lambda: Response("<html>Sorry"), "GOOGLE_UNREADABLE"),
    "a list": (lambda: JSONResponse([]), "GOOGLE_UNREADABLE"),
    "too deep": (lambda: Response("[" * 200_000), "GOOGLE_UNREADABLE"),
    "too long": (lambda: Response(b" " * 3_000_000), "GOOGLE_UNREADABLE"),
    "compressed": (
        lambda: Response(gzip.compress(b" " * 100), headers={"content-encoding": "gzip"}),
        "GOOGLE_UNREADABLE",
    ),
    "a token of megabytes": (
        lambda: JSONResponse({"nextPageToken": "x" * 1_000_000}),
        "GOOGLE_UNREADABLE",
    ),
    "in circles": (_circle, "GOOGLE_UNREADABLE"),
    "for ever": (lambda: StreamingResponse(_drip()), "GOOGLE_UNREACHABLE"),
    "elsewhere": (
        lambda: Response(status_code=302, headers={"location": "http://127.0.0.1:9/"}),
        "GOOGLE_REFUSED",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
async def test_broken_answers_stop_with_words(
    google: GoogleStandIn, actor: Actor, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    key = await connect(google, actor)
    monkeypatch.setattr(people, "MAX_PAGE_BYTES", 2_000_000)
    monkeypatch.setattr(transport, "REQUEST_SECONDS", 0.3)
    answer, code = BROKEN[name]
    for _ in range(8):
        google.trouble(answer)
    found = await fetched(actor, key)
    assert found.problem is not None
    assert (found.state, found.problem.code) == (ImportState.FETCHING, code)


async def test_a_killed_worker_leaves_everybody_to_the_next(
    google: GoogleStandIn, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed in the middle of writing a page, which is on the disk and not in the database."""
    google.books[ANN] = Book.of(2_100)
    key = await connect(google, actor)
    made = await create_google_import(actor, key)
    left = [1]

    async def killed(*given: Any) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise asyncio.CancelledError
        await note_fetch(*given)

    monkeypatch.setattr(f"{pages.__name__}.note_fetch", killed)
    with suppress(asyncio.CancelledError):
        await run_due_jobs()
    monkeypatch.setattr(f"{pages.__name__}.note_fetch", note_fetch)
    assert (await read_import(actor, made.import_id)).state is ImportState.FETCHING
    google.books[ANN].put(new_person(5))  # written meanwhile: it stands on two pages
    with clock.frozen(clock.now() + timedelta(seconds=41)):
        await run_due_jobs()
        found = await read_import(actor, made.import_id)
    assert found.state is ImportState.READY
    assert found.fetch is not None
    assert found.fetch.people == 2_100
    with clock.frozen(clock.now() + timedelta(seconds=120)):
        await run_due_jobs()  # the one that was killed is claimed once more, and finds nothing
    assert await read_import(actor, made.import_id) == found


async def test_two_workers_at_once_fetch_everybody_once(
    google: GoogleStandIn, actor: Actor
) -> None:
    google.books[ANN] = Book.of(2_100)
    key = await connect(google, actor)
    made = await create_google_import(actor, key)
    payload = {"account_id": actor.account_id, "user_id": actor.user_id, "token_id": None,
               "name": "", "request_id": "r", "import_id": made.import_id, "task": 1}  # fmt: skip
    work: Callable[[dict[str, Any]], Awaitable[None]] = fetch.fetch_contacts
    await asyncio.gather(*(work(payload) for _ in range(3)))
    found = await read_import(actor, made.import_id)
    assert found.fetch is not None
    assert (found.state, found.fetch.people) == (ImportState.READY, 2_100)
