"""The filter bar: conditions made by keyboard, saved, followed by other windows; links of any
kind.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.async_api import Locator, expect

from backend.contacts.drafts import ContactChanges
from backend.contacts.service import update_contact
from backend.core.ids import decode_id
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


def query(book: Book) -> str:
    """Return the query of the window's URL."""
    return "?" + book.page.url.split("?")[1]


async def pick(book: Book, field: str, *, then: Locator) -> None:
    """Find a field in the open list by typing, take it, and wait until its value has the focus."""
    await expect(book.page.get_by_role("combobox", name="Filter by…")).to_be_focused()
    await book.page.keyboard.type(field)
    await book.page.keyboard.press("Enter")
    await expect(then).to_be_focused()


async def conditions_are(book: Book, *words: str) -> None:
    """Wait until the bar reads so."""
    await expect(book.page.locator(".condition-face")).to_have_text(list(words))


async def test_a_filter_is_built_by_keyboard_saved_and_right_in_two_windows(
    product: Product, reader: Person, member: Person
) -> None:
    ids = await fill_book(reader.actor, 60)
    book = await open_book(product, reader)
    keys = book.page.keyboard
    subscribed = book.page.get_by_role("checkbox", name="Subscribed", exact=True)
    await keys.press("f")
    await pick(book, "company", then=book.page.get_by_role("combobox", name="Value"))
    await keys.type("company 3")
    await keys.press("Enter")
    await book.count_is("9")
    await expect(book.page.get_by_role("button", name="Filter", exact=True)).to_be_focused()
    await keys.press("Enter")
    await pick(book, "subscr", then=subscribed)
    await keys.press("Space")
    await keys.press("Enter")
    await book.count_is("3")
    await conditions_are(book, "Company contains company 3", "Subscription is Subscribed")
    await expect(book.page).to_have_url(re.compile("where=company.contains:company\\+3;subscr"))
    await keys.press("Tab")
    await keys.press("Enter")
    await expect(book.page.get_by_role("textbox", name="Name of the filter")).to_be_focused()
    await keys.type("Third company")
    await keys.press("Enter")
    await expect(book.page.get_by_role("button", name="View: Third company")).to_be_visible()
    assert re.fullmatch(r"\?segment=[\w%=]+", query(book))
    other = await open_book(product, reader, query(book))
    await other.count_is("3")
    await change(member, ids[0], company="Company 3")
    for each in (book, other):
        await each.count_is("4")
        await expect(each.row("00000")).to_be_visible()
    await change(member, ids[3], company="Elsewhere")
    for each in (book, other):
        await each.count_is("3")
        await expect(each.row("00003")).to_have_count(0)
    await book.page.get_by_role("button", name="Company contains company 3", exact=True).click()
    await book.page.get_by_role("combobox", name="Value").fill("company 4")
    await keys.press("Enter")
    await book.count_is("2")
    await other.count_is("3")
    await book.page.get_by_role("button", name="Save changes").click()
    await other.count_is("2")
    await conditions_are(other, "Company contains company 4", "Subscription is Subscribed")


async def test_a_saved_filter_is_shared_renamed_deleted_and_brought_back(
    product: Product, reader: Person, viewer: Person
) -> None:
    await fill_book(reader.actor, 12)
    book = await open_book(product, reader, "?where=company.contains:company+3")
    await book.page.get_by_role("button", name="Save", exact=True).click()
    await book.page.get_by_role("textbox", name="Name of the filter").fill("Threes")
    await book.page.get_by_role("checkbox", name="Share with the team").check()
    await book.page.get_by_role("dialog").get_by_role("button", name="Save").click()
    menu = book.page.get_by_role("button", name="Saved filter: Threes")
    await expect(menu).to_be_visible()
    theirs = await open_book(product, viewer)
    await theirs.page.locator("#view").click()
    await theirs.page.locator("#views").get_by_text("Threes").click()
    await theirs.count_is("2")
    await expect(theirs.page.locator("#saved-filter-menu")).to_have_count(0)
    await menu.click()
    await book.page.get_by_role("menuitem", name="Edit").click()
    await book.page.get_by_role("textbox", name="Name of the filter").fill("Third")
    await book.page.keyboard.press("Enter")
    await expect(book.page.locator("#view")).to_have_text("Third")
    await expect(theirs.page.locator("#view")).to_have_text("Third")
    await book.page.get_by_role("button", name="Saved filter: Third").click()
    await book.page.get_by_role("menuitem", name="Delete").click()
    await book.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    await book.count_is("12")
    await expect(theirs.page.locator(".filters-notice").get_by_role("alert")).to_be_visible()
    await theirs.count_is("12")
    await book.toasts.get_by_role("button", name="Undo").click()
    for each in (book, theirs):
        await each.count_is("2")
        await expect(each.page.locator("#view")).to_have_text("Third")


