"""Custom fields in the browser: made on the spot, typed, shown, sorted by, deleted, everywhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.async_api import Locator, expect

from backend.accounts.service.kept import save_preference
from backend.accounts.service.profile import ProfileChange, update_profile
from backend.contacts.drafts import ValueDraft
from backend.contacts.service import bulk_create_contacts
from backend.core.ids import encode_id
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.queries import list_fields
from frontend.pages.contacts_grid.columns import PREFERENCE
from frontend.pages.contacts_grid.listing import CUSTOM
from tests.browser.axe import OVERLAY
from tests.browser.book import Book, draft, fill_book, open_book, reader
from tests.browser.product import Product
from tests.browser.test_contacts_accessible import check
from tests.factories.accounts import Person
from tests.factories.contacts import read_contact
from tests.factories.custom_fields import new_field, set_value

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only
COLUMNS = 40
CONTACTS = 1_000


def heading(book: Book, name: str) -> Locator:
    return book.page.locator(".grid-heading", has_text=name)


def cell(book: Book, family: str, text: str) -> Locator:
    return book.row(family).locator(".grid-custom", has_text=text)


async def choose_columns(book: Book, *names: str) -> None:
    await book.page.get_by_role("button", name="Customize columns").click()
    dialog = book.page.locator("#columns")
    for name in names:
        await dialog.get_by_text(name, exact=True).click()
    await dialog.get_by_role("button", name="Done").click()


async def test_a_field_is_made_on_the_card_and_shown_in_every_window(
    product: Product, reader: Person
):
    [anna, *_] = await fill_book(reader.actor, 3)
    book = await open_book(product, reader, f"?open={anna}")
    other = await open_book(product, reader)
    picker = book.card.locator("#quick-fields")
    await picker.fill("Budget")
    await book.card.locator(".combobox-create", has_text="Create the field “Budget”").click()
    dialog = book.page.locator("#new-field")
    await expect(dialog.get_by_label("Name of the field")).to_have_value("Budget")
    await dialog.get_by_label("Type").select_option("NUMBER")
    await dialog.get_by_role("button", name="Add field").click()
    budget = book.card.get_by_label("Budget")
    await expect(budget).to_be_focused()
    await budget.fill("1250,5")
    await budget.press("Enter")
    await choose_columns(other, "Budget")
    await expect(cell(other, "00000", "1,250.5")).to_be_visible()
    await budget.fill("a lot")
    await budget.press("Enter")
    await expect(book.card.get_by_text("Budget: this is not a number.")).to_be_visible()
    await budget.fill("7")
    await budget.press("Enter")
    await expect(cell(other, "00000", "7")).to_be_visible()


async def test_the_form_takes_each_type(product: Product, reader: Person):
    for kind in CustomFieldKind:
        await new_field(reader.actor, f"My {kind.value}", kind)
    book = await open_book(product, reader, "?new=1")
    form = book.page.locator("#contact-form")
    await form.get_by_label("Given name").fill("Anna")
    await form.get_by_label("My number").fill("ten")
    await form.get_by_label("My text").fill("two\nlines")
    await form.get_by_label("My date").fill("2000-02-29")
    await form.get_by_label("My url").fill("javascript:alert(1)")
    await book.page.locator("#save-contact").click()
    await expect(form.get_by_text("My number: this is not a number.")).to_be_visible()
    await form.get_by_label("My number").fill("10.25")
    await book.page.locator("#save-contact").click()
    await expect(form.get_by_text("My url: this is not a web address")).to_be_visible()
    await form.get_by_label("My url").fill("example.org/anna")
    await book.page.locator("#save-contact").click()
    await expect(book.card.get_by_label("My text")).to_have_value("two\nlines")
    await expect(book.card.get_by_label("My number")).to_have_value("10.25")
    await expect(book.card.get_by_label("My date")).to_have_value("2000-02-29")
    link = book.card.get_by_role("link", name="Open example.org/anna")
    await expect(link).to_have_attribute("href", "https://example.org/anna")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


async def test_the_edit_form_changes_only_what_was_changed(product: Product, reader: Person):
    field = await new_field(reader.actor, "Budget", CustomFieldKind.NUMBER)
    other = await new_field(reader.actor, "Stage", CustomFieldKind.TEXT)
    [anna] = await fill_book(reader.actor, 1)
    await set_value(reader.actor, 1, field, "5")
    book = await open_book(product, reader, f"?edit={anna}")
    form = book.page.locator("#contact-form")
    await form.get_by_label("Budget").fill("6")
    await set_value(reader.actor, 1, other, "won")
    await book.page.locator("#save-contact").click()
    await expect(form).to_have_count(0)
    kept = {each.field.name: each.kept for each in (await read_contact(reader.actor, 1)).values}
    assert kept == {"Budget": "6", "Stage": "won"}


async def test_the_same_value_changed_twice_is_put_to_the_user(product: Product, reader: Person):
    field = await new_field(reader.actor, "Budget", CustomFieldKind.NUMBER)
    [anna] = await fill_book(reader.actor, 1)
    await set_value(reader.actor, 1, field, "5")
    book = await open_book(product, reader, f"?edit={anna}")
    await book.page.locator("#contact-form").get_by_label("Budget").fill("6")
    await set_value(reader.actor, 1, field, "7")
    await book.page.locator("#save-contact").click()
    dialog = book.page.locator("#conflict")
    await expect(dialog.locator(".dispute-value")).to_have_text(["6", "7"])
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_have_count(0)
    await expect(book.page.locator("#contact-form")).to_have_count(0)
    assert [each.kept for each in (await read_contact(reader.actor, 1)).values] == ["6"]


async def test_fields_are_renamed_ordered_deleted_and_brought_back(
    product: Product, reader: Person
):
    fields = [
        await new_field(reader.actor, name, CustomFieldKind.TEXT) for name in ("Alpha", "Beta")
    ]
    await fill_book(reader.actor, 3)
    for contact in (1, 2):
        await set_value(reader.actor, contact, fields[0], "x")
    book = await open_book(product, reader)
    other = await open_book(product, reader)
    await choose_columns(other, "Alpha", "Beta")
    await heading(other, "Alpha").locator(".grid-heading-button").click()
    await expect(other.page).to_have_url(re.compile("sort=custom"))
    await book.page.get_by_role("button", name="More actions").click()
    await book.page.get_by_role("menuitem", name="Manage fields").click()
    manager = book.page.locator("#fields")
    names = manager.get_by_label("Name of the field")
    await names.nth(0).fill("E-mail")
    await names.nth(0).press("Enter")
    await expect(manager.get_by_text("A standard field is called so already")).to_be_visible()
    await names.nth(0).fill("First")
    await names.nth(0).press("Enter")
    await expect(heading(other, "First")).to_be_visible()
    await manager.get_by_role("button", name="Move First down").click()
    await expect(names.nth(1)).to_have_value("First")
    await manager.get_by_role("button", name="Delete First").click()
    confirm = book.page.locator("#confirm")
    await expect(confirm).to_contain_text("2 contacts lose their value")
    await confirm.get_by_role("button", name="Delete").click()
    await expect(names).to_have_count(1)
    await expect(heading(other, "First")).to_have_count(0)
    await expect(other.page).to_have_url(re.compile(r"/contacts(?!.*sort=)"))
    await expect(other.rows).to_have_count(3)
    await manager.get_by_role("button", name="Done").click()
    await book.toasts.get_by_role("button", name="Undo").click()
    await expect(heading(other, "First")).to_be_visible()
    await product.go(book.window, "/contacts?manage=fields")
    await expect(book.page.locator(".field-row")).to_have_count(2)
    assert [field.name for field in await list_fields(reader.actor)] == ["Beta", "First"]


async def test_forty_columns_over_a_thousand_contacts(product: Product, reader: Person):
    kinds = list(CustomFieldKind)
    fields = [await new_field(reader.actor, f"Field {n:02}", kinds[n % 4]) for n in range(COLUMNS)]
    texts = {
        "text": "text {down:05}",
        "number": "{n}",
        "date": "2000-01-{day:02}",
        "url": "https://example.org/{n}",
    }

    def value(kind: str, n: int) -> str:
        return texts[kind].format(n=n, down=CONTACTS - n, day=n % 28 + 1)

    drafts = [
        replace(
            draft(n, CONTACTS, []),
            custom_values=[ValueDraft(each.pk, value(each.kind, n)) for each in fields],
        )
        for n in range(CONTACTS)
    ]
    assert not (await bulk_create_contacts(reader.actor, drafts)).refused
    columns = [f"{CUSTOM}{encode_id('CustomField', each.pk)}" for each in fields]
    await save_preference(reader.actor, PREFERENCE, {"order": columns})
    book = await open_book(product, reader)
    await expect(book.rows.first.locator(".grid-custom")).to_have_count(COLUMNS)
    await expect(cell(book, "00000", "text 01000").first).to_be_attached()
    text = heading(book, "Field 00")
    await text.locator(".grid-heading-button").click()
    await expect(text).to_have_attribute("aria-sort", "ascending")
    await expect(book.rows.first).to_contain_text("00999")
    await text.locator(".grid-heading-button").press("Shift+ArrowRight")
    await book.scroll_to(700)
    await expect(book.row("00299")).to_be_visible()
    await set_value(reader.actor, 1000 - 700, fields[0], "text 99999")
    await expect(book.row("00299")).to_have_count(0)
    await book.count_is("1,000")


async def test_a_reader_sees_values_and_changes_nothing(
    product: Product, reader: Person, viewer: Person
):
    await update_profile(viewer.actor, ProfileChange(locale="en"))
    field = await new_field(reader.actor, "Site", CustomFieldKind.URL)
    [anna] = await fill_book(reader.actor, 1)
    await set_value(reader.actor, 1, field, "https://example.org")
    book = await open_book(product, viewer, f"?open={anna}&manage=fields")
    await expect(book.card.get_by_text("Site")).to_be_visible()
    await expect(book.card.locator("#quick-fields")).to_have_count(0)
    await expect(book.page.locator("#fields")).to_have_count(0)


async def test_numbers_and_days_are_written_as_the_reader_writes_them(
    product: Product, owner: Person
):
    await update_profile(owner.actor, ProfileChange(locale="fr"))
    number = await new_field(owner.actor, "Budget", CustomFieldKind.NUMBER)
    day = await new_field(owner.actor, "Né le", CustomFieldKind.DATE)
    [anna] = await fill_book(owner.actor, 1)
    await set_value(owner.actor, 1, number, "1234.5")
    await set_value(owner.actor, 1, day, "2000-02-01")
    book = await open_book(product, owner, f"?open={anna}")
    await expect(book.card.get_by_label("Budget")).to_have_value("1234,5")
    await book.card.get_by_label("Budget").fill("2 000,25")
    await book.card.get_by_label("Budget").press("Enter")
    await book.page.get_by_role("button", name="Personnaliser les colonnes").click()
    for name in ("Budget", "Né le"):
        await book.page.locator("#columns").get_by_text(name, exact=True).click()
    await book.page.keyboard.press("Escape")
    await expect(cell(book, "00000", "2\u202f000,25")).to_be_visible()
    await expect(cell(book, "00000", "1 févr. 2000")).to_be_visible()
    kept = [each.kept for each in (await read_contact(owner.actor, 1)).values]
    assert kept == ["2000.25", "2000-02-01"]
    assert encode_id("Contact", 1) == anna


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (360, "dark")])
async def test_axe_finds_nothing(theme: str, width: int, product: Product, reader: Person):
    fields = [await new_field(reader.actor, f"My {kind.value}", kind) for kind in CustomFieldKind]
    [anna, *_] = await fill_book(reader.actor, 5)
    for field, value in zip(fields, ("two\nlines", "7", "2000-01-01", "example.org"), strict=True):
        await set_value(reader.actor, 1, field, value)
    options = {"color_scheme": theme, "viewport": {"width": width, "height": 900}}
    book = await open_book(product, reader, f"?open={anna}", bypass_csp=True, **options)
    await expect(book.card.get_by_label("My text")).to_have_value("two\nlines")
    await check(book, "card", "#contact-card")
    await product.go(book.window, f"/contacts?edit={anna}")
    await expect(book.page.locator("#contact-form").get_by_label("My number")).to_have_value("7")
    await check(book, "form", OVERLAY)
    await product.go(book.window, "/contacts?manage=fields")
    await expect(book.page.locator(".field-row")).to_have_count(4)
    await check(book, "manager", OVERLAY)
    await book.page.locator("#add-field").click()
    await expect(book.page.locator("#new-field")).to_be_visible()
    await check(book, "new field", OVERLAY)
    await book.page.keyboard.press("Escape")
    await book.page.get_by_role("button", name="Delete My text").click()
    await expect(book.page.locator("#confirm")).to_contain_text("1 contact loses its value")
    await check(book, "confirmation", OVERLAY)
    if width > 1000:
        await product.go(book.window, "/contacts")
        await choose_columns(book, *(field.name for field in fields))
        await expect(cell(book, "00000", "example.org")).to_be_visible()
        await check(book, "columns")


async def test_everything_about_fields_is_done_with_the_keyboard(product: Product, reader: Person):
    await fill_book(reader.actor, 2)
    book = await open_book(product, reader, "?manage=fields")
    keys = book.page.keyboard
    await expect(book.page.locator("#fields")).to_be_visible()
    await book.page.locator("#add-field").focus()
    await keys.press("Enter")
    await expect(book.page.get_by_label("Name of the field")).to_be_focused()
    await keys.type("Budget")
    await keys.press("Tab")
    await keys.type("Number")
    await keys.press("Shift+Tab")
    await keys.press("Enter")
    await expect(book.page.locator(".field-row")).to_have_count(1)
    await expect(book.page.locator("#new-field")).to_have_count(0)
    await keys.press("Escape")
    await expect(book.page.locator("#fields")).to_have_count(0)
    [field] = await list_fields(reader.actor)
    assert (field.name, field.kind) == ("Budget", "number")
