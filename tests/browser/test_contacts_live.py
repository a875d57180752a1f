"""What anyone changes shows in every open list, and nothing moves under one's eyes."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import expect

from backend.contacts.drafts import ContactChanges, ContactDraft
from backend.contacts.selections import SelectedIds
from backend.contacts.service import create_contact, delete_contacts, update_contact
from backend.core.ids import decode_id
from backend.labels.service import update_label
from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_label, read_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def change(person: Person, global_id: str, **values: Any) -> None:
    """Edit a contact as somebody else's client would."""
    key = decode_id(global_id, "Contact")
    version = (await read_contact(person.actor, key)).version
    await update_contact(person.actor, key, version, ContactChanges(**values))


@pytest.fixture
async def ids(reader: Person) -> list[str]:
    return await fill_book(reader.actor, 500)


@pytest.fixture
async def book(product: Product, reader: Person, ids: list[str]) -> Book:
    return await open_book(product, reader)


async def test_a_change_shows_and_sends_one_row(book: Book, member: Person, ids: list[str]) -> None:
    heard = await book.heard()
    await change(member, ids[3], company="Acme")
    await expect(book.row("00003").locator(".grid-company")).to_have_text("Acme")
    assert await book.heard() - heard < 4096
    await change(member, ids[3], company="Bolt")
    await expect(book.row("00003").locator(".grid-company")).to_have_text("Bolt")
    await change(member, ids[3], company="Acme")
    await expect(book.row("00003").locator(".grid-company")).to_have_text("Acme")


async def test_a_contact_enters_moves_and_leaves(
    book: Book, member: Person, ids: list[str]
) -> None:
    draft = ContactDraft(given_name="Adele", family_name="00002b")
    made = await create_contact(member.actor, draft)
    await book.count_is("501")
    await expect(book.rows.nth(3).locator(".grid-link")).to_have_text("Adele 00002b")
    await change(member, ids[1], given_name="Zoe")
    await expect(book.row("00001")).to_have_count(0)
    await book.count_is("501")
    await change(member, ids[1], given_name="Aaron")
    await expect(book.rows.first.locator(".grid-link")).to_have_text("Aaron 00001")
    await delete_contacts(member.actor, SelectedIds((made.contact_id,)))
    await expect(book.row("00002b")).to_have_count(0)
    await book.count_is("500")


async def test_a_filtered_list_follows_its_filter(
    product: Product, reader: Person, member: Person, ids: list[str]
) -> None:
    book = await open_book(product, reader, "?q=acme")
    await book.count_is("0")
    await change(member, ids[9], family_name="Acme-Rossi")
    await book.count_is("1")
    await expect(book.row("Acme-Rossi")).to_be_visible()
    await change(member, ids[9], family_name="00009")
    await book.count_is("0")


@pytest.mark.parametrize("place", [30, 260])
async def test_what_one_looks_at_stays_in_its_place(place: int, book: Book, member: Person) -> None:
    await book.scroll_to(place)
    ((name, top),) = (await book.place()).items()
    await book.page.evaluate(
        """() => {
          const { scroller } = document.querySelector("carnet-grid");
          scroller.viewport.scrollTop += 13;
          scroller.rowsChanged();  // rows that come before the browser tells of the scroll
        }"""
    )
    before = await book.place()
    assert before == {name: top - 13}
    for number in range(3):
        await create_contact(
            member.actor, ContactDraft(given_name="Aaron", family_name=f"{number}")
        )
    await book.count_is("503")
    await book.page.wait_for_timeout(2500)  # the doubt about the middle is settled after 1.5 s
    assert await book.place() == before
    row = book.row(f"{place + 5:05}")
    await expect(row).to_have_attribute("aria-rowindex", str(place + 5 + 3 + 2))


async def test_at_the_top_new_rows_come_into_view(book: Book, member: Person) -> None:
    await create_contact(member.actor, ContactDraft(given_name="Aaron"))
    await expect(book.rows.first.locator(".grid-link")).to_have_text("Aaron")
    assert (await book.names())[0] == "Aaron"


async def test_a_renamed_label_shows_in_every_row(
    product: Product, reader: Person, member: Person
) -> None:
    label = await new_label(reader.actor, "Client")
    await fill_book(reader.actor, 20, labels=[label])
    book = await open_book(product, reader)
    await expect(book.row("00000").locator(".grid-label")).to_have_text("Client")
    await update_label(reader.actor, label, 1, name="Friend")
    await expect(book.row("00000").locator(".grid-label")).to_have_text("Friend")
    await expect(book.row("00018").locator(".grid-label")).to_have_text("Friend")


async def test_a_bulk_change_is_read_anew_in_its_place(
    book: Book, member: Person, ids: list[str]
) -> None:
    await book.scroll_to(200)
    before = await book.place()
    gone = tuple(decode_id(global_id, "Contact") for global_id in ids[250:])
    await delete_contacts(member.actor, SelectedIds(gone))
    await book.count_is("250")
    assert await book.place() == before


async def test_a_deleted_contact_is_not_ticked_any_more(
    book: Book, member: Person, ids: list[str]
) -> None:
    await book.tick("00001").click()
    await book.tick("00002").click()
    await expect(book.selected).to_have_text("2 selected")
    gone = (decode_id(ids[1], "Contact"),)
    await delete_contacts(member.actor, SelectedIds(gone))
    await expect(book.selected).to_have_text("1 selected")
    await expect(book.tick("00002")).to_be_checked()


async def test_another_account_sees_nothing_of_it(
    book: Book, product: Product, stranger: Person, member: Person, ids: list[str]
) -> None:
    theirs = await open_book(product, stranger)
    await theirs.count_is("0")
    await change(member, ids[0], company="Acme")
    await expect(book.row("00000").locator(".grid-company")).to_have_text("Acme")
    await theirs.page.wait_for_timeout(300)
    await theirs.count_is("0")
    await product.go(theirs.window, f"/contacts?open={ids[0]}")
    await expect(theirs.card.locator(".empty-title")).to_be_visible()
    assert "Acme" not in "".join(theirs.window.frames_received)
