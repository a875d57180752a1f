"""Everything in the list can be done with the keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


@pytest.fixture
async def book(product: Product, reader: Person) -> Book:
    await fill_book(reader.actor, 400)
    return await open_book(product, reader)


async def active(book: Book) -> str | None:
    """Return the name in the row that screen readers are told of."""
    name: str | None = await book.page.evaluate(
        """() => {
          const id = document.getElementById("contacts-grid").getAttribute("aria-activedescendant");
          return document.getElementById(id)?.querySelector(".grid-link").textContent ?? null;
        }"""
    )
    return name


async def press(book: Book, *keys: str) -> None:
    for key in keys:
        await book.page.keyboard.press(key)


async def test_arrows_letters_and_ends_move_the_focus(book: Book) -> None:
    await press(book, "j")
    assert await active(book) == "Adele 00000"
    await press(book, "j", "ArrowDown", "k", "ArrowDown", "ArrowUp")
    assert await active(book) == "Adele 00001"
    await press(book, "End")
    await book.rows_in_view()
    await expect(book.row("00399")).to_have_attribute("data-active", "")
    assert await active(book) == "Jules 00399"
    await press(book, "Home")
    await book.rows_in_view()
    await expect(book.row("00000")).to_have_attribute("data-active", "")
    await press(book, "PageDown")
    assert int((await active(book) or "").split()[1]) > 10


async def test_the_row_in_focus_stays_in_view(book: Book) -> None:
    await press(book, "j")
    for _ in range(60):
        await press(book, "ArrowDown")
    await book.rows_in_view()
    assert await active(book) in await book.names()


async def test_x_ticks_and_shift_with_the_arrows_extends(book: Book) -> None:
    await press(book, "j", "j", "x")
    await expect(book.selected).to_have_text("1 selected")
    await press(book, "Shift+ArrowDown", "Shift+ArrowDown")
    await expect(book.selected).to_have_text("3 selected")
    await press(book, "Control+a")
    await expect(book.page.locator(".grid-tick:not(:checked)")).to_have_count(0)
    await press(book, "Escape")
    await expect(book.page.locator(".selection-bar")).to_be_hidden()


async def test_v_opens_the_card_which_follows_the_focus(book: Book) -> None:
    await press(book, "j", "j", "v")
    await expect(book.card.locator("#quick-familyName")).to_have_value("00001")
    await press(book, "j")
    await expect(book.card.locator("#quick-familyName")).to_have_value("00002")
    await expect(book.row("00002")).to_have_attribute("data-opened", "")
    await press(book, "v")
    await expect(book.card).to_be_focused()
    await press(book, "Escape")
    await expect(book.card).to_have_count(0)
    await expect(book.page.locator("#contacts-grid")).to_be_focused()
    await expect(book.page).not_to_have_url(re.compile("open="))


async def test_escape_closes_the_topmost_thing_first(book: Book) -> None:
    await press(book, "j", "x", "v")
    await expect(book.card).to_be_visible()
    await press(book, "c")
    await expect(book.page.locator("#contact-form")).to_be_visible()
    await press(book, "Escape")
    await expect(book.page.locator("#contact-form")).to_have_count(0)
    await expect(book.card).to_be_visible()
    await press(book, "Escape")
    await expect(book.card).to_have_count(0)
    await expect(book.selected).to_have_text("1 selected")
    await press(book, "Escape")
    await expect(book.page.locator(".selection-bar")).to_be_hidden()


async def test_e_edits_the_row_in_focus(book: Book) -> None:
    await press(book, "j", "j", "j", "e")
    await expect(book.page.locator("#field-familyName")).to_have_value("00002")


async def test_the_search_leads_into_the_list(book: Book) -> None:
    await press(book, "/")
    await book.page.keyboard.type("gaia")
    await book.count_is("40")
    await press(book, "ArrowDown", "Enter")
    await expect(book.page.locator(".contact-details #quick-givenName")).to_have_value("Gaia")


async def test_letters_typed_into_a_field_do_nothing_else(book: Book) -> None:
    await book.page.fill("#contacts-search", "")
    await book.page.locator("#contacts-search").press_sequentially("xjke")
    await book.count_is("0")
    await expect(book.page.locator("#contact-form")).to_have_count(0)


async def test_up_from_the_first_row_leads_to_the_header_and_sorts(book: Book) -> None:
    await press(book, "j", "ArrowUp")
    await expect(book.page.locator("[data-column=name] .grid-heading-sorts")).to_be_focused()
    await press(book, "Enter")
    await expect(book.rows.first.locator(".grid-link")).to_have_text("Jules 00399")
    await press(book, "ArrowDown")
    await expect(book.page.locator("#contacts-grid")).to_be_focused()


async def test_the_palette_finds_people_and_makes_a_new_one(book: Book) -> None:
    await press(book, "Control+k")
    await book.page.keyboard.type("person77@")
    await expect(book.page.locator("#palette .palette-entry[data-found]")).to_have_count(1)
    await press(book, "Enter")
    found = book.page.locator(".contact-details #quick-familyName")
    await expect(found).to_have_value("00077")
    await press(book, "Control+k")
    await book.page.keyboard.type("new contact")
    await press(book, "Enter")
    await expect(book.page.locator("#contact-form")).to_be_visible()
