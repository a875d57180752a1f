"""Contacts come from Google: page after page, each person once, whatever goes wrong meanwhile."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from starlette.responses import HTMLResponse, Response

from backend.core import clock
from backend.core.database import read
from backend.core.errors import Refusal
from backend.core.jobs.worker import run_due_jobs
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.domains import load_jobs
from backend.google.errors import GoogleNoChangesKnown
from backend.google.queries import earlier_fetches, known_people
from backend.google.service import by_name, fetch
from backend.google.service.came import erase_people, gather_people
from backend.google.service.connect import begin_sign_in, end_sign_in
from backend.google.service.disconnect import disconnect_account
from backend.google.service.start import create_google_import, resume_google_import
from backend.imports import files
from backend.imports.rows import ImportRow
from backend.imports.service.configure import Configuration, configure_import
from backend.imports.service.discard import discard_import
from backend.imports.service.undo import undo_import
from backend.imports.states import ImportState
from tests.factories.accounts import new_owner
from tests.factories.google import agree, connect, fetched
from tests.factories.imports import counts_of, read_import, run_import
from tests.fixtures.databases import TestDatabase
from tests.fixtures.google_people import CLIENTS, LONG_AGO, Book, refusal
from tests.fixtures.google_stand_in import GoogleStandIn

load_jobs()
Trouble = Callable[[], Response]


@pytest.fixture
async def actor(database: TestDatabase, monkeypatch: pytest.MonkeyPatch) -> Actor:
    monkeypatch.setattr(fetch, "FIRST_WAIT_SECONDS", 0.0)
    return (await new_owner()).actor


def table_of(found: ImportRow) -> list[dict[str, str]]:
    """Return what the wizard reads."""
    with files.source_file(found.token).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def test_a_label_comes_in_and_then_only_its_changes(
    google: GoogleStandIn, actor: Actor
) -> None:
    key = await connect(google, actor)
    found = await fetched(actor, key, CLIENTS)
    assert (found.state, found.filename) == (ImportState.READY, "Google · Clients")
    assert found.fetch is not None
    assert (found.fetch.people, found.fetch.expected, found.fetch.account) == (
        6, 6, "ann@example.org",
    )  # fmt: skip
    [row] = [row for row in table_of(found) if row["First Name"] == "Chiara"][:1]
    assert row["Labels"] == "Clients"
    await configure_import(
        actor,
        found.pk,
        Configuration(subscribed=True, consent_source="Fair", consent_date=date(2026, 5, 1)),
    )
    done = await run_import(actor, found)
    assert counts_of(done) == (6, 6, 0, 0, 0)
    rows = await read.fetch("SELECT DISTINCT status, source, proof FROM contact_consent")
    assert rows == [("subscribed", "google", "Fair")]
    with pytest.raises(GoogleNoChangesKnown):  # of another label nothing is here
        await create_google_import(actor, key, "", only_changes=True)

    book = google.books["ann@example.org"]
    book.change(4, organizations=[{"name": "Studio Nuovo"}])
    book.change(5, organizations=[{"name": "No client"}])
    book.add(400)
    book.remove(8)
    again = await fetched(actor, key, CLIENTS, only_changes=True)
    assert again.fetch is not None
    assert (again.fetch.people, again.fetch.removed) == (2, 1)
    assert again.fetch.removed_ids == await contacts_with("person8@example.org")
    assert again.chosen.existing == "fill"
    assert counts_of(await run_import(actor, again)) == (2, 1, 1, 0, 0)
    nothing = await fetched(actor, key, CLIENTS, only_changes=True)
    assert nothing.fetch is not None
    assert nothing.fetch.people == 0

    await undo_import(actor, again.pk)  # what it brought is to come again, then
    since = (await earlier_fetches(actor.account_id, [key]))[key][CLIENTS]
    assert since.began_at >= (nothing.created_at - timedelta(seconds=1))


async def contacts_with(*addresses: str) -> list[int]:
    """Return the contacts of some addresses."""
    rows = [
        await read.fetch("SELECT contact_id FROM contact_email WHERE normalized = ?", (each,))
        for each in addresses
    ]
    return [row[0] for found in rows for row in found]


async def test_a_small_label_is_asked_for_by_name(
    google: GoogleStandIn, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where everybody would take more requests; changes are told by when each was changed."""
    monkeypatch.setattr(by_name, "BATCH_SIZE", 2)
    monkeypatch.setattr(by_name, "PAGE_SIZE", 4)  # six requests for everybody
    key, book = await connect(google, actor), google.books["ann@example.org"]
    google.asked.clear()
    google.trouble(TROUBLES["500"], at=":batchGet", skip=1)
    found = await fetched(actor, key, CLIENTS)
    assert {row["Labels"] for row in table_of(found)} == {"Clients"}
    assert not [path for path in google.asked if path.endswith("/connections")]
    assert counts_of(await run_import(actor, found)) == (6, 6, 0, 0, 0)
    assert await known_people(key, CLIENTS) == [f"people/c{4 * n}" for n in range(1, 7)]
    nothing = await fetched(actor, key, CLIENTS, only_changes=True)
    assert nothing.fetch is not None
    assert (nothing.fetch.people, nothing.fetch.removed) == (0, 0)

    book.change(4, organizations=[{"name": "Studio Nuovo"}])
    book.change(12, memberships=[])
    book.remove(8)
    book.add(400)
    given_up = await fetched(actor, key, CLIENTS, only_changes=True)
    await discard_import(actor, given_up.pk)  # who is gone is told again, then
    again = await fetched(actor, key, CLIENTS, only_changes=True)
    assert again.fetch is not None
    assert (again.fetch.people, again.fetch.only_changes, again.fetch.removed) == (2, True, 1)
    assert again.fetch.removed_ids == await contacts_with("person8@example.org")
    assert counts_of(await run_import(actor, again)) == (2, 1, 1, 0, 0)
    [eight] = again.fetch.removed_ids
    book.updated = dict.fromkeys(book.updated, LONG_AGO)
    told = await fetched(actor, key, CLIENTS, only_changes=True)
    assert told.fetch is not None
    assert (told.fetch.people, told.fetch.removed) == (0, 0)

    await undo_import(actor, again.pk)
    await run_due_jobs()
    assert "people/c400" not in await known_people(key, CLIENTS)
    async with unit_of_work(actor) as unit:
        assert [each.fields async for each in gather_people(actor, eight)] == [
            {"google_key": "people/c8"}
        ]
        await erase_people(unit, eight)
    assert "people/c8" not in await known_people(key, CLIENTS)


