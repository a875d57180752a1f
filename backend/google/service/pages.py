"""Page after page of people, each kept with the place of the next one in the same transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from backend.core.clock import now, now_micros
from backend.core.jobs.queue import release_key
from backend.core.permissions import Actor
from backend.core.secrets import token_hash
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.google.client.answers import ChangesForgotten, PlaceForgotten
from backend.google.client.people import People, PeoplePage
from backend.google.errors import GoogleLabelGone, GoogleRefused, GoogleUnreadable
from backend.google.limits import MAX_GATHERED_BYTES, MAX_PAGES, MAX_PEOPLE, TAKEN_UP_AFTER
from backend.google.persons import Gathered, gather
from backend.google.queries import fetch_of_import
from backend.google.rows import EVERYBODY, FetchRow, Label
from backend.google.service.by_name import choose_members, named_page
from backend.google.service.came import note_removed
from backend.google.service.start import FETCH, fetch_key
from backend.google.table import gathered_lines, write_table
from backend.imports.parts import Fetch
from backend.imports.rows import ImportRow
from backend.imports.service.fetched import (
    add_gathered,
    fetching_import,
    finish_fetch,
    gathered_in,
    listed_in,
    note_fetch,
    waiting_import,
    written_to,
)

_MOST_RESTARTS = 2
_HASH_LENGTH = 16


class Stopped(Exception):
    """Nothing is left to do here: somebody else goes on, or the import was given up."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page made ready to be written."""

    page: PeoplePage
    gathered: Gathered
    lines: bytes


async def fetch_pages(
    actor: Actor, found: FetchRow, payload: Mapping[str, Any], people: People
) -> FetchRow:
    """Fetch what is still to come; return the fetch, read to its end.

    Raises:
        Stopped, Busy
        Refusal: it cannot go on.
    """
    labels = {label.name: label for label in await people.labels()}
    if found.label not in (EVERYBODY, *labels):
        raise GoogleLabelGone
    # From now on whoever takes this up is another job: it gets the key under which one waits.
    async with unit_of_work(actor) as unit:
        await release_key(unit, fetch_key(found.import_id, found.task))
    chosen = await choose_members(actor, found, labels, people)
    if chosen is None:
        raise Stopped
    found = chosen
    while found.read_micros is None:
        members = found.members
        try:
            page = (
                await people.page(found.page, found.since)
                if members is None
                else await named_page(found, members, people)
            )
        except ChangesForgotten:
            found = await _begin_again(actor, found, payload)
        except PlaceForgotten:
            if found.page is None and found.since is None and members is None:
                raise GoogleRefused(status=400) from None
            found = await _begin_again(actor, found, payload)
        else:
            made = await asyncio.to_thread(_made_ready, page, labels, found.label)
            found = await _keep(actor, found, payload, made)
    return found


async def finish(actor: Actor, found: FetchRow) -> None:
    """Make a table of what was gathered, and hand it to the wizard."""
    waiting = await waiting_import(found.account_id, found.import_id)
    if waiting is None:
        raise Stopped
    count = await asyncio.to_thread(
        write_table,
        gathered_in(waiting),
        found.gathered_bytes,
        written_to(waiting),
        listed_in(waiting),
    )
    async with unit_of_work(actor) as unit:
        current = await fetching_import(unit, found.import_id)
        if current is None or current.fetch is None:
            raise Stopped
        current.fetch.people, current.fetch.waiting_until = count, None
        await note_fetch(unit, found.import_id, current.fetch)
    await finish_fetch(actor, found.import_id)


def _made_ready(page: PeoplePage, labels: Mapping[str, Label], label: str) -> _Kept:
    gathered = gather(page.people, labels, label)
    return _Kept(page, gathered, gathered_lines(gathered.records))


