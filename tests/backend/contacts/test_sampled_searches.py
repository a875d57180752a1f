"""On PostgreSQL a few contacts tell how a search is answered: whichever way, who is found, and in
which order, is the same.
"""

from __future__ import annotations

import pytest

from backend.contacts.drafts import ContactDraft, EmailDraft
from backend.contacts.filters import Search
from backend.contacts.queries import plans, sampled
from backend.contacts.queries.pages import contacts_page
from backend.contacts.search_keys import key_base
from backend.contacts.search_text import text_matches
from backend.contacts.service import add_contacts
from backend.contacts.sorting import ContactSort, ContactSortField, SortDirection, in_order
from backend.core.database import read
from backend.core.paging import PageRequest, encode_key
from backend.core.unit_of_work import unit_of_work
from tests.factories.accounts import Person

pytestmark = pytest.mark.postgres_only
NAMES = ("Morgan", "Anna", "Gan", "Élodie", None)
QUERIES = (
    "mo",
    "gan",
    "morgan",
    "elodie gan",
    "morgan.7@example.org",
    "anna@example.com",
    "nobody",
)
WAYS = ((0, 12_000, 4), (10_000, 12_000, 4), (10_000, 2, 4), (0, 2, 0))
"""From how many likely matches on the list is walked, how many are gathered, how far a walk goes
where there are more."""


async def _fill(owner: Person) -> None:
    drafts = [
        ContactDraft(
            given_name=NAMES[number % 5],
            family_name=NAMES[number // 5 % 5],
            emails=[EmailDraft(f"{('morgan', 'anna')[number % 2]}.{number}@example.org")],
        )
        for number in range(90)
    ]
    async with unit_of_work(owner.actor) as unit:
        await add_contacts(unit, drafts, bulk=True)


async def _found(owner: Person, query: str, sort: ContactSort) -> list[int]:
    found: list[int] = []
    request = PageRequest.of(first=9)
    while True:
        page = await contacts_page(owner.actor, Search(query), sort, request)
        found += [row.pk for row in page.rows]
        if not page.has_next:
            return found
        request = PageRequest.of(first=9, after=encode_key(page.keys[-1]))


async def test_whichever_way_is_gone_the_same_are_found(
    owner: Person, stranger: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in (owner, stranger):
        await _fill(each)
    rows = await read.fetch(
        "SELECT contact.id, given_key, text FROM contact "
        "JOIN contact_search ON contact_search.id = contact.id + ? WHERE account_id = ?",
        (key_base(owner.account_id), owner.account_id),
    )
    assert len(rows) == 90
    for few, small, patience in WAYS:
        monkeypatch.setattr(sampled, "FEW", few)
        monkeypatch.setattr(plans, "SMALL_SET", small)
        monkeypatch.setattr(sampled, "PATIENCE", patience)
        for query in QUERIES:
            matching = [row for row in rows if text_matches(row[2], Search(query).asked)]
            for direction in SortDirection:
                sort = ContactSort(ContactSortField.GIVEN_NAME, direction)
                ordered = in_order(sort, matching, lambda row: (row[1], row[0]))
                assert await _found(owner, query, sort) == [row[0] for row in ordered], query