@pytest.mark.sqlite_only
async def test_a_label_that_is_gone_meanwhile_or_cannot_be_asked_for_by_name(
    google: GoogleStandIn, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_name, "PAGE_SIZE", 4)
    key = await connect(google, actor)
    google.trouble(TROUBLES["page forgotten"], at=":batchGet")
    found = await fetched(actor, key, CLIENTS)  # everybody is read instead
    assert (found.state, len(table_of(found))) == (ImportState.READY, 6)
    google.trouble(lambda: refusal(404, "NOT_FOUND"), at=CLIENTS)
    gone = await stopped(google, actor, key, label=CLIENTS)
    assert gone.problem is not None
    assert gone.problem.code == "GOOGLE_LABEL_GONE"


async def test_forgotten_changes_bring_everybody(google: GoogleStandIn, actor: Actor) -> None:
    key = await connect(google, actor)
    await run_import(actor, await fetched(actor, key))
    google.books["ann@example.org"].forget_changes()
    google.books["ann@example.org"].add(77)
    again = await fetched(actor, key, only_changes=True)
    assert again.fetch is not None
    assert (again.fetch.people, again.fetch.is_restarted, again.fetch.only_changes) == (
        25, True, False,
    )  # fmt: skip
    assert again.state is ImportState.READY


TROUBLES: dict[str, Trouble] = {
    "500": lambda: refusal(500, "INTERNAL"),
    "503": lambda: refusal(503, "UNAVAILABLE"),
    "429": lambda: refusal(429, "RESOURCE_EXHAUSTED", retry_after="0"),
    "quota": lambda: refusal(403, "PERMISSION_DENIED", "RATE_LIMIT_EXCEEDED"),
    "401": lambda: refusal(401, "UNAUTHENTICATED"),
    "page forgotten": lambda: refusal(400, "INVALID_ARGUMENT"),
}


@pytest.mark.sqlite_only
@pytest.mark.parametrize("trouble", TROUBLES)
async def test_trouble_in_the_middle_loses_nobody_and_doubles_nobody(
    google: GoogleStandIn, actor: Actor, trouble: str
) -> None:
    google.books["ann@example.org"] = Book.of(2100)
    key = await connect(google, actor)
    google.trouble(TROUBLES[trouble], skip=1)
    found = await fetched(actor, key)
    assert found.state is ImportState.READY
    names = [row["Last Name"] for row in table_of(found)]
    assert (len(names), len(set(names))) == (2100, 2100)
    assert google.troubles == []