async def columns_are(book: Book, *words: str) -> None:
    """Wait until the list has these columns behind the name."""
    heads = book.page.locator(".grid-heading-words")
    await expect(heads).to_have_text(["Name", *words])


async def turn_columns(book: Book, *words: str) -> None:
    """Hide columns that are shown, and show those that are not."""
    await book.page.get_by_role("button", name="Customize columns").click()
    chooser = book.page.get_by_role("dialog", name="Customize columns")
    for column in words:
        await chooser.get_by_text(column, exact=True).click()
    await chooser.get_by_role("button", name="Done").click()


async def test_a_saved_filter_brings_its_order_and_columns(
    product: Product, reader: Person
) -> None:
    await fill_book(reader.actor, 30)
    usual = ("Company", "E-mail", "Phone", "Labels", "Last activity")
    book = await open_book(product, reader, "?where=company.contains:company+3&sort=-given")
    await columns_are(book, *usual)
    await book.page.get_by_role("button", name="Save", exact=True).click()
    await book.page.get_by_role("textbox", name="Name of the filter").fill("Threes")
    await book.page.get_by_role("checkbox", name="With the order and the columns").check()
    await book.page.get_by_role("dialog").get_by_role("button", name="Save").click()
    view = book.page.locator("#view")
    await expect(view).to_have_text("Threes")
    assert re.fullmatch(r"\?segment=[\w%=]+", query(book))
    saved = await book.names()
    other = await open_book(product, reader, query(book))
    assert await other.names() == saved
    await turn_columns(book, "Company", "City")
    changed = (*usual[1:], "City")
    await columns_are(book, *changed)
    await expect(view).to_have_text("Threes (changed)")
    await book.page.reload()
    await columns_are(book, *changed)
    await book.page.get_by_role("button", name="Reset").click()
    await columns_are(book, *usual)
    await book.page.go_back()
    await columns_are(book, *changed)
    await book.page.get_by_role("button", name="Save changes").click()
    await expect(view).to_have_text("Threes")
    await columns_are(other, *changed)
    assert await other.names() == saved
    await view.click()
    await book.page.locator("#views").get_by_text("All", exact=False).first.click()
    await book.count_is("30")
    await columns_are(book, *usual)
    await book.page.go_back()
    await columns_are(book, *changed)
    await book.page.get_by_role("button", name="Saved filter: Threes").click()
    await book.page.get_by_role("menuitem", name="Edit").click()
    await book.page.get_by_role("checkbox", name="With the order and the columns").uncheck()
    await book.page.get_by_role("dialog").get_by_role("button", name="Save").click()
    for each in (book, other):
        await columns_are(each, *usual)
        await expect(each.page.locator("#view")).to_have_text("Threes")


async def test_a_link_shows_what_it_says_or_that_it_says_nothing(
    product: Product, reader: Person
) -> None:
    label = await new_label(reader.actor, "Client")
    await fill_book(reader.actor, 60, labels=[label])
    book = await open_book(product, reader, "?where=company.contains:3;any(")
    notice = book.page.locator(".filters-notice")
    await expect(notice).to_contain_text("This filter could not be read.")
    await book.count_is("60")
    await notice.get_by_role("button", name="Clear the filter").click()
    await expect(notice).to_have_count(0)
    nested = "company.is:company+3;any(label.any:TGFiZWw6OTk5;subscription.is:SUBSCRIBED)"
    await product.go(book.window, f"/contacts?where={nested}")
    await conditions_are(
        book, "Company is company 3", "Label is a deleted label or Subscription is Subscribed"
    )
    await book.count_is("3")
    await book.page.get_by_role("button", name="Any of").click()
    await book.count_is("26")
    await book.page.get_by_role("button", name="Remove Subscription is Subscribed").click()
    await expect(book.page).not_to_have_url(re.compile("subscription"))
    await book.page.get_by_role("button", name="Remove Label is a deleted label").click()
    await expect(book.page).not_to_have_url(re.compile("label"))
    await book.count_is("9")
    await book.page.go_back()
    await book.page.go_back()
    await book.page.go_back()
    await book.count_is("3")
    await product.go(book.window, "/contacts?where=phone.missing&q=adele")
    await expect(book.page.locator(".empty-text")).to_have_text(
        "No contact matches: “adele” · Has no phone."
    )
    await book.page.get_by_role("button", name="Clear search and filters").click()
    await book.count_is("60")
