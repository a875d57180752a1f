"""The quick view: its own place, edited where one reads, true while it is open."""

from __future__ import annotations

import asyncio
import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.async_api import Locator, expect

from backend.contacts.drafts import AddressDraft, ContactChanges, ContactDraft, EmailDraft
from backend.contacts.selections import SelectedIds
from backend.contacts.service import create_contact, delete_contacts, update_contact
from backend.core.ids import decode_id, encode_id
from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_label, read_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


@pytest.fixture
async def ids(reader: Person) -> list[str]:
    return await fill_book(reader.actor, 120)


@pytest.fixture
async def book(product: Product, reader: Person, ids: list[str]) -> Book:
    return await open_book(product, reader)


async def open_card(book: Book, family: str) -> None:
    await book.row(family).locator(".grid-link").click()
    await expect(book.card.locator("#quick-familyName")).to_have_value(family)


async def test_a_name_opens_the_card_and_the_rows_are_not_sent_again(book: Book) -> None:
    before = len(book.window.frames_received)
    await open_card(book, "00004")
    frames = "".join(book.window.frames_received[before:])
    assert "grid-row" not in frames
    await expect(book.row("00004")).to_have_attribute("data-opened", "")
    await book.page.go_back()
    await expect(book.card).to_have_count(0)
    frame = await book.page.locator(".sidebar").bounding_box()
    assert frame
    assert frame["height"] == 900, "what waits unseen in the frame takes room"


async def test_a_link_opens_the_same_card(
    book: Book, product: Product, reader: Person, ids: list[str]
) -> None:
    await open_card(book, "00004")
    assert f"open={ids[4].rstrip('=')}" in book.page.url
    other = await open_book(product, reader, "?" + book.page.url.split("?")[1])
    await expect(other.card.locator("#quick-familyName")).to_have_value("00004")


async def test_the_arrows_go_through_the_list_as_it_is_sorted(book: Book) -> None:
    await book.page.locator("[data-column=name] .grid-heading-sorts").click()
    await open_card(book, "00110")
    await book.card.get_by_role("button", name="Next contact").click()
    await expect(book.card.locator("#quick-familyName")).to_have_value("00109")
    await book.card.get_by_role("button", name="Previous contact").click()
    await book.card.get_by_role("button", name="Previous contact").click()
    await expect(book.card.locator("#quick-familyName")).to_have_value("00111")


async def test_arrows_reach_neighbours_that_are_not_loaded(
    product: Product, reader: Person, ids: list[str]
) -> None:
    book = await open_book(product, reader, f"?open={ids[90]}")
    await book.card.get_by_role("button", name="Next contact").click()
    await expect(book.card.locator("#quick-familyName")).to_have_value("00091")


async def test_enter_saves_and_escape_restores(book: Book) -> None:
    await open_card(book, "00004")
    field = book.card.get_by_label("Company")
    await field.fill("Acme & Sons")
    await field.press("Enter")
    await expect(book.row("00004").locator(".grid-company")).to_have_text("Acme & Sons")
    await field.fill("Nothing of it")
    await field.press("Escape")
    await expect(field).to_have_value("Acme & Sons")
    await expect(book.card).to_be_visible()
    changed = book.card.locator(".quick-facts time").nth(1)
    await changed.evaluate("at => (at.dateTime = new Date(Date.now() - 7_200_000).toISOString())")
    await expect(changed).to_have_text("2 hours ago")
    await book.page.reload()
    await expect(book.card.get_by_label("Company")).to_have_value("Acme & Sons")


async def test_leaving_a_field_saves_it(book: Book) -> None:
    await open_card(book, "00004")
    await book.card.get_by_label("Position").fill("Owner")
    await book.card.get_by_label("Company").focus()
    await expect(book.card.get_by_text("now").first).to_be_visible()
    await book.page.reload()
    await expect(book.card.get_by_label("Position")).to_have_value("Owner")


async def test_a_wrong_address_is_refused_beside_it(book: Book) -> None:
    await open_card(book, "00004")
    field = book.card.get_by_label("E-mail", exact=True)
    await field.fill("nonsense")
    await field.press("Enter")
    await expect(book.card.get_by_role("alert")).to_have_text("This is not an e-mail address.")
    await expect(field).to_have_attribute("aria-invalid", "true")
    await field.fill("right@example.org")
    await field.press("Enter")
    await expect(book.row("00004").locator(".grid-email")).to_have_text("right@example.org")
    await expect(book.card.get_by_role("alert")).to_have_count(0)