async def test_a_wait_that_google_asks_for_is_kept_to_and_shown(
    google: GoogleStandIn, actor: Actor
) -> None:
    key = await connect(google, actor)
    google.trouble(lambda: refusal(429, "RESOURCE_EXHAUSTED", retry_after="30"))
    found = await fetched(actor, key)
    assert found.state is ImportState.FETCHING
    assert found.fetch is not None
    assert found.fetch.waiting_until is not None
    with clock.frozen(clock.now() + timedelta(seconds=31)):
        await run_due_jobs()
        found = await read_import(actor, found.pk)
    assert found.state is ImportState.READY
    assert found.fetch is not None
    assert found.fetch.waiting_until is None


async def stopped(
    google: GoogleStandIn, actor: Actor, key: int, *answers: Trouble, label: str = ""
) -> ImportRow:
    """Fetch while Google answers so, and return the import with its problem."""
    for answer in answers:
        google.trouble(answer)
    found = await fetched(actor, key, label)
    assert (found.state, found.is_at_work) == (ImportState.FETCHING, False)
    return found


@pytest.mark.sqlite_only
async def test_what_waiting_does_not_mend_stops_until_somebody_lets_it_go_on(
    google: GoogleStandIn, actor: Actor
) -> None:
    key = await connect(google, actor)
    long = stopped(
        google, actor, key, lambda: refusal(429, "RESOURCE_EXHAUSTED", retry_after="99999999999")
    )
    cases = [
        (await long, "GOOGLE_BUSY"),
        (await stopped(google, actor, key, *[TROUBLES["500"]] * 7), "GOOGLE_BUSY"),
        (await stopped(google, actor, key, lambda: HTMLResponse("<p>")), "GOOGLE_UNREADABLE"),
        (
            await stopped(
                google, actor, key, lambda: refusal(403, "PERMISSION_DENIED", "SERVICE_DISABLED")
            ),
            "GOOGLE_API_DISABLED",
        ),
        (await stopped(google, actor, key, lambda: refusal(404, "NOT_FOUND")), "GOOGLE_REFUSED"),
    ]
    for found, code in cases:
        assert found.problem is not None
        assert found.problem.code == code
        await resume_google_import(actor, found.pk)
        await run_due_jobs()
        assert (await read_import(actor, found.pk)).state is ImportState.READY


async def test_a_consent_taken_back_in_the_middle_goes_on_once_it_is_given_again(
    google: GoogleStandIn, actor: Actor
) -> None:
    key = await connect(google, actor)
    google.revoke_all()
    found = await stopped(google, actor, key)
    assert found.problem is not None
    assert found.problem.code == "GOOGLE_REVOKED"
    with pytest.raises(Refusal):
        await resume_google_import(actor, found.pk)
    state, code = agree(google, await begin_sign_in(actor, key))
    await end_sign_in(actor, state, code=code)
    await resume_google_import(actor, found.pk)
    await run_due_jobs()
    assert (await read_import(actor, found.pk)).state is ImportState.READY


async def test_disconnecting_stops_what_is_fetched_and_giving_up_forgets_it(
    google: GoogleStandIn, actor: Actor
) -> None:
    key = await connect(google, actor)
    made = await create_google_import(actor, key)
    gone = await create_google_import(actor, key)
    await disconnect_account(actor, key)
    await discard_import(actor, gone.import_id)
    await run_due_jobs()
    found = await read_import(actor, made.import_id)
    assert found.problem is not None
    assert (found.state, found.problem.code) == (ImportState.FETCHING, "GOOGLE_DISCONNECTED")
    assert await read_import_or_none(actor, gone.import_id) is None
    with pytest.raises(Refusal):
        await configure_import(actor, found.pk, Configuration(subscribed=True))
    await connect(google, actor)
    await resume_google_import(actor, found.pk)
    await run_due_jobs()
    assert (await read_import(actor, found.pk)).state is ImportState.READY


async def read_import_or_none(actor: Actor, import_id: int) -> ImportRow | None:
    from backend.imports.queries import imports_by_id

    return (await imports_by_id(actor, (import_id,))).get(import_id)
