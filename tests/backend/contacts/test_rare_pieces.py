"""In a large book long words are looked for by rare pieces; who is found stays the same."""

from __future__ import annotations

import pytest

from backend.contacts.drafts import ContactDraft, EmailDraft, PhoneDraft
from backend.contacts.filters import And, Deleted, Search
from backend.contacts.queries import rarity, searching
from backend.contacts.queries.pages import contacts_page
from backend.contacts.search_keys import key_range
from backend.contacts.search_text import text_matches
from backend.contacts.service import add_contacts
from backend.contacts.sorting import ContactSort, ContactSortField, SortDirection
from backend.core.database import read
from backend.core.paging import PageRequest, encode_key
from backend.core.unit_of_work import unit_of_work
from tests.factories.accounts import Person

pytestmark = pytest.mark.sqlite_only
NAMES = ("Morgan", "Organ", "Gan", "Norgam", "Morga", "Ganmor", "Leonard", "Nareon", "Élodie")
ENDS = ("11111", "99999", "999991", "00000", "9")
QUERIES = (
    "morgan", "organ", "leonard", "élodie", "mor", "or", "organ leonard", "morgan@example.org",
    "ganmor.3@example.org", "example.org", "900999", "99999", "09 00 99 91", "morgan 900999",
    'mor"gan', "nobody at all",
)  # fmt: skip


async def _fill(owner: Person) -> None:
    drafts = [
        ContactDraft(
            given_name=NAMES[number % 9],
            family_name=NAMES[number // 9 % 9] if number % 4 else None,
            emails=[EmailDraft(f"{NAMES[number % 7].lower()}.{number}@example.org")],
            phones=[PhoneDraft(f"+33 9 00 99 {number % 100:02} {number // 100}{ENDS[number % 5]}")],
        )
        for number in range(240)
        if NAMES[number % 7].isascii()
    ]
    async with unit_of_work(owner.actor) as unit:
        await add_contacts(unit, drafts, bulk=True)


async def _found(owner: Person, query: str, direction: SortDirection) -> list[int]:
    """Return the ids of all pages."""
    chosen = And((Deleted(deleted=False), Search(query)))
    sort = ContactSort(ContactSortField.GIVEN_NAME, direction)
    found: list[int] = []
    request = PageRequest.of(first=20)
    while True:
        page = await contacts_page(owner.actor, chosen, sort, request)
        assert len(page.rows) <= 20
        found += [row.pk for row in page.rows]
        if not page.has_next:
            return found
        request = PageRequest.of(first=20, after=encode_key(page.keys[-1]))


async def test_who_is_found_by_rare_pieces_is_who_has_all_of_it(
    owner: Person, stranger: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in (owner, stranger):
        await _fill(each)
    exact = {
        (query, direction): await _found(owner, query, direction)
        for query in QUERIES
        for direction in SortDirection
    }
    texts = await read.fetch(
        "SELECT id, text FROM contact_search WHERE id BETWEEN ? AND ?",
        key_range(owner.account_id, deleted=False),
    )
    monkeypatch.setattr(rarity, "LARGE", 1)
    monkeypatch.setattr(rarity, "PROBED", 5)
    monkeypatch.setattr(rarity, "FEW_ENOUGH", 2)
    for spare in (0, 12):
        monkeypatch.setattr(searching, "SPARE", spare)
        for (query, direction), ids in exact.items():
            assert await _found(owner, query, direction) == ids, query
            matching = [text for _, text in texts if text_matches(text, Search(query).asked)]
            assert len(ids) == len(matching), query
    assert len(exact["morgan", SortDirection.ASC]) > 20
    pieces = await rarity.rarest_pieces(owner.account_id, Search("morgan").asked)
    assert all(piece in "morgan" for piece in pieces["morgan"])
