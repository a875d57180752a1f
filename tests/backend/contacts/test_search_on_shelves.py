"""Large books stand on shelves for the search: whatever is done to contacts, those stay in order,
the index has just what it should, and who is found, in which order, is as without.
"""

from __future__ import annotations

import random
from itertools import product

import pytest

from backend.contacts.drafts import ContactChanges, ContactDraft, EmailDraft, PhoneDraft
from backend.contacts.filters import And, Deleted, Search
from backend.contacts.queries import rarity, shelved
from backend.contacts.queries.pages import contacts_page
from backend.contacts.search_keys import ID_MASK, key_base, search_key
from backend.contacts.search_pairs import paired
from backend.contacts.search_text import PIECE, text_matches
from backend.contacts.selections import SelectedIds
from backend.contacts.service import (
    add_contacts,
    arranging,
    delete_contacts,
    erase_deleted,
    restore_contacts,
    update_contact,
)
from backend.contacts.sorting import ContactSort, ContactSortField, SortDirection, in_order
from backend.core.database import read
from backend.core.paging import PageRequest, encode_key
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.service import undo_merge
from tests.backend.duplicates.merging import merge
from tests.factories.accounts import Person
from tests.factories.contacts import read_contact

pytestmark = pytest.mark.sqlite_only
NAMES = ("Anna", "Anne-Lise", "Ben", "Morgan", "Élodie", "Zoé", "Mor Gan", None)
QUERIES = (
    "an", "ann", "anna", "élodie", "morgan", "mor", "ben anna", "ann@example.org", "201234", "0612",
    "anna.2@example", "06 20 12 34 5", "20123456", "zoé 201234", "na.1@example.org", "nobody", "33",
)  # fmt: skip
GIVEN_NAME = ContactSortField.GIVEN_NAME


def _drafts(dice: random.Random, count: int) -> list[ContactDraft]:
    return [
        ContactDraft(
            given_name=dice.choice(NAMES),
            family_name=dice.choice(NAMES),
            emails=[EmailDraft(f"{dice.choice(('anna', 'jo', 'ann'))}.{dice.randrange(99)}@x.org")]
            if number % 4
            else [EmailDraft(f"anna.{number}@example.org")],
            phones=[PhoneDraft(f"06 20 12 34 {dice.randrange(100):02}")],
        )
        for number in range(count)
    ]


async def _found(owner: Person, query: str, sort: ContactSort, *, backward: bool) -> list[int]:
    """Return the ids of all pages."""
    chosen = And((Deleted(deleted=False), Search(query)))
    found: list[int] = []
    end: str | None = None
    while True:
        request = (
            PageRequest.of(last=13, before=end) if backward else PageRequest.of(first=13, after=end)
        )
        page = await contacts_page(owner.actor, chosen, sort, request)
        ids = [row.pk for row in page.rows]
        found = ids + found if backward else found + ids
        if not (page.has_previous if backward else page.has_next):
            return found
        end = encode_key(page.keys[0 if backward else -1])


async def _check_index(owner: Person) -> list[tuple[int, str, str]]:
    """Check where each contact is in the index and by what; return ids, keys and texts."""
    rows = await read.fetch(
        "SELECT contact.id, given_key, shelf, contact_search.id, text FROM contact "
        "JOIN contact_search ON contact_search.id > 0 AND contact_search.id & ? = contact.id "
        "AND scope = account_id WHERE account_id = ? AND deleted_at IS NULL "
        "ORDER BY given_key, contact.id",
        (ID_MASK, owner.account_id),
    )
    shelves = [row[2] for row in rows]
    assert shelves == sorted(shelves)
    assert shelves[0] > 0
    expected: set[tuple[str, int]] = set()
    for contact_id, _, shelf, key, text in rows:
        assert key == search_key(owner.account_id, contact_id, shelf=shelf)
        written = f"{text} {paired(text)}".rstrip()
        expected |= {(written[n : n + PIECE], key) for n in range(len(written) - PIECE + 1)}
    async with unit_of_work(owner.actor) as unit:
        await unit.execute("DROP TABLE IF EXISTS temp.word")
        await unit.execute(
            "CREATE VIRTUAL TABLE temp.word USING "
            "fts5vocab('main', 'contact_search_index', 'instance')"
        )
        kept = await unit.fetch(
            "SELECT DISTINCT term, doc FROM temp.word WHERE doc BETWEEN ? AND ?",
            (key_base(owner.account_id), key_base(owner.account_id + 1)),
        )
        await unit.execute("DROP TABLE temp.word")
    assert set(kept) == expected
    return [(contact_id, key, text) for contact_id, key, _, _, text in rows]


