"""The page of a contact: reached from the list and left for it again, edited, true while open."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.async_api import Page, expect

from backend.accounts.service.profile import ProfileChange, update_profile
from backend.contacts.drafts import ContactChanges
from backend.contacts.service import update_contact
from backend.core.ids import decode_id
from backend.notes.service import NoteDraft, add_note
from frontend.client import Client, OperationFailed
from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import read_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


@pytest.fixture
async def ids(reader: Person) -> list[str]:
    return await fill_book(reader.actor, 120)


async def shows(page: Page, family: str) -> None:
    await expect(page.locator(".contact-details #quick-familyName")).to_have_value(family)


async def is_on_the_list(book: Book) -> None:
    await expect(book.page.locator(".contact")).to_have_count(0)
    await book.rows_in_view()


async def test_every_way_leads_there_and_back_to_the_list_as_it_was(
    product: Product, reader: Person, ids: list[str]
) -> None:
    book = await open_book(product, reader, "?q=person")
    page = book.page
    await book.tick("00002").check()
    await book.scroll_to(60)
    await book.row("00064").hover()
    before = await book.names()
    await expect(page).to_have_url(re.compile("at="))
    await page.get_by_role("link", name="View", exact=True).click()
    await shows(page, "00064")
    await expect(page).to_have_url(re.compile("/contacts/[^/?]+$"))
    await page.keyboard.press("Escape")
    await is_on_the_list(book)
    assert await book.names() == before
    await expect(book.selected).to_have_text("1 selected")
    await expect(book.row("00064")).to_have_attribute("data-active", "")

    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await shows(page, "00065")
    await page.go_back()
    await is_on_the_list(book)
    await book.row("00066").locator(".grid-company").dblclick()
    await shows(page, "00066")
    await page.go_back()
    await is_on_the_list(book)

    await book.row("00067").locator(".grid-link").click()
    await book.card.get_by_role("link", name="View the whole page").last.click()
    await shows(page, "00067")
    await page.go_back()
    await expect(book.card.locator("#quick-familyName")).to_have_value("00067")


async def test_arrows_lead_through_the_list_and_deleting_names_what_goes(
    product: Product, reader: Person, ids: list[str]
) -> None:
    where = "?where=company.contains:company+3&sort=-given"
    book = await open_book(product, reader, where)
    page = book.page
    names = [name.split()[1] for name in await book.names()]
    await book.row(names[0]).locator(".grid-company").dblclick()
    await shows(page, names[0])
    after = page.get_by_role("button", name="Next contact")
    await expect(page.get_by_role("button", name="Previous contact")).to_be_disabled()
    await after.click()
    await shows(page, names[1])
    await page.keyboard.press("Alt+ArrowDown")
    await shows(page, names[2])
    await page.keyboard.press("Alt+ArrowUp")
    await shows(page, names[1])
    await expect(after).to_be_enabled()
    await page.keyboard.press("Escape")
    await is_on_the_list(book)
    await expect(book.row(names[1])).to_have_attribute("data-active", "")
    await page.keyboard.press("Enter")
    await shows(page, names[1])
    key = decode_id(page.url.rsplit("/", 1)[1], "Contact")
    await add_note(reader.actor, key, NoteDraft("Call back"))
    await page.locator("#contact-menu-trigger, [popovertarget=contact-menu]").first.click()
    await page.get_by_role("menuitem", name="Delete contact").click()
    question = page.get_by_role("dialog")
    await expect(question).to_contain_text("It goes with all that belongs to it: 1 note.")
    await question.get_by_role("button", name="Delete").click()
    await book.count_is("16")


async def test_every_detail_is_changed_where_it_stands(
    product: Product, reader: Person, ids: list[str]
) -> None:
    window = await product.visit_as(reader, f"/contacts/{ids[4]}")
    page, details = window.page, window.page.locator(".contact-details")
    await shows(page, "00004")
    await details.get_by_role("button", name="Remove the company").click()
    await expect(details.locator("#quick-company")).to_have_value("")
    await page.locator(".toasts").get_by_role("button", name="Undo").click()
    await expect(details.locator("#quick-company")).to_have_value("Company 4")

    await details.get_by_label("Add an e-mail").fill("home@example.org")
    await page.keyboard.press("Enter")
    added = details.get_by_role("listitem").filter(has=page.get_by_role("link", name="home@"))
    await added.get_by_label("Kind").select_option("Home")
    await added.get_by_label("Subscription status").select_option("Subscribed")
    await expect(added.locator(".status-subscribed")).to_be_visible()
    await details.get_by_role("button", name="Remove person4@example.org").click()
    await expect(details.get_by_role("link", name="person4@")).to_have_count(0)

    await details.get_by_role("button", name="Add an address").click()
    await details.get_by_label("Street and number").fill("Via Roma 1")
    await details.get_by_label("City").fill("Torino")
    await details.get_by_role("button", name="Save").click()
    await expect(details.locator("address")).to_contain_text("Via Roma 1")

    await page.reload()
    await shows(page, "00004")
    await expect(added.get_by_label("Kind")).to_have_value("HOME")
    await expect(details.locator("address")).to_contain_text("Torino")
    await page.keyboard.press("e")
    await expect(page.locator("#contact-form")).to_be_visible()


async def test_the_story_is_told_live_by_day_and_read_on_as_one_scrolls(
    product: Product, reader: Person, member: Person, ids: list[str]
) -> None:
    zone = "Pacific/Kiritimati" if datetime.now(UTC).hour >= 11 else "Pacific/Niue"
    await update_profile(reader.actor, ProfileChange(time_zone=zone))  # never the browser's day
    key = decode_id(ids[7], "Contact")
    for number in range(70):
        version = (await read_contact(reader.actor, key)).version
        await update_contact(reader.actor, key, version, ContactChanges(position=f"Step {number}"))
    window = await product.visit_as(reader, f"/contacts/{ids[7]}")
    page, entries = window.page, window.page.locator(".story-entry")
    await expect(entries.first).to_contain_text("from “Step 68” to “Step 69”")
    await expect(page.locator(".story-day")).to_have_text(["today"])
    version = (await read_contact(member.actor, key)).version
    await update_contact(member.actor, key, version, ContactChanges(company="Engines"))
    await expect(entries.first).to_contain_text("Marc Petit changed the company")
    for count in (61, 72):
        await page.locator(".contact-middle").evaluate("middle => middle.scrollTo(0, 1e6)")
        await expect(entries).to_have_count(count)
    await expect(entries.last).to_have_text(re.compile("added the contact"))


@pytest.mark.expects_error_log
async def test_what_could_not_be_read_is_read_again_at_a_press(
    product: Product, reader: Person, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run, failing = Client.run, {"contacts/contact_page", "timeline/list_timeline"}

    async def run_or_fail(client: Client, operation: Any, variables: Any = None) -> Any:
        if operation.path in failing:
            raise OperationFailed("INTERNAL_SERVER_ERROR", "Something went wrong.")
        return await run(client, operation, variables)

    monkeypatch.setattr(Client, "run", run_or_fail)
    page = (await product.visit_as(reader, f"/contacts/{ids[0]}?tab=notes")).page
    await expect(page.locator(".contact-lost")).to_contain_text("The contact could not be read")
    failing.remove("contacts/contact_page")
    await page.get_by_role("button", name="Try again").click()
    await shows(page, "00000")
    await page.get_by_role("link", name="Timeline").click()
    await expect(page.locator(".story")).to_contain_text("The timeline could not be read")
    failing.clear()
    await page.locator(".story").get_by_role("button", name="Try again").click()
    await expect(page.locator(".story-entry").first).to_be_visible()
