"""The labels of the account, managed in a dialog; every list follows."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, expect

from backend.labels.rules import LabelColor
from backend.labels.service import update_label
from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_label

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


@pytest.fixture
async def label(reader: Person) -> int:
    return await new_label(reader.actor, "Client")


@pytest.fixture
async def book(product: Product, reader: Person, label: int) -> Book:
    await fill_book(reader.actor, 10, labels=[label])
    return await open_book(product, reader, "?manage=labels")


def dialog(book: Book) -> Locator:
    return book.page.locator("#labels")


def line(book: Book, name: str) -> Locator:
    named = book.page.locator(f"input[value='{name}']")
    return dialog(book).locator(".label-row").filter(has=named)


async def test_the_dialog_opens_from_the_menu_and_closes_with_escape(
    book: Book, product: Product
) -> None:
    await product.go(book.window, "/contacts")
    await book.page.get_by_role("button", name="More actions").click()
    await book.page.get_by_role("menuitem", name="Manage labels").click()
    await expect(dialog(book)).to_be_visible()
    assert "manage=labels" in book.page.url
    await book.page.keyboard.press("Escape")
    await expect(dialog(book)).to_have_count(0)
    assert "manage" not in book.page.url


async def test_a_label_is_added_by_enter_and_offered_at_once(book: Book) -> None:
    await dialog(book).get_by_label("New label").fill("Fair 2026")
    await book.page.keyboard.press("Enter")
    await expect(line(book, "Fair 2026")).to_be_visible()
    await expect(dialog(book).get_by_label("New label")).to_have_value("")
    await expect(dialog(book).get_by_label("New label")).to_be_focused()
    await book.page.keyboard.press("Escape")
    await book.page.get_by_role("button", name="View: All").click()
    await expect(book.page.get_by_role("option", name="Fair 2026")).to_be_visible()


async def test_a_name_that_is_taken_is_refused_in_words(book: Book) -> None:
    await dialog(book).get_by_label("New label").fill("CLIENT")
    await book.page.keyboard.press("Enter")
    await expect(dialog(book).get_by_role("alert")).to_contain_text("a label of this name")
    await expect(dialog(book).locator(".label-row")).to_have_count(1)


async def test_a_label_is_renamed_in_every_row(book: Book) -> None:
    name = line(book, "Client").get_by_label("Name of the label")
    await name.fill("Friend")
    await book.page.keyboard.press("Enter")
    await expect(line(book, "Friend")).to_be_visible()
    await expect(book.row("00000").locator(".grid-label")).to_have_text("Friend")


async def test_an_empty_name_is_refused_beside_the_field(book: Book) -> None:
    name = line(book, "Client").get_by_label("Name of the label")
    await name.fill("")
    await name.press("Enter")
    await expect(dialog(book).get_by_role("alert")).to_have_text("This is needed.")
    await expect(book.row("00000").locator(".grid-label")).to_have_text("Client")


async def test_a_colour_is_chosen_by_name(book: Book) -> None:
    await line(book, "Client").get_by_role("button", name="Colour: Teal").click()
    await book.page.get_by_role("menuitemcheckbox", name="Purple").click()
    await expect(line(book, "Client").get_by_role("button", name="Colour: Purple")).to_be_visible()
    await expect(book.row("00000").locator(".grid-label.color-purple")).to_be_visible()


async def test_a_stale_name_is_not_written_over_a_newer_one(
    book: Book, member: Person, label: int
) -> None:
    await update_label(member.actor, label, 1, color=LabelColor.RED)
    name = line(book, "Client").get_by_label("Name of the label")
    await name.fill("Friend")
    await book.page.keyboard.press("Enter")
    await expect(dialog(book).locator(".label-row")).to_have_count(1)
    await expect(dialog(book).get_by_role("alert").or_(line(book, "Friend"))).to_be_visible()


async def test_delete_says_how_many_carry_it_and_asks(book: Book) -> None:
    await line(book, "Client").get_by_role("button", name="Delete Client").click()
    question = book.page.locator("#confirm")
    await expect(question).to_contain_text("It is taken off 5 contacts. The contacts stay.")
    await question.get_by_role("button", name="Cancel").click()
    await expect(line(book, "Client")).to_be_visible()
    await line(book, "Client").get_by_role("button", name="Delete Client").click()
    await question.get_by_role("button", name="Delete").click()
    await expect(dialog(book).get_by_role("heading", name="No labels yet")).to_be_visible()
    await expect(book.row("00000").locator(".grid-label")).to_have_count(0)
    await expect(book.row("00000")).to_be_visible()


async def test_a_viewer_has_no_way_to_it(product: Product, viewer: Person, label: int) -> None:
    book = await open_book(product, viewer, "?manage=labels")
    await expect(dialog(book)).to_have_count(0)