async def _some_ids(owner: Person, dice: random.Random, count: int) -> list[int]:
    rows = await read.fetch(
        "SELECT id FROM contact WHERE account_id = ? AND deleted_at IS NULL ORDER BY id",
        (owner.account_id,),
    )
    return dice.sample([row[0] for row in rows], count)


async def _rename(owner: Person, contact_id: int, given: str | None, family: str | None) -> None:
    before = await read_contact(owner.actor, contact_id)
    changes = ContactChanges(given_name=given, family_name=family)
    await update_contact(owner.actor, contact_id, before.version, changes)


async def _shelved(owner: Person) -> int:
    return int(
        await read.fetch_value(
            "SELECT COUNT(*) FROM contact WHERE account_id = ? AND shelf > 0", (owner.account_id,)
        )
    )


async def _check_order(owner: Person) -> None:
    rows = await read.fetch(
        "SELECT shelf FROM contact WHERE account_id = ? AND deleted_at IS NULL "
        "ORDER BY given_key, id",
        (owner.account_id,),
    )
    assert rows == sorted(rows)


async def test_who_is_found_stays_the_same_whatever_is_done(
    owner: Person, stranger: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(7)

    async def change_one() -> None:
        await _check_order(owner)
        (key,) = await _some_ids(owner, dice, 1)
        await _rename(owner, key, dice.choice(NAMES), dice.choice(NAMES[:-1]))

    monkeypatch.setattr(arranging, "SMALLEST", 4)
    monkeypatch.setattr(arranging, "BATCH", 17)
    monkeypatch.setattr(arranging, "_pause", change_one)
    monkeypatch.setattr(arranging, "LARGE", 120)
    monkeypatch.setattr(rarity, "LARGE", 1)
    monkeypatch.setattr(shelved, "MOST_OF_SHELF", 6)
    for each, count in ((owner, 120), (stranger, 40)):
        async with unit_of_work(each.actor) as unit:
            await add_contacts(unit, _drafts(dice, count), bulk=True)
    chosen = await _some_ids(owner, dice, 12)
    away, erased, (kept, other), renamed = chosen[:5], chosen[5:7], chosen[7:9], chosen[9:]
    for key in renamed:
        await _rename(owner, key, "Anna", "Ben Morgan")
    assert await _shelved(owner) == 0
    await arranging.arrange_everywhere()
    await arranging.arrange_everywhere()  # until the book has doubled there is nothing to do
    assert await _shelved(owner) == 120
    assert await _shelved(stranger) == 0
    merged = await merge(owner.actor, *[await read_contact(owner.actor, k) for k in (kept, other)])
    await delete_contacts(owner.actor, SelectedIds((*away, *erased)))
    monkeypatch.setattr(arranging, "SMALLEST", 9)
    await arranging.arrange(owner.actor, 112, again=True)
    await restore_contacts(owner.actor, SelectedIds(tuple(away)))
    await undo_merge(owner.actor, merged.id)
    await erase_deleted(owner.actor, SelectedIds(tuple(erased)))
    for key in renamed:  # found by the same words, elsewhere in the list
        await _rename(owner, key, "Anna Ben", "Morgan")
    async with unit_of_work(owner.actor) as unit:
        await add_contacts(unit, _drafts(dice, 30), bulk=True)
    rows = await _check_index(owner)
    for query in QUERIES:
        matching = [row for row in rows if text_matches(row[2], Search(query).asked)]
        for direction, backward in product(SortDirection, (False, True)):
            sort = ContactSort(GIVEN_NAME, direction)
            ordered = in_order(sort, matching, lambda row: (row[1], row[0]))
            ids = await _found(owner, query, sort, backward=backward)
            assert ids == [row[0] for row in ordered], (query, sort, backward)
