"""The trash: who deleted what, until when it stays, restored, erased for good."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.ids import decode_id
from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def test_the_trash_is_looked_through_restored_from_and_emptied(
    product: Product, reader: Person, member: Person
) -> None:
    ids = [decode_id(each, "Contact") for each in await fill_book(reader.actor, 8)]
    await delete_contacts(member.actor, SelectedIds(tuple(ids[:4])))
    window = await product.visit_as(
        reader, "/contacts/bin", viewport={"width": 1440, "height": 900}
    )
    book = Book(window, product)
    await book.count_is("4")
    assert book.page.url.endswith("/contacts?deleted=1")
    heads = book.page.locator(".grid-heading-words")
    own = ("Company", "E-mail", "Phone")
    await expect(heads).to_have_text(["Name", "Deleted", "Deleted by", "Gone for good", *own])
    await expect(book.row("00000").locator(".grid-deletedby")).to_have_text(member.actor.name)
    theirs = await open_book(product, member, "?deleted=1")
    until = theirs.row("00001").locator(".grid-erased")
    await theirs.page.set_viewport_size({"width": 390, "height": 844})
    await expect(until).to_be_visible()
    await expect(until.locator("time")).to_have_attribute("data-until", re.compile("jusqu’au .+"))
    await theirs.page.set_viewport_size({"width": 1440, "height": 900})
    await theirs.tick("00001").click()
    await expect(theirs.page.locator(".selection-actions button")).to_have_count(1)
    await theirs.page.locator(".selection-actions button").click()
    for each in (book, theirs):
        await each.count_is("3")
        await expect(each.row("00001")).to_have_count(0)
    await expect(theirs.page.locator(".filters-notice button")).to_have_count(0)
    await book.tick("00002").click()
    question = book.page.get_by_role("dialog")
    await book.page.locator(".selection-actions button").nth(1).click()
    await expect(question).to_contain_text("Their history is erased with them")
    await expect(question.locator(".button-danger")).to_have_text("Erase 1 for good")
    await question.locator(".button-danger").click()
    for each in (book, theirs):
        await each.count_is("2")
    await expect(book.toasts).to_contain_text("1 contact erased for good")
    await book.page.get_by_role("searchbox").fill("00003")
    await book.count_is("1")
    await book.page.locator(".filters-notice button").click()
    await expect(question).to_contain_text("2")  # all of it, not what the search found
    await question.locator(".button-danger").click()
    for each in (book, theirs):
        await each.count_is("0")
    await expect(theirs.page.locator(".grid")).to_contain_text("La corbeille est vide")
    await theirs.page.locator(".empty-state button").click()
    await theirs.count_is("5")
    await expect(theirs.page.locator(".grid-heading-words").nth(1)).to_have_text("Entreprise")
