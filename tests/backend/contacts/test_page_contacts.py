"""Pages of a list: every sort, both directions, forward and backward, against a list in Python."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from backend.contacts.drafts import EmailDraft, PhoneDraft
from backend.contacts.filters import (
    EVERYONE,
    And,
    ContactFilter,
    Deleted,
    Ids,
    LabelsAll,
    LabelsAny,
    LabelsNone,
    Not,
    Or,
    Search,
    Subscription,
)
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.queries import plans, searching
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.pages import contacts_page
from backend.contacts.queries.places import contact_neighbours, contact_position
from backend.contacts.rows import EVERYTHING, NOTHING, ContactRow, Wanted
from backend.contacts.search_text import parse_search, search_text, text_matches
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.contacts.sorting import ContactSort, ContactSortField, SortDirection
from backend.core.database import read
from backend.core.errors import InvalidCursor, InvalidPage
from backend.core.folding import fold
from backend.core.paging import PageRequest, encode_key
from tests.factories.contacts import many_contacts, new_contact, new_label

SORTS = [ContactSort(field, way) for field, way in product(ContactSortField, SortDirection)]
ASCENDING = ContactSort(ContactSortField.FAMILY_NAME)


async def walk_forward(actor, chosen: ContactFilter, sort: ContactSort, size: int) -> list[int]:
    found, after = [], None
    while True:
        page = await contacts_page(actor, chosen, sort, PageRequest.of(first=size, after=after))
        found += [row.pk for row in page.rows]
        assert page.has_previous is (after is not None)
        if not page.has_next:
            return found
        after = encode_key(page.keys[-1])


async def walk_backward(actor, chosen: ContactFilter, sort: ContactSort, size: int) -> list[int]:
    found: list[int] = []
    before = None
    while True:
        page = await contacts_page(actor, chosen, sort, PageRequest.of(last=size, before=before))
        found = [row.pk for row in page.rows] + found
        assert page.has_next is (before is not None)
        if not page.has_previous:
            return found
        before = encode_key(page.keys[0])


async def everything(
    actor, chosen: ContactFilter = EVERYONE, wanted: Wanted = NOTHING
) -> list[ContactRow]:
    rows: list[ContactRow] = []
    after = None
    while True:
        page = await contacts_page(
            actor, chosen, ContactSort(), PageRequest.of(first=200, after=after), wanted
        )
        rows += page.rows
        if not page.has_next:
            return rows
        after = encode_key(page.keys[-1])


def in_python(rows: list[ContactRow], sort: ContactSort) -> list[int]:
    """Sort as a reader would: what is empty last, then by folded text, then by age."""

    def texts(row: ContactRow) -> tuple[str, tuple[str, ...]]:
        given, family, company = (
            fold(text or "") for text in (row.given_name, row.family_name, row.company)
        )
        called = (fold(row.display_name),)
        match sort.field:
            case ContactSortField.GIVEN_NAME:
                return given, (family,) if given else called
            case ContactSortField.FAMILY_NAME:
                return family, (given,) if family else called
            case _:
                return company, tuple(filter(None, (family, given))) if company else called

    way = sort.direction is SortDirection.DESC
    if sort.field is ContactSortField.CREATED:
        ordered = sorted(rows, key=lambda row: (row.created_at, row.pk), reverse=way)
    elif sort.field is ContactSortField.LAST_ACTIVITY:
        ordered = sorted(rows, key=lambda row: (row.last_activity_at, row.pk), reverse=way)
    else:
        ordered = sorted(rows, key=lambda row: (texts(row), row.pk), reverse=way)
        ordered.sort(key=lambda row: not texts(row)[0])
    return [row.pk for row in ordered]


@pytest.fixture
async def actor(owner):
    labels = [await new_label(owner.actor, name) for name in ("client", "vip", "lead")]
    await many_contacts(owner.actor, 230, labels=labels)
    await many_contacts(owner.actor, 30, labels=labels, seed=2)
    return owner.actor


async def test_a_walk_shows_everybody_once_in_order(actor):
    everybody = await everything(actor)
    assert len(everybody) == 260
    for sort in SORTS:
        expected = in_python(everybody, sort)
        for size in (13, 60):
            assert await walk_forward(actor, EVERYONE, sort, size) == expected, sort
            assert await walk_backward(actor, EVERYONE, sort, size) == expected, sort


FILTERS: tuple[ContactFilter, ...] = (
    Search("ferr"),
    Search("fe"),
    Search("06 12 3"),
    Subscription(frozenset({SubscriptionStatus.SUBSCRIBED})),
    Not(Search("dupont")),
    Or((Search("elodie"), Subscription(frozenset({SubscriptionStatus.UNSUBSCRIBED})))),
    And((Search("example"), Not(Search("ferrari")))),
    Deleted(deleted=True),
    Or((Deleted(deleted=True), Search("anna"))),
)


@pytest.mark.parametrize("plan", ["gathered", "walked", "gathered after all"])
async def test_a_filtered_walk_is_the_same_whatever_the_plan(actor, plan, monkeypatch):
    if plan != "gathered":
        monkeypatch.setattr(plans, "SMALL_SET", 3)
        monkeypatch.setattr(plans, "STRIDE", 1000 if plan == "walked" else 2)
        monkeypatch.setattr(plans, "SHORT_STRIDE", 1)
    everybody = [row.pk for row in await everything(actor)]
    await delete_contacts(actor, SelectedIds(tuple(everybody[::9])))
    for chosen in FILTERS:
        matching = await everything(actor, chosen)
        assert 0 < len(matching) < 260
        for sort in (SORTS[0], SORTS[3], SORTS[7]):
            expected = in_python(matching, sort)
            assert await walk_forward(actor, chosen, sort, 29) == expected, chosen
            assert await walk_backward(actor, chosen, sort, 29) == expected, chosen
        assert await count_contacts(actor, chosen) == len(matching)


WAYS = ("GATHER_MATCH", "ASK_ROW", "HOLD_MATCH")


@pytest.mark.parametrize("patience", [0, 4], ids=["given up early", "to the end"])
@pytest.mark.parametrize("way", WAYS)
async def test_a_search_finds_the_same_whatever_its_way(actor, monkeypatch, way, patience):
    monkeypatch.setattr(searching, "FEW", 1)
    monkeypatch.setattr(searching, "PROBED", 3)
    monkeypatch.setattr(searching, "PATIENCE", patience)
    monkeypatch.setattr(searching, "MEET_ROW", 0)
    for each in WAYS:
        monkeypatch.setattr(searching, each, 0 if each == way else 1)
    everybody = await everything(actor, wanted=EVERYTHING)
    gone = [row.pk for row in everybody[::9]]
    await delete_contacts(actor, SelectedIds(tuple(gone)))
    left = [row for row in everybody if row.pk not in gone]
    texts = [
        search_text(
            (row.given_name, row.family_name, row.company),
            (email.address.lower() for email in row.emails),
            (),
        )
        for row in left
    ]
    for typed in ("fe", "dup", "ferrari"):
        asked = parse_search(typed)
        matching = [row for row, text in zip(left, texts, strict=True) if text_matches(text, asked)]
        assert 3 < len(matching) < len(left)
        for sort in (SORTS[0], SORTS[3], SORTS[6]):
            expected = in_python(matching, sort)
            assert await walk_forward(actor, Search(typed), sort, 9) == expected
            assert await walk_backward(actor, Search(typed), sort, 9) == expected


@pytest.mark.parametrize("chosen", [EVERYONE, Search("ferr")], ids=["all", "search"])
async def test_offsets_positions_and_neighbours_agree_with_the_list(actor, chosen):
    for sort in SORTS:
        await _agree(actor, sort, chosen)


async def _agree(actor, sort, chosen):
    whole = await walk_forward(actor, chosen, sort, 100)
    last = len(whole) - 1
    for place in sorted({0, 1, last // 3, last // 2, last // 2 + 2, last - 1, last}):
        page = await contacts_page(actor, chosen, sort, PageRequest.of(first=3, offset=place))
        assert [row.pk for row in page.rows] == whole[place : place + 3]
        assert page.has_previous is (place > 0)
        assert await contact_position(actor, whole[place], chosen, sort) == place
        beside = await contact_neighbours(actor, whole[place], chosen, sort)
        assert beside.previous == (whole[place - 1] if place else None)
        assert beside.next == (whole[place + 1] if place < last else None)
    beyond = await contacts_page(actor, chosen, sort, PageRequest.of(first=3, offset=len(whole)))
    assert beyond.rows == []
    assert not beyond.has_next


async def test_a_page_between_two_cursors(actor):
    for sort in SORTS:
        whole = await contacts_page(actor, EVERYONE, sort, PageRequest.of(first=200))
        after, before = encode_key(whole.keys[40]), encode_key(whole.keys[150])
        for request in (
            PageRequest.of(first=200, after=after, before=before),
            PageRequest.of(last=200, after=after, before=before),
        ):
            page = await contacts_page(actor, EVERYONE, sort, request)
            assert [row.pk for row in page.rows] == [row.pk for row in whole.rows[41:150]]
        none = PageRequest.of(first=9, after=before, before=after)
        assert (await contacts_page(actor, EVERYONE, sort, none)).rows == []


async def test_a_contact_that_is_not_in_the_list_has_no_place(owner, stranger):
    anna = await new_contact(owner.actor, given_name="Anna")
    for actor, chosen in ((owner.actor, Search("marco")), (stranger.actor, EVERYONE)):
        assert await contact_position(actor, anna.pk, chosen, ASCENDING) is None
        beside = await contact_neighbours(actor, anna.pk, chosen, ASCENDING)
        assert (beside.previous, beside.next) == (None, None)


async def test_a_page_keeps_its_place_while_rows_come_and_go(actor):
    first = await contacts_page(actor, EVERYONE, ASCENDING, PageRequest.of(first=20))
    whole = await walk_forward(actor, EVERYONE, ASCENDING, 100)
    await delete_contacts(actor, SelectedIds(tuple(row.pk for row in first.rows[-2:])))
    await new_contact(actor, family_name="0")
    after = encode_key(first.keys[-1])
    second = await contacts_page(actor, EVERYONE, ASCENDING, PageRequest.of(first=20, after=after))
    assert [row.pk for row in second.rows] == whole[20:40]


async def test_a_cursor_of_another_sort_or_none_is_refused(owner):
    by_name = encode_key(("anna", 1))
    for cursor in (by_name, "nonsense", encode_key((1, 2, 3)), ""):
        with pytest.raises(InvalidCursor):
            await contacts_page(
                owner.actor,
                EVERYONE,
                ContactSort(ContactSortField.CREATED),
                PageRequest.of(after=cursor),
            )
    with pytest.raises(InvalidCursor):
        await contacts_page(
            owner.actor, EVERYONE, ASCENDING, PageRequest.of(after=encode_key(("\0", 1)))
        )


async def test_a_page_over_the_limit_is_refused():
    with pytest.raises(InvalidPage):
        PageRequest.of(first=201)


async def test_a_page_needs_a_constant_number_of_statements(actor, statements):
    await many_contacts(actor, 300, seed=4)
    for chosen, most in ((EVERYONE, 6), (Search("ferrari"), 8), (Not(Search("anna")), 7)):
        seen = []
        for size in (1, 50, 200):
            with statements() as read_statements:
                await contacts_page(actor, chosen, ASCENDING, PageRequest.of(size), EVERYTHING)
            seen.append(len(read_statements))
        assert max(seen) <= most, "the page by its plan, and its five lists"
        assert len(set(seen)) == 1
    with statements() as read_statements:
        await contacts_page(actor, EVERYONE, ASCENDING, PageRequest.of(200), NOTHING)
    assert len(read_statements) == 1


async def test_lists_hold_their_items_in_order_and_labels_by_name(owner):
    labels = [await new_label(owner.actor, name) for name in ("vip", "Agence", "client")]
    random = Random(3)
    numbers = [f"06 12 34 5{random.randrange(10)} 0{place}" for place in range(4)]
    await new_contact(
        owner.actor,
        given_name="Anna",
        emails=[EmailDraft(f"a{place}@example.org") for place in (3, 1, 2)],
        phones=[PhoneDraft(number) for number in numbers],
        label_ids=labels,
    )
    page = await contacts_page(owner.actor, EVERYONE, ASCENDING, PageRequest.of(1), EVERYTHING)
    (anna,) = page.rows
    assert [email.address for email in anna.emails] == [
        "a3@example.org",
        "a1@example.org",
        "a2@example.org",
    ]
    assert [phone.number for phone in anna.phones] == numbers
    assert [label.name for label in anna.labels] == ["Agence", "client", "vip"]


async def test_labels_choose_in_every_way(actor):
    rows = await everything(actor)
    by_contact = {
        row.pk: {label.pk for label in row.labels}
        for row in (
            await contacts_page(actor, EVERYONE, ASCENDING, PageRequest.of(200), EVERYTHING)
        ).rows
    }
    one, two, three = sorted({label for labels in by_contact.values() for label in labels})
    for chosen, expected in (
        (LabelsAny(frozenset({one, two})), lambda own: bool(own & {one, two})),
        (LabelsAll(frozenset({one, three})), lambda own: own >= {one, three}),
        (LabelsNone(frozenset({two})), lambda own: two not in own),
        (LabelsAny(frozenset()), lambda own: False),
        (LabelsAll(frozenset()), lambda own: True),
    ):
        found = {row.pk for row in await everything(actor, chosen)}
        assert found & set(by_contact) == {key for key, own in by_contact.items() if expected(own)}
        assert await count_contacts(actor, chosen) == len(found)
    some = frozenset(row.pk for row in rows[:5])
    assert {row.pk for row in await everything(actor, Ids(some))} == some


async def test_a_stranger_sees_nothing_of_another_account(actor, stranger):
    labels = await read.fetch("SELECT id FROM label")
    everybody = frozenset(row.pk for row in await everything(actor))
    for chosen in (
        EVERYONE,
        Search("ferrari"),
        Search("fe"),
        Ids(everybody),
        LabelsAny(frozenset(row[0] for row in labels)),
        Subscription(frozenset(SubscriptionStatus)),
        Deleted(deleted=True),
        Not(Search("ferrari")),
    ):
        assert await everything(stranger.actor, chosen) == []
        assert await count_contacts(stranger.actor, chosen) == 0
