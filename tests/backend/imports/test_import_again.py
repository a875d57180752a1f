"""People of a file who are in the book already, or twice in the file."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from backend.contacts.drafts import EmailDraft, PhoneDraft
from backend.contacts.kinds import EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.rows import ContactRow
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.contacts.service.finding import MostValues
from backend.exports.formats.carnet_csv import header, row
from backend.imports.service import Existing
from tests.backend.imports.conftest import Book
from tests.factories.accounts import new_owner
from tests.factories.contacts import new_contact, new_label

NEVER, YES, NO = (
    SubscriptionStatus.NEVER_SUBSCRIBED,
    SubscriptionStatus.SUBSCRIBED,
    SubscriptionStatus.UNSUBSCRIBED,
)


async def anna_in(book: Book, status: SubscriptionStatus = NEVER) -> None:
    await new_contact(
        book.actor,
        given_name="Anna",
        company="Studio Uno",
        emails=[EmailDraft("anna@example.org", EmailKind.WORK, status)],
        phones=[PhoneDraft("+39 02 0000 0001", PhoneKind.MAIN)],
    )


ANNA = {
    "First name": "Anna",
    "Last name": "Bianchi",
    "Company": "Studio Due",
    "Job title": "Titolare",
    "E-mail": "ANNA@example.org",
    "E-mail 2": "anna@example.com",
    "Phone": "02 0000 0001",
    "Mobile": "399 000 0001",
    "City": "Torino",
    "Labels": "VIP",
}


async def test_skips_whoever_is_there(book: Book) -> None:
    await anna_in(book)
    before = await book.only()
    report = await book.take([ANNA])
    assert (report.created, report.duplicates) == (0, 1)
    assert await book.only() == before


async def test_fills_the_gaps(book: Book) -> None:
    await anna_in(book)
    report = await book.take([ANNA], existing=Existing.FILL)
    assert (report.created, report.updated) == (0, 1)
    anna = await book.only()
    assert (anna.given_name, anna.family_name, anna.company, anna.position) == (
        "Anna",
        "Bianchi",
        "Studio Uno",
        "Titolare",
    )
    assert [email.address for email in anna.emails] == ["anna@example.org", "anna@example.com"]
    assert [phone.number for phone in anna.phones] == ["+39 02 0000 0001", "399 000 0001"]
    assert [address.city for address in anna.addresses] == ["Torino"]
    assert [label.name for label in anna.labels] == ["VIP"]
    again = await book.take([ANNA], existing=Existing.FILL)
    assert (again.updated, again.duplicates) == (0, 1)


async def test_overwrites_names_only(book: Book) -> None:
    await anna_in(book)
    await book.take([ANNA], existing=Existing.OVERWRITE)
    anna = await book.only()
    assert (anna.given_name, anna.company) == ("Anna", "Studio Due")
    assert [email.address for email in anna.emails] == ["anna@example.org", "anna@example.com"]


async def test_a_whole_name_does_not_get_the_family_name_twice(book: Book) -> None:
    await new_contact(
        book.actor, given_name="Anna Bianchi", emails=[EmailDraft("anna@example.org")]
    )
    await book.take([ANNA], existing=Existing.FILL)
    assert (await book.only()).display_name == "Anna Bianchi"


@pytest.mark.parametrize(
    ("before", "subscribed", "existing", "after"),
    [
        (NEVER, True, Existing.SKIP, NEVER),
        (NEVER, True, Existing.FILL, YES),
        (NEVER, False, Existing.OVERWRITE, NEVER),
        (YES, False, Existing.OVERWRITE, YES),
        (NO, True, Existing.FILL, NO),
        (NO, True, Existing.OVERWRITE, NO),
    ],
)
async def test_whoever_left_stays_away(
    book: Book,
    before: SubscriptionStatus,
    subscribed: bool,
    existing: Existing,
    after: SubscriptionStatus,
) -> None:
    await anna_in(book, before)
    await book.take([ANNA], subscribed=subscribed, existing=existing)
    assert (await book.only()).emails[0].status == after


async def test_who_left_in_the_file_leaves_here(book: Book) -> None:
    await anna_in(book, YES)
    await book.take([ANNA | {"Subscription status": "Unsubscribed"}], existing=Existing.FILL)
    assert (await book.only()).emails[0].status == NO


async def test_the_same_phone_and_name_is_the_same_person(book: Book) -> None:
    await anna_in(book)
    phone = {"First name": "ANNA", "Phone": "+39 02 0000 0001"}
    assert (await book.take([phone])).duplicates == 1
    assert (await book.take([{"Phone": "02 00000001"}])).duplicates == 1


async def test_a_fax_tells_only_of_who_has_nothing_else(book: Book) -> None:
    office = {"Business Fax": "02 0000 0009", "First name": "Anna"}
    rows = [office | {"E-mail": "a@example.org"}, office | {"E-mail": "b@example.org"}]
    report = await book.take(rows)
    assert (report.created, report.duplicates) == (2, 0)
    machine = {"Business Fax": "02 0000 0010", "First name": "", "E-mail": ""}
    report = await book.take([machine, machine])
    assert (report.created, report.duplicates) == (1, 1)


async def test_colleagues_share_a_phone(book: Book) -> None:
    await anna_in(book)
    report = await book.take([{"First name": "Ugo", "Phone": "+39 02 0000 0001"}])
    assert (report.created, report.duplicates) == (1, 0)


async def test_the_same_name_alone_is_another_person_if_one_can_be_reached(book: Book) -> None:
    await anna_in(book)
    report = await book.take([{"First name": "Anna", "Company": "Studio Uno"}])
    assert report.created == 1


async def test_the_same_name_in_another_town_is_another_person(book: Book) -> None:
    rows = [{"Name": "Anna", "City": city} for city in ("Torino", "Milano", "torino")]
    report = await book.take(rows)
    assert (report.created, report.duplicates) == (2, 1)


async def test_contacts_in_the_trash_are_nobody(book: Book) -> None:
    await anna_in(book)
    anna = await book.only()
    await delete_contacts(book.actor, SelectedIds((anna.pk,)))
    assert (await book.take([ANNA])).created == 1


@pytest.mark.parametrize("existing", list(Existing))
async def test_somebody_twice_in_the_file_is_made_once(book: Book, existing: Existing) -> None:
    rows = [
        {"Name": "Anna", "E-mail": "anna@example.org", "Company": "", "Phone": "02 0000 0001"},
        {"Name": "Ugo", "E-mail": "ugo@example.org"},
        {"Name": "Anna", "E-mail": "", "Company": "Uno", "Phone": "02 0000 0001"},
        {"Name": "Anna", "E-mail": "ANNA@example.org", "Company": "Due"},
    ]
    report = await book.take(rows, existing=existing)
    anna, _ = await book.contacts()
    assert report.created == 2
    company = {Existing.SKIP: None, Existing.FILL: "Uno", Existing.OVERWRITE: "Due"}
    assert anna.company == company[existing]
    assert report.updated == {Existing.SKIP: 0, Existing.FILL: 1, Existing.OVERWRITE: 2}[existing]
    assert report.rows == 4


async def test_a_good_row_is_not_lost_to_a_bad_one_before_it(book: Book) -> None:
    rows = [
        {"Name": "x" * 300, "E-mail": "anna@example.org"},
        {"Name": "Anna", "E-mail": "anna@example.org"},
    ]
    report = await book.take(rows)
    assert (report.created, report.rejected, report.duplicates) == (1, 1, 0)
    assert (await book.only()).given_name == "Anna"


async def test_our_own_export_changes_nothing(book: Book) -> None:
    await book.take(
        [
            ANNA | {"Subscription status": "unsubscribed"},
            {"First name": "Nobody", "Company": "Nothing"},
            {"First name": "=Formula", "Labels": 'a, b; "c"'},
        ],
        subscribed=True,
    )
    before = await book.contacts()
    rows = [exported(contact) for contact in before]
    for existing in Existing:
        report = await book.take(rows, existing=existing)
        assert (report.created, report.updated, report.rejected) == (0, 0, 0)
        assert report.duplicates == 3
    assert await book.contacts() == before


async def test_our_own_export_moves_a_book_without_loss(book: Book, tmp_path: Path) -> None:
    await book.take([ANNA | {"Subscription status": "unsubscribed"}], subscribed=True)
    old = await book.only()
    other = Book((await new_owner()).actor, tmp_path)
    report = await other.take([exported(old)])
    assert report.created == 1
    new = await other.only()
    assert exported(new) == exported(old)
    assert new.pk != old.pk


async def test_rows_of_our_own_export_are_as_many_people(book: Book, tmp_path: Path) -> None:
    """Duplicates of a book are its own affair: a move to another one must not lose any."""
    for _ in range(2):
        await new_contact(book.actor, given_name="Anna", emails=[EmailDraft("anna@example.org")])
        await new_contact(book.actor, given_name="Zoë")
    rows = [exported(contact) for contact in await book.contacts()]
    other = Book((await new_owner()).actor, tmp_path)
    dry = await other.take(rows, dry_run=True)
    assert (dry.created, dry.duplicates) == (4, 0)
    done = await other.take(rows)
    assert (done.created, done.duplicates) == (4, 0)
    again = await other.take(rows)
    assert (again.created, again.duplicates) == (0, 4)
    by_hand = rows[0] | {"Carnet ID": "", "Created at": ""}
    assert (await other.take([by_hand])).duplicates == 1


async def test_rows_of_later_batches_are_as_many_people(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("backend.imports.service.import_file"), "BATCH", 1)
    for _ in range(3):
        await new_contact(book.actor, given_name="Anna", phones=[PhoneDraft("02 0000 0001")])
    rows = [exported(contact) for contact in await book.contacts()]
    other = Book((await new_owner()).actor, tmp_path)
    assert (await other.take(rows)).created == 3


async def test_our_own_export_brings_the_colours_of_labels(book: Book, tmp_path: Path) -> None:
    label = await new_label(book.actor, "VIP, old")
    await new_contact(book.actor, given_name="Anna", label_ids=[label])
    other = Book((await new_owner()).actor, tmp_path)
    await other.take([exported(await book.only())])
    [carried] = (await other.only()).labels
    assert (carried.name, carried.color) == ("VIP, old", "teal")


def exported(contact: ContactRow) -> dict[str, str]:
    """Return the row of a contact in our own export."""
    width = MostValues(3, 3, 3)
    return dict(zip(header(width), row(contact, width), strict=True))