async def test_a_first_phone_is_added_and_an_emptied_one_goes(
    product: Product, reader: Person
) -> None:
    made = await create_contact(reader.actor, ContactDraft(given_name="Ada"))
    book = await open_book(product, reader, f"?open={encode_id('Contact', made.contact_id)}")
    await book.card.get_by_label("Add a phone").fill("011 555 0199")
    await book.card.get_by_label("Add a phone").press("Enter")
    link = book.card.get_by_role("link", name=re.compile("Call"))
    await expect(link).to_have_attribute("href", re.compile("^tel:"))
    await book.card.get_by_label("Phone", exact=True).fill("")
    await book.card.get_by_label("Phone", exact=True).press("Enter")
    await expect(link).to_have_count(0)


async def type_while_a_colleague_saves(
    book: Book, colleague: Person, contact_id: str, theirs: ContactChanges
) -> tuple[Locator, int]:
    """Type "Mine" into the position of contact 00004, which a colleague changes meanwhile; return
    the field and the contact's key.
    """
    await open_card(book, "00004")
    field = book.card.get_by_label("Position")
    await field.press_sequentially("Mine")
    key = decode_id(contact_id, "Contact")
    version = (await read_contact(colleague.actor, key)).version
    await update_contact(colleague.actor, key, version, theirs)
    return field, key


async def test_what_others_change_shows_but_not_over_what_one_types(
    book: Book, member: Person, ids: list[str]
) -> None:
    theirs = ContactChanges(company="Acme", position="Theirs")
    field, _ = await type_while_a_colleague_saves(book, member, ids[4], theirs)
    await expect(book.card.get_by_label("Company")).to_have_value("Acme")
    await expect(field).to_have_value("Mine")
    await field.press("Enter")
    dialog = book.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Marc Petit changed the same")
    await expect(dialog).to_contain_text("Theirs")
    await dialog.get_by_text("Take theirs").click()
    await dialog.get_by_role("button", name="Save").click()
    await expect(field).to_have_value("Theirs")


async def test_mine_is_kept_when_asked_for(book: Book, member: Person, ids: list[str]) -> None:
    theirs = ContactChanges(position="Theirs")
    field, key = await type_while_a_colleague_saves(book, member, ids[4], theirs)
    await field.press("Enter")
    await book.page.get_by_role("dialog").get_by_role("button", name="Save").click()
    await expect(book.page.get_by_role("dialog")).to_have_count(0)
    async with asyncio.timeout(10):
        while (await read_contact(member.actor, key)).position != "Mine":
            await asyncio.sleep(0.05)


async def test_changes_of_other_fields_do_not_stand_in_the_way(
    book: Book, member: Person, ids: list[str]
) -> None:
    theirs = ContactChanges(company="Acme")
    field, key = await type_while_a_colleague_saves(book, member, ids[4], theirs)
    await field.press("Enter")
    await expect(book.card.get_by_label("Company")).to_have_value("Acme")
    await expect(book.page.get_by_role("dialog")).to_have_count(0)
    await expect(book.card.get_by_text("Olga Rossi")).to_be_visible()
    after = await read_contact(member.actor, key)
    assert (after.company, after.position) == ("Acme", "Mine")


async def test_labels_are_put_on_taken_off_and_made_on_the_spot(
    product: Product, reader: Person, ids: list[str]
) -> None:
    await new_label(reader.actor, "Client")
    book = await open_book(product, reader, f"?open={ids[1]}")
    box = book.card.get_by_role("combobox", name="Add labels")
    await box.fill("cli")
    await box.press("Enter")
    await expect(book.row("00001").locator(".grid-label")).to_have_text(["Client"])
    await box.fill("Fair")
    await book.page.get_by_role("option", name="Create the label “Fair”").click()
    await expect(book.row("00001").locator(".grid-label")).to_have_text(["Client", "Fair"])
    await box.press("Escape")
    await book.card.get_by_role("button", name="Remove Client").click()
    await expect(book.row("00001").locator(".grid-label")).to_have_text(["Fair"])


async def test_a_photo_is_sent_shown_and_taken_away(book: Book) -> None:
    await open_card(book, "00004")
    picture = BytesIO()
    Image.new("RGB", (300, 200), (31, 107, 84)).save(picture, "PNG")
    photo = {"name": "photo.png", "mimeType": "image/png", "buffer": picture.getvalue()}
    await book.card.get_by_label("Change the photo").set_input_files(photo)  # type: ignore[arg-type]
    image = book.card.locator(".avatar img")
    await expect(image).to_be_visible()
    assert await image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    await expect(book.row("00004").locator(".avatar img")).to_be_visible()
    await book.card.get_by_role("button", name="Remove the photo").focus()
    await book.page.keyboard.press("Enter")
    await expect(image).to_have_count(0)


