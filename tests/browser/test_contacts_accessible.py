"""Every state of the contacts page: axe finds nothing, nothing is wider than the window."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.ids import decode_id
from tests.browser.axe import OVERLAY, overflow, violations
from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_label

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def check(book: Book, state: str, within: str | None = None) -> None:
    """Hold one state of the page, or what is new in it, against axe; and the window's width."""
    assert await violations(book.page, within) == [], state
    assert await overflow(book.page) <= 0, state


async def check_trash(book: Book, reader: Person, contact_id: str) -> None:
    """Check the trash with a contact in it, ticked."""
    await delete_contacts(reader.actor, SelectedIds((decode_id(contact_id, "Contact"),)))
    await book.product.go(book.window, "/contacts?deleted=1")
    await book.tick("00003").click()
    await check(book, "trash")


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (360, "dark")])
async def test_axe_finds_nothing(theme: str, width: int, product: Product, reader: Person) -> None:
    label = await new_label(reader.actor, "Client")
    ids = await fill_book(reader.actor, 8, labels=[label])
    viewport = {"width": width, "height": 900}
    options = {"color_scheme": theme, "viewport": viewport, "bypass_csp": True}
    book = await open_book(product, reader, f"?label={label_id(label)}", **options)
    await book.tick("00002").click()
    await expect(book.selected).to_have_text("1 selected")
    await check(book, "list")
    await book.page.get_by_role("button", name="View: Client").click()
    await check(book, "views", OVERLAY)
    await book.page.keyboard.press("Escape")
    await book.page.get_by_role("button", name="Filter", exact=True).click()
    await check(book, "fields", OVERLAY)
    await book.page.get_by_role("option", name="Label").click()
    await expect(book.page.locator("#condition-labels")).to_be_focused()
    await check(book, "condition", OVERLAY)
    await product.go(book.window, "/contacts?where=company.contains:3;any(phone.has;city.is:Rome)")
    await book.page.get_by_role("button", name="Save", exact=True).click()
    await expect(book.page.locator("#field-name")).to_be_focused()
    await check(book, "saving", OVERLAY)
    await product.go(book.window, f"/contacts?open={ids[2]}")
    await expect(book.card.locator("#quick-familyName")).to_have_value("00002")
    await check(book, "card")
    await product.go(book.window, f"/contacts?edit={ids[2]}")
    await book.page.get_by_role("button", name="Add an address").click()
    await expect(book.page.locator(".address-fields")).to_be_visible()
    await check(book, "form", OVERLAY)
    await book.page.keyboard.press("Escape")
    await expect(book.page.locator("#leaving")).to_be_visible()
    await check(book, "leaving", OVERLAY)
    await product.go(book.window, "/contacts?manage=labels")
    await expect(book.page.locator(".label-row")).to_have_count(1)
    await check(book, "labels", OVERLAY)
    await product.go(book.window, "/contacts?q=nobody")
    await expect(book.page.get_by_role("heading", name="Nobody found")).to_be_visible()
    await check(book, "nobody")
    await check_trash(book, reader, ids[3])
    await product.go(book.window, "/contacts?open=Q29udGFjdDo5OTk5OTk5")
    await expect(book.card.locator(".empty-title")).to_be_visible()
    await check(book, "gone", "#contact-card")


def label_id(key: int) -> str:
    from backend.core.ids import encode_id

    return encode_id("Label", key)


async def test_screen_readers_hear_what_the_grid_is(product: Product, reader: Person) -> None:
    await fill_book(reader.actor, 60)
    book = await open_book(product, reader)
    grid = book.page.get_by_role("grid", name="Contacts")
    await expect(grid).to_have_attribute("aria-rowcount", "61")
    await expect(grid).to_have_attribute("aria-multiselectable", "true")
    await expect(grid).to_have_attribute("aria-colcount", "7")
    row = book.row("00003")
    await expect(row).to_have_attribute("aria-rowindex", "5")
    await expect(row).to_have_attribute("aria-selected", "false")
    await expect(row.get_by_role("gridcell")).to_have_count(7)
    await expect(row.get_by_role("checkbox")).to_have_accessible_name("Select Adele 00003")


@pytest.mark.parametrize(
    ("locale", "heading", "new"),
    [("fr", "Contacts", "Nouveau contact"), ("it", "Contatti", "Nuovo contatto")],
)
async def test_the_page_speaks_the_readers_language(
    locale: str, heading: str, new: str, product: Product, owner: Person
) -> None:
    from backend.accounts.service.profile import ProfileChange, update_profile

    await update_profile(owner.actor, ProfileChange(locale=locale))
    await fill_book(owner.actor, 1200)
    book = await open_book(product, owner)
    await expect(book.page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    await expect(book.page.get_by_role("button", name=new)).to_be_visible()
    await book.count_is("1\u202f200" if locale == "fr" else "1.200")


async def test_names_of_any_script_stand_in_their_own_direction(
    product: Product, reader: Person
) -> None:
    from backend.contacts.drafts import ContactDraft
    from backend.contacts.service import create_contact

    await create_contact(reader.actor, ContactDraft(given_name="ليلى", family_name="حداد"))
    await create_contact(reader.actor, ContactDraft(given_name="O'Brien <i>", family_name='"&"'))
    book = await open_book(product, reader)
    await expect(book.rows).to_have_count(2)
    await expect(book.row("O'Brien")).to_contain_text('O\'Brien <i> "&"')
    await expect(book.rows.locator("i")).to_have_count(0)
    await expect(book.row("ليلى").locator(".grid-name")).to_have_css("unicode-bidi", "plaintext")


async def test_axe_finds_nothing_on_the_page_of_a_contact(product: Product, reader: Person) -> None:
    ids = await fill_book(reader.actor, 3, labels=[await new_label(reader.actor, "Client")])
    options = {"color_scheme": "dark", "viewport": {"width": 360, "height": 900}}
    window = await product.visit_as(reader, f"/contacts/{ids[2]}", bypass_csp=True, **options)
    book = Book(window, product)
    await expect(book.page.locator(".contact-details #quick-familyName")).to_have_value("00002")
    await check(book, "details")
    for view in ("Activity", "Linked"):
        await book.page.get_by_text(view, exact=True).click()
        await check(book, view)
    await book.page.set_viewport_size({"width": 1440, "height": 900})
    await check(book, "columns")
