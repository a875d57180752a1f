"""Reading the people of a label by their names, where that asks Google less than reading everybody.

The list of connections has no filter by label. A label's people are told by name, and people by
their names two hundred at a time; changes of those are told by when each was changed, as only the
list of everybody has sync tokens.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import orjson

from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.google.client.answers import words
from backend.google.client.people import People, PeoplePage
from backend.google.limits import (
    BATCH_SIZE,
    CLOCKS_DIFFER,
    MAX_PEOPLE,
    NAME_LENGTH,
    PAGE_SIZE,
    VALUE_LENGTH,
)
from backend.google.persons import changed_at
from backend.google.queries import fetch_of_import, find_account, known_people
from backend.google.rows import EVERYBODY, FetchRow, Label


def asks_less(members: int, everybody: int | None) -> bool:
    """Whether asking for so many by name takes fewer requests than reading everybody."""
    if everybody is None:
        return False
    return 1 + -(-members // BATCH_SIZE) < -(-everybody // PAGE_SIZE)


async def choose_members(
    actor: Actor, found: FetchRow, labels: Mapping[str, Label], people: People
) -> FetchRow | None:
    """Choose how a fetch that has not begun reads; None when it is gone.

    Raises:
        Busy
        Refusal: the label is gone.
    """
    is_new = found.page is None and found.pages == 0 and found.restarts == 0
    if not is_new or found.members is not None or found.label == EVERYBODY or found.since:
        return found
    key = found.google_account_id
    account = await find_account(actor.account_id, key) if key is not None else None
    size = labels[found.label].count or 0
    if account is None or size > MAX_PEOPLE:
        return found
    if found.changed_after is None and not asks_less(size, account.people):
        return found
    # Who came and is gone since is asked for too, to be told from who only lost the label.
    members = await people.members(found.label, max(size, 1) + PAGE_SIZE)
    known = await known_people(account.pk, found.label) if found.changed_after else []
    asked = [name for name in dict.fromkeys([*members, *known]) if len(name) <= NAME_LENGTH]
    async with unit_of_work(actor) as unit:
        await unit.execute(
            "UPDATE google_fetch SET members = ? WHERE id = ? AND task = ? AND pages = 0",
            (orjson.dumps(asked).decode(), found.pk, found.task),
        )
    return await fetch_of_import(found.account_id, found.import_id)


async def named_page(found: FetchRow, members: list[str], people: People) -> PeoplePage:
    """Return the next people of a fetch that asks for them by name.

    Raises:
        Busy, PlaceForgotten, Refusal
    """
    start = int(found.page or 0)
    end = start + BATCH_SIZE
    asked = members[start:end]
    told = await people.named(asked) if asked else []
    if found.changed_after is not None and found.google_account_id is not None:
        known = set(await known_people(found.google_account_id, found.label))
        told = [each for each in told if not _is_as_it_was(each, known, found.changed_after)]
    return PeoplePage(told, str(end) if end < len(members) else None, None, None)


def _is_as_it_was(person: Mapping[str, Any], known: set[str], since: datetime) -> bool:
    at = changed_at(person)
    is_known = words(person.get("resourceName"), VALUE_LENGTH) in known
    return is_known and at is not None and at < since - CLOCKS_DIFFER