async def test_a_file_that_is_no_picture_is_refused(book: Book) -> None:
    await open_card(book, "00004")
    book.window.tolerated.append("400")
    lie = {"name": "photo.png", "mimeType": "image/png", "buffer": b"%PDF-1.7 not a picture"}
    await book.card.get_by_label("Change the photo").set_input_files(lie)  # type: ignore[arg-type]
    await expect(book.toasts.locator(".toast-error")).to_be_visible()
    await expect(book.card.locator(".avatar img")).to_have_count(0)


async def test_addresses_are_laid_out_as_their_country_does(
    product: Product, reader: Person
) -> None:
    address = AddressDraft(
        street="10 rue de la Paix", city="Paris", postal_code="75002", country_code="FR"
    )
    draft = ContactDraft(
        given_name="Ada", addresses=[address], emails=[EmailDraft("a@example.org")]
    )
    made = await create_contact(reader.actor, draft)
    book = await open_book(product, reader, f"?open={encode_id('Contact', made.contact_id)}")
    lines = book.card.locator(".quick-address span")
    await expect(lines).to_have_text(["10 rue de la Paix", "75002 Paris", "France"])
    mail = book.card.get_by_role("link", name="Write to a@example.org")
    await expect(mail).to_have_attribute("href", "mailto:a@example.org")


async def test_a_copy_says_that_it_was_made(book: Book) -> None:
    await book.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await open_card(book, "00004")
    await book.card.get_by_role("button", name="Copy").first.click()
    await expect(book.card.get_by_role("button", name="Copied")).to_be_visible()
    assert await book.page.evaluate("navigator.clipboard.readText()") == "person4@example.org"


async def test_delete_asks_and_can_be_undone(book: Book) -> None:
    await open_card(book, "00004")
    await book.card.get_by_role("button", name="More actions").click()
    await book.page.get_by_role("menuitem", name="Delete contact").click()
    dialog = book.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Delete Adele 00004?")
    await dialog.get_by_role("button", name="Delete").click()
    await expect(book.card).to_have_count(0)
    await book.count_is("119")
    link = book.toasts.get_by_role("link", name="Trash")
    await expect(link).to_have_attribute("href", "/contacts?deleted=1")
    await book.toasts.get_by_role("button", name="Undo").click()
    await book.count_is("120")


async def test_a_card_of_a_contact_deleted_meanwhile_offers_to_restore_it(
    book: Book, member: Person, ids: list[str]
) -> None:
    await open_card(book, "00004")
    await delete_contacts(member.actor, SelectedIds((decode_id(ids[4], "Contact"),)))
    await expect(book.card.get_by_role("alert")).to_contain_text("Deleted")
    await book.card.get_by_role("button", name="Restore").click()
    await expect(book.card.get_by_role("alert")).to_have_count(0)
    await expect(book.row("00004")).to_be_visible()


@pytest.mark.parametrize("open_id", ["nonsense", "Q29udGFjdDo5OTk5OTk5"])
async def test_a_card_of_nobody_says_so(
    open_id: str, product: Product, reader: Person, ids: list[str]
) -> None:
    book = await open_book(product, reader, f"?open={open_id}")
    await expect(book.card.get_by_role("heading", name="This contact is gone")).to_be_visible()
    await book.card.get_by_role("button", name="Close").click()
    await expect(book.card).to_have_count(0)


async def test_on_a_phone_the_card_is_the_page(
    product: Product, reader: Person, ids: list[str]
) -> None:
    phone = {"width": 390, "height": 844}
    book = await open_book(product, reader, viewport=phone, has_touch=True, is_mobile=True)
    await expect(book.row("00004").locator(".grid-company")).to_be_visible()
    await expect(book.row("00004").locator(".grid-phone")).to_be_hidden()
    await book.row("00004").locator(".grid-link").tap()
    box = await book.card.bounding_box()
    assert box
    assert box["width"] >= 388
    await book.card.get_by_role("button", name="Close").tap()
    await expect(book.row("00004").locator(".grid-link")).to_be_visible()


CUT = """words => words.filter(word => {
    const text = document.createRange();
    text.selectNodeContents(word);
    return text.getBoundingClientRect().width > word.getBoundingClientRect().width;
}).map(word => word.textContent)"""


async def test_a_viewer_reads_the_card_and_changes_nothing(
    product: Product, viewer: Person, ids: list[str]
) -> None:
    phone = {"width": 390, "height": 844}
    book = await open_book(product, viewer, f"?open={ids[4]}", viewport=phone, is_mobile=True)
    await expect(book.card).to_contain_text("person4@example.org")
    words = book.page.locator(".sidebar > :not(.account-menu-anchor) .sidebar-words:visible")
    assert await words.evaluate_all(CUT) == []
    await expect(book.card.locator("input")).to_have_count(0)
    await expect(book.card.get_by_role("button", name="Modifier le contact")).to_have_count(0)
