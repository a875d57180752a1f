"""What is done to many contacts in the list: at once or by a job in a strip, and undone."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from backend.contacts.drafts import ContactChanges
from backend.contacts.service import change, undo, update_contact
from backend.core.ids import decode_id
from backend.core.jobs.worker import run_due_jobs
from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import read_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only

COUNT = 40


def strip(page: Page) -> Locator:
    """The strip of work that goes on, or has ended."""
    return page.locator(".progress-strip")


async def set_company(book: Book, company: str) -> None:
    """Set the company of all ticked contacts in the dialog."""
    await book.page.get_by_role("button", name="Set field").click()
    await book.page.get_by_label("Value").fill(company)
    await book.page.keyboard.press("Enter")
    await expect(book.page.locator("#bulk-field")).to_have_count(0)


async def test_a_few_contacts_change_at_once_and_back(product: Product, reader: Person) -> None:
    ids = await fill_book(reader.actor, COUNT)
    book = await open_book(product, reader)
    await book.tick("00001").check()
    await book.tick("00002").check()
    await book.page.get_by_role("button", name="Subscription").click()
    dialog = book.page.locator("#bulk-subscription")
    await expect(dialog).to_contain_text("Subscription of 2 contacts")
    await dialog.get_by_role("button", name="Apply").click()
    await expect(dialog.get_by_role("alert")).to_have_count(2)
    await dialog.get_by_label("Where they agreed").fill("Spring fair")
    await dialog.get_by_label("When they agreed").fill("2020-05-04")
    await dialog.get_by_label("Also those who unsubscribed").check()
    await dialog.get_by_role("button", name="Apply").click()
    await expect(book.toasts).to_contain_text("2 contacts changed")
    key = decode_id(ids[1], "Contact")
    assert (await read_contact(reader.actor, key)).emails[0].status == "subscribed"
    await set_company(book, "Bulk & Co")
    await expect(book.row("00002").locator(".grid-company")).to_have_text("Bulk & Co")
    await book.toasts.get_by_role("button", name="Undo").last.click()
    await expect(book.row("00002").locator(".grid-company")).to_have_text("Company 2")
    await book.page.get_by_role("button", name="More actions").click()
    await book.page.get_by_role("menuitem", name="Recent actions").click()
    actions = book.page.locator(".recent-action")
    await expect(actions).to_have_count(2)
    await expect(actions.first).to_contain_text("Company: Bulk & Co")
    await actions.last.get_by_role("button", name="Undo").click()
    await expect(actions.last).to_contain_text("2 contacts put back")
    assert (await read_contact(reader.actor, key)).emails[0].status == "unsubscribed"


async def test_very_many_change_in_a_strip_that_every_window_shows(
    product: Product, reader: Person, member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (change, undo):
        monkeypatch.setattr(module, "AT_ONCE", COUNT - 1)
    ids = await fill_book(reader.actor, COUNT)
    book = await open_book(product, reader)
    other = await product.visit_as(reader, "/duplicates")
    await book.page.locator(".grid-tick-all").check()
    await set_company(book, "Everybody & Co")
    for page in (book.page, other.page):
        await expect(strip(page)).to_contain_text("Changing 40 contacts…")
        await expect(strip(page)).to_contain_text("0 of 40")
    await book.page.reload()
    await expect(strip(book.page)).to_contain_text("0 of 40")
    await run_due_jobs()
    for page in (book.page, other.page):
        await expect(strip(page)).to_contain_text("40 contacts changed")
    key = decode_id(ids[3], "Contact")
    seen = (await read_contact(reader.actor, key)).version
    await update_contact(member.actor, key, seen, ContactChanges(company="Own & Co"))
    await strip(other.page).get_by_role("button", name="Undo").click()
    await expect(strip(book.page)).to_contain_text("Putting back 40 contacts…")
    await run_due_jobs()
    await expect(strip(other.page)).to_contain_text("39 contacts put back")
    await strip(other.page).get_by_role("link", name="Show them").click()
    await expect(other.page.locator("#kept-contacts")).to_contain_text("Adele 00003")
    await expect(book.row("00003").locator(".grid-company")).to_have_text("Own & Co")
    await expect(book.row("00004").locator(".grid-company")).to_have_text("Company 4")