async def _keep(actor: Actor, found: FetchRow, payload: Mapping[str, Any], made: _Kept) -> FetchRow:
    """Write a page and where the next one begins."""
    seen = _seen(found, made.page)
    end = found.gathered_bytes + len(made.lines)
    async with unit_of_work(actor) as unit:
        held, fetch = await _held(unit, found)
        fetch.people += len(made.gathered.records)
        await note_removed(unit, found, fetch, made.gathered.removed)
        fetch.left_out += made.gathered.left_out
        fetch.waiting_until = None
        if fetch.people > MAX_PEOPLE or end > MAX_GATHERED_BYTES:
            raise GoogleUnreadable
        if found.label == EVERYBODY and found.since is None and made.page.total is not None:
            fetch.expected = made.page.total
        if made.lines:
            # Within the transaction: of two jobs at the same place only one gets so far.
            await asyncio.to_thread(add_gathered, held, found.gathered_bytes, made.lines)
        is_last = made.page.next_page is None
        await unit.execute(
            "UPDATE google_fetch SET page = ?, next_since = ?, seen = ?, pages = pages + 1, "
            "gathered_bytes = ?, failures = 0, read_at = ? WHERE id = ?",
            (
                made.page.next_page,
                made.page.next_since if is_last else None,
                orjson.dumps(seen).decode(),
                end,
                now_micros() if is_last else None,
                found.pk,
            ),
        )
        await note_fetch(unit, found.import_id, fetch)
        _be_taken_up(unit, found, payload)
    return await _again(found)


def _seen(found: FetchRow, page: PeoplePage) -> list[str]:
    """Return the pages so far with the next one.

    Raises:
        GoogleUnreadable: they go in circles, or on for ever.
    """
    if page.next_page is None:
        return found.seen
    mark = token_hash(page.next_page)[:_HASH_LENGTH]
    if mark in found.seen or found.pages >= MAX_PAGES:
        raise GoogleUnreadable
    return [*found.seen, mark]


async def _begin_again(actor: Actor, found: FetchRow, payload: Mapping[str, Any]) -> FetchRow:
    """Fetch everybody from the first page: Google forgot what changed, or where we were."""
    if found.restarts >= _MOST_RESTARTS:
        raise GoogleUnreadable
    async with unit_of_work(actor) as unit:
        _, fetch = await _held(unit, found)
        is_partial = found.since is not None or found.changed_after is not None
        fetch.is_restarted = fetch.is_restarted or is_partial
        fetch.only_changes = False
        fetch.people = fetch.removed = fetch.left_out = 0
        fetch.removed_ids = []
        await unit.execute(
            "UPDATE google_fetch SET since = NULL, page = NULL, members = NULL, "
            "changed_after = NULL, seen = '[]', pages = 0, "
            "gathered_bytes = 0, restarts = restarts + 1 WHERE id = ?",
            (found.pk,),
        )
        await note_fetch(unit, found.import_id, fetch)
        _be_taken_up(unit, found, payload)
    return await _again(found)


async def _held(unit: UnitOfWork, found: FetchRow) -> tuple[ImportRow, Fetch]:
    """Return the import, if this job is still the one that goes on at this place."""
    held = await fetching_import(unit, found.import_id)
    current = await fetch_of_import(found.account_id, found.import_id)
    if held is None or held.fetch is None or held.problem_text is not None or current is None:
        raise Stopped
    place = (found.task, found.page, found.pages, found.restarts)
    if (current.task, current.page, current.pages, current.restarts) != place:
        raise Stopped
    return held, held.fetch


def _be_taken_up(unit: UnitOfWork, found: FetchRow, payload: Mapping[str, Any]) -> None:
    """Have another job go on, if this process dies before the next page is kept."""
    key = fetch_key(found.import_id, found.task)
    unit.enqueue(FETCH, dict(payload), run_at=now() + TAKEN_UP_AFTER, unique_key=key, moves=True)


async def _again(found: FetchRow) -> FetchRow:
    current = await fetch_of_import(found.account_id, found.import_id)
    if current is None:
        raise Stopped
    return current
