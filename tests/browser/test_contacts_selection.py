"""Ticks answer in the browser at once; what is done with them goes by the server."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_label

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only

COUNT = 600


@pytest.fixture
async def book(product: Product, reader: Person) -> Book:
    await new_label(reader.actor, "Client")
    await fill_book(reader.actor, COUNT)
    return await open_book(product, reader)


async def test_a_tick_shows_at_once_and_costs_one_lean_event(book: Book) -> None:
    await book.tick("00001").check()
    await expect(book.selected).to_have_text("1 selected")
    sent, heard = len(book.window.frames_sent), await book.heard()
    at_once = await book.page.evaluate(
        """() => {
          const box = document.querySelectorAll(".grid-tick")[3];
          box.click();
          return box.checked && box.closest(".grid-row").getAttribute("aria-selected");
        }"""
    )
    assert at_once == "true"
    await expect(book.selected).to_have_text("2 selected")
    events = [frame for frame in book.window.frames_sent[sent:] if "layout-event" in frame]
    assert len(events) == 1
    assert len(events[0]) < 600
    assert await book.heard() - heard < 2048


async def test_shift_ticks_what_lies_between(book: Book) -> None:
    await book.tick("00002").click()
    await book.tick("00008").click(modifiers=["Shift"])
    await expect(book.selected).to_have_text("7 selected")
    await expect(book.page.locator(".grid-tick:checked")).to_have_count(7)


async def test_shift_ticks_rows_that_are_not_loaded(book: Book) -> None:
    await book.tick("00002").click()
    await book.scroll_to(400)
    await book.tick("00405").click(modifiers=["Shift"])
    await expect(book.selected).to_have_text("404 selected")
    await expect(book.tick("00404")).to_be_checked()
    await expect(book.tick("00406")).not_to_be_checked()
    await book.scroll_to(0)
    await expect(book.tick("00002")).to_be_checked()
    await expect(book.tick("00001")).not_to_be_checked()


async def test_the_header_ticks_what_is_loaded_and_then_everything(book: Book) -> None:
    await book.page.locator(".grid-tick-all").click()
    await expect(book.page.locator(".grid-tick:not(:checked)")).to_have_count(0)
    await book.page.get_by_role("button", name="Select all 600").click()
    await expect(book.selected).to_have_text("600 selected")
    await book.scroll_to(500)
    await expect(book.tick("00501")).to_be_checked()
    await book.tick("00501").click()
    await expect(book.selected).to_have_text("599 selected")


async def test_another_search_clears_the_ticks_and_another_sort_keeps_them(book: Book) -> None:
    await book.tick("00001").click()
    await book.page.locator("[data-column=company] .grid-heading-button").click()
    await expect(book.rows.first.locator(".grid-company")).to_have_text("Company 0")
    await expect(book.selected).to_have_text("1 selected")
    await book.page.fill("#contacts-search", "bruno")
    await book.count_is("60")
    await expect(book.page.locator(".selection-bar")).to_be_hidden()
    await expect(book.page.locator(".grid-tick:checked")).to_have_count(0)


async def test_ticked_contacts_are_deleted_after_a_question_and_brought_back(book: Book) -> None:
    for family in ("00001", "00003"):
        await book.tick(family).click()
    await book.page.get_by_role("button", name="Delete").click()
    dialog = book.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Delete 2 contacts?")
    await expect(dialog).to_contain_text("Adele 00001")
    await dialog.get_by_role("button", name="Delete").click()
    await book.count_is("598")
    await expect(book.row("00003")).to_have_count(0)
    await expect(book.page.locator(".selection-bar")).to_be_hidden()
    await book.toasts.get_by_role("button", name="Undo").click()
    await book.count_is("600")
    await expect(book.row("00003")).to_be_visible()


async def test_the_whole_result_but_one_is_deleted_and_restored(book: Book) -> None:
    await book.page.locator(".grid-tick-all").click()
    await book.page.get_by_role("button", name="Select all 600").click()
    await book.tick("00002").click()
    await book.page.get_by_role("button", name="Delete").click()
    await book.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    await book.count_is("1")
    assert await book.names() == ["Adele 00002"]
    await book.toasts.get_by_role("button", name="Undo").click()
    await book.count_is("600")


async def test_deleted_contacts_are_found_and_restored_later(book: Book) -> None:
    await book.tick("00001").click()
    await book.page.get_by_role("button", name="Delete").click()
    await book.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    await book.count_is("599")
    await book.page.get_by_role("button", name="View: All").click()
    await book.page.get_by_role("option", name="Trash 1").click()
    await book.count_is("1")
    await book.tick("00001").click()
    await book.page.get_by_role("button", name="Restore").click()
    await book.count_is("0")
    await book.page.get_by_role("button", name="All contacts").click()
    await book.count_is("600")


async def test_labels_are_put_on_and_made_on_the_spot(book: Book) -> None:
    await book.page.locator(".grid-tick-all").click()
    await book.page.get_by_role("button", name="Select all 600").click()
    await book.page.get_by_role("button", name="Label", exact=True).click()
    box = book.page.locator("#bulk-add")
    await box.fill("Client")
    await book.page.get_by_role("option", name="Client").click()
    await box.fill("Fair 2026")
    await book.page.get_by_role("option", name="Create the label “Fair 2026”").click()
    dialog = book.page.get_by_role("dialog")
    await expect(dialog.locator(".chip")).to_have_count(2)
    await box.press("Tab")
    await dialog.get_by_role("button", name="Apply").click()
    await expect(book.toasts).to_contain_text("600 contacts labelled")
    await expect(book.row("00004").locator(".grid-label")).to_have_text(["Client", "Fair 2026"])


async def test_a_viewer_ticks_but_changes_nothing(
    product: Product, reader: Person, viewer: Person
) -> None:
    await fill_book(reader.actor, 5)
    book = await open_book(product, viewer)
    await book.tick("00001").click()
    await expect(book.selected).to_have_text("1 sélectionné")
    bar = book.page.locator(".selection-actions")
    await expect(bar).to_have_count(0)
    await expect(book.page.get_by_role("button", name="Nouveau contact")).to_have_count(0)
    await book.page.keyboard.press("c")
    await book.page.keyboard.press("j")
    await book.page.keyboard.press("e")
    await expect(book.page.locator("#contact-form")).to_have_count(0)
