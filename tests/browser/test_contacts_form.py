"""New contact and edit: every field, nothing lost, nobody overwritten."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.async_api import Locator, expect

from backend.contacts.drafts import AddressDraft, ContactChanges, ContactDraft, EmailDraft
from backend.contacts.queries.consents import all_consents
from backend.contacts.service import create_contact, update_contact
from backend.core.ids import decode_id, encode_id
from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact, read_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


@pytest.fixture
async def book(product: Product, reader: Person) -> Book:
    await fill_book(reader.actor, 20)
    return await open_book(product, reader)


def field(book: Book, name: str) -> Locator:
    return book.page.locator(f"[id='field-{name}']")


def form(book: Book) -> Locator:
    return book.page.locator("#contact-form")


async def opened_id(book: Book) -> int:
    await expect(book.page).to_have_url(re.compile("open="))
    found = re.search(r"open=([^&]+)", book.page.url)
    assert found
    return decode_id(found[1].replace("%3D", "="), "Contact")


async def begin(book: Book) -> None:
    await book.page.keyboard.press("c")
    await expect(field(book, "givenName")).to_be_focused()


async def test_every_field_is_kept(book: Book, reader: Person) -> None:
    await begin(book)
    await book.page.keyboard.type("Élodie")
    await book.page.keyboard.press("Tab")
    await book.page.keyboard.type("D'Àcosta")
    await field(book, "company").fill('Studio "O\'Neill" <b>')
    await field(book, "position").fill("Owner")
    await field(book, "emails-0-address").fill("elodie@example.org")
    await field(book, "emails-0-status").select_option("SUBSCRIBED")
    await field(book, "consentSource").fill("Stand at the fair")
    await form(book).get_by_role("button", name="Add an e-mail").click()
    await expect(field(book, "emails-1-address")).to_be_focused()
    await book.page.keyboard.type("second@example.org")
    await field(book, "emails-1-kind").select_option("WORK")
    await field(book, "phones-0-number").fill("011 555 0123")
    await field(book, "phones-0-kind").select_option("MOBILE")
    await form(book).get_by_role("button", name="Add an address").click()
    await expect(field(book, "addresses-0-street")).to_be_focused()
    await book.page.keyboard.type("Via Po 1")
    await field(book, "addresses-0-city").fill("Torino")
    await field(book, "addresses-0-postalCode").fill("10123")
    labels = form(book).get_by_role("combobox", name="Add labels")
    await labels.fill("Client")
    await book.page.get_by_role("option", name="Create the label “Client”").click()
    await expect(form(book).locator(".chip")).to_have_text(["Client"])
    await labels.press("Escape")
    await form(book).get_by_role("button", name="Save").click()
    await expect(book.toasts).to_contain_text("Élodie D'Àcosta was added")
    await book.count_is("21")
    made = await read_contact(reader.actor, await opened_id(book))
    assert (made.given_name, made.family_name) == ("Élodie", "D'Àcosta")
    assert (made.company, made.position) == ('Studio "O\'Neill" <b>', "Owner")
    assert [(e.address, e.kind, e.status) for e in made.emails] == [
        ("elodie@example.org", "main", "subscribed"),
        ("second@example.org", "work", "never_subscribed"),
    ]
    ((_, step),) = await all_consents(made.pk)
    assert step.proof == "Stand at the fair"
    assert [(p.number, p.kind) for p in made.phones] == [("011 555 0123", "mobile")]
    assert [(a.street, a.city, a.country_code) for a in made.addresses] == [
        ("Via Po 1", "Torino", "IT")
    ]
    assert [label.name for label in made.labels] == ["Client"]


async def test_a_company_is_taken_from_those_of_the_book(book: Book, reader: Person) -> None:
    await new_contact(reader.actor, given_name="Zoë", company="Zürcher & Söhne")
    await begin(book)
    company = field(book, "company")
    await company.click()
    await book.page.keyboard.type("zur", delay=20)
    offered = form(book).locator("#field-company-suggestions [role=option]")
    await expect(offered).to_have_text(["Zürcher & Söhne"])
    await book.page.keyboard.press("Escape")
    await expect(offered).to_be_hidden()
    await book.page.keyboard.type("c")
    await expect(offered).to_be_visible()
    await book.page.keyboard.press("ArrowDown")
    await book.page.keyboard.press("Enter")
    await expect(company).to_have_value("Zürcher & Söhne")
    await book.page.keyboard.press("Control+Enter")
    await book.count_is("22")
    made = await read_contact(reader.actor, await opened_id(book))
    assert made.company == "Zürcher & Söhne"


async def test_a_double_click_makes_one_contact(book: Book) -> None:
    await begin(book)
    await book.page.keyboard.type("Once")
    await form(book).get_by_role("button", name="Save").dblclick()
    await book.count_is("21")
    await book.page.wait_for_timeout(500)
    await book.count_is("21")
    await expect(book.page.locator("carnet-toast")).to_have_count(1)


async def test_refusals_stand_beside_their_fields_and_hold_the_focus(book: Book) -> None:
    await begin(book)
    await form(book).get_by_role("button", name="Add an e-mail").click()
    await expect(field(book, "emails-1-address")).to_be_focused()
    await book.page.keyboard.type("nonsense")
    await field(book, "phones-0-number").fill("no digits")
    await book.page.keyboard.press("Control+Enter")
    await expect(field(book, "emails-1-address")).to_be_focused()
    await expect(book.page.locator("[id='field-emails-1-address-error']")).to_have_text(
        "This is not an e-mail address."
    )
    await expect(field(book, "phones-0-number")).to_have_attribute("aria-invalid", "true")
    await expect(field(book, "emails-0-address")).not_to_have_attribute("aria-invalid", "true")
    await field(book, "emails-1-address").fill("right@example.org")
    await expect(book.page.locator("[id='field-emails-1-address-error']")).to_have_count(0)
    await field(book, "phones-0-number").fill("011 555 0123")
    await book.page.keyboard.press("Control+Enter")
    await book.count_is("21")


async def test_a_contact_with_nothing_in_it_is_refused_in_words(book: Book) -> None:
    await begin(book)
    await book.page.keyboard.press("Control+Enter")
    await expect(form(book).get_by_role("alert")).to_be_visible()
    await book.count_is("20")


async def test_rows_are_put_in_order_and_removed(book: Book, reader: Person) -> None:
    await begin(book)
    await book.page.keyboard.type("Ada")
    await field(book, "emails-0-address").fill("one@example.org")
    for address in ("two@example.org", "three@example.org"):
        await form(book).get_by_role("button", name="Add an e-mail").click()
        await expect(form(book).locator("[id$='-address']:focus")).to_have_value("")
        await book.page.keyboard.type(address)
    await form(book).get_by_role("button", name="Move up").nth(2).click()
    await expect(field(book, "emails-1-address")).to_have_value("three@example.org")
    await form(book).get_by_role("button", name="Remove this e-mail").first.click()
    await expect(field(book, "emails-0-address")).to_have_value("three@example.org")
    await book.page.keyboard.press("Control+Enter")
    made = await read_contact(reader.actor, await opened_id(book))
    assert [e.address for e in made.emails] == ["three@example.org", "two@example.org"]


async def test_an_address_takes_the_order_and_the_words_of_its_country(book: Book) -> None:
    await begin(book)
    await form(book).get_by_role("button", name="Add an address").click()
    await expect(form(book).get_by_label("Province")).to_be_visible()
    country = field(book, "addresses-0-countryCode")
    await country.click()
    await book.page.keyboard.type("united kin")
    await book.page.get_by_role("option", name="United Kingdom").click()
    await expect(form(book).get_by_label("Post town")).to_be_visible()
    await expect(form(book).get_by_label("Province")).to_have_count(0)
    labels = form(book).locator(".address-fields label")
    await expect(labels).to_have_text(
        ["Country", "Street and number", "Flat, building, floor", "Post town", "Postal code"]
    )


async def test_what_an_address_holds_beyond_its_country_is_not_hidden(
    product: Product, reader: Person
) -> None:
    odd = AddressDraft(street="1-2-3 Gion", city="Higashiyama", country_code="JP")
    made = await create_contact(reader.actor, ContactDraft(given_name="Ada", addresses=[odd]))
    book = await open_book(product, reader, f"?edit={encode_id('Contact', made.contact_id)}")
    await expect(form(book).get_by_label("Prefecture")).to_be_visible()
    await expect(form(book).get_by_label("City")).to_have_value("Higashiyama")


async def test_duplicates_are_pointed_out_while_typing(book: Book) -> None:
    await begin(book)
    await field(book, "emails-0-address").fill("PERSON7@example.org")
    found = form(book).locator(".duplicates")
    await expect(found).to_contain_text("Perhaps already here")
    await expect(found).to_contain_text("same e-mail")
    await field(book, "emails-0-address").fill("nobody@example.org")
    await expect(found).to_be_hidden()
    await field(book, "givenName").fill("Denis")
    await field(book, "familyName").fill("00007")
    await expect(found).to_contain_text("similar name")
    await found.get_by_role("link", name="Denis 00007").click()
    await expect(book.card.locator("#quick-familyName")).to_have_value("00007")
    await expect(form(book)).to_have_count(0)


async def test_an_edit_does_not_point_at_itself(book: Book) -> None:
    await book.row("00007").locator(".grid-link").click()
    await expect(book.card).to_be_visible()
    await book.page.keyboard.press("e")
    await field(book, "company").fill("Acme")
    # A close name is pointed at, and so the search is over; the contact itself is not.
    await expect(form(book).locator(".duplicates")).to_contain_text("00006")
    await expect(form(book).locator(".duplicates")).not_to_contain_text("00007")


async def test_a_draft_outlives_the_tab_and_can_be_thrown_away(
    book: Book, product: Product, reader: Person
) -> None:
    await begin(book)
    await book.page.keyboard.type("Unfinished")
    await field(book, "emails-0-address").fill("half@example.or")
    await book.page.context.close()
    later = await open_book(product, reader, "?new=1")
    await expect(later.page.get_by_text("Draft restored")).to_be_visible()
    await expect(field(later, "givenName")).to_have_value("Unfinished")
    await expect(field(later, "emails-0-address")).to_have_value("half@example.or")
    await form(later).get_by_role("button", name="Discard").click()
    await expect(field(later, "givenName")).to_have_value("")
    await later.page.reload()
    await expect(field(later, "givenName")).to_have_value("")
    await expect(later.page.get_by_text("Draft restored")).to_have_count(0)


async def test_closing_asks_what_becomes_of_what_was_typed(book: Book) -> None:
    await begin(book)
    await book.page.keyboard.press("Escape")
    await expect(form(book)).to_have_count(0)
    await begin(book)
    await book.page.keyboard.type("Ada")
    await book.page.keyboard.press("Escape")
    leaving = book.page.locator("#leaving")
    await leaving.get_by_role("button", name="Go on editing").click()
    await expect(field(book, "givenName")).to_have_value("Ada")
    await form(book).get_by_role("button", name="Cancel").click()
    await leaving.get_by_role("button", name="Keep the draft").click()
    await expect(form(book)).to_have_count(0)
    await book.page.keyboard.press("c")
    await expect(field(book, "givenName")).to_have_value("Ada")
    await book.page.keyboard.press("Escape")
    await leaving.get_by_role("button", name="Discard").click()
    await expect(form(book)).to_have_count(0)
    await begin(book)
    await expect(field(book, "givenName")).to_have_value("")


async def test_an_edit_saves_what_it_changed_and_leaves_the_rest(
    product: Product, reader: Person
) -> None:
    draft = ContactDraft(given_name="Ada", company="Looms", emails=[EmailDraft("ada@example.org")])
    made = await create_contact(reader.actor, draft)
    book = await open_book(product, reader, f"?edit={encode_id('Contact', made.contact_id)}")
    await expect(field(book, "company")).to_have_value("Looms")
    before = await read_contact(reader.actor, made.contact_id)
    await update_contact(
        reader.actor, made.contact_id, before.version, ContactChanges(position="Countess")
    )
    await field(book, "company").fill("Engines")
    await form(book).get_by_role("button", name="Save").click()
    await expect(form(book)).to_have_count(0)
    after = await read_contact(reader.actor, made.contact_id)
    assert (after.company, after.position) == ("Engines", "Countess")
    assert after.emails == before.emails


async def test_two_edits_of_the_same_field_are_settled_field_by_field(
    product: Product, reader: Person, member: Person
) -> None:
    draft = ContactDraft(given_name="Ada", company="Looms", position="Weaver")
    made = await create_contact(reader.actor, draft)
    book = await open_book(product, reader, f"?edit={encode_id('Contact', made.contact_id)}")
    await field(book, "company").fill("My Engines")
    await field(book, "position").fill("My Post")
    theirs = ContactChanges(company="Their Engines", position="Their Post")
    await update_contact(member.actor, made.contact_id, 1, theirs)
    await form(book).get_by_role("button", name="Save").click()
    dialog = book.page.locator("#conflict")
    await expect(dialog).to_contain_text("Marc Petit")
    await dialog.locator("fieldset", has_text="Position").get_by_text("Take theirs").click()
    await dialog.get_by_role("button", name="Save").click()
    await expect(form(book)).to_have_count(0)
    after = await read_contact(reader.actor, made.contact_id)
    assert (after.company, after.position) == ("My Engines", "Their Post")


async def test_a_draft_of_an_edit_remembers_what_it_started_from(
    product: Product, reader: Person, member: Person
) -> None:
    made = await create_contact(reader.actor, ContactDraft(given_name="Ada", company="Looms"))
    place = f"?edit={encode_id('Contact', made.contact_id)}"
    book = await open_book(product, reader, place)
    await field(book, "company").fill("My Engines")
    await expect(form(book).get_by_text("Draft kept")).to_be_visible()
    await book.page.context.close()
    await update_contact(member.actor, made.contact_id, 1, ContactChanges(company="Their Engines"))
    later = await open_book(product, reader, place)
    await expect(field(later, "company")).to_have_value("My Engines")
    await form(later).get_by_role("button", name="Save").click()
    await expect(later.page.locator("#conflict")).to_contain_text("Their Engines")


async def test_a_photo_is_chosen_before_there_is_a_contact(book: Book) -> None:
    await begin(book)
    await book.page.keyboard.type("Pictured")
    picture = BytesIO()
    Image.new("RGB", (300, 200), (31, 107, 84)).save(picture, "PNG")
    photo = {"name": "photo.png", "mimeType": "image/png", "buffer": picture.getvalue()}
    await form(book).get_by_label("Add a photo").set_input_files(photo)  # type: ignore[arg-type]
    await expect(form(book).locator(".form-photo")).to_have_attribute("data-chosen", "")
    await expect(form(book).locator(".form-photo-face .i-check")).to_be_attached()
    book.window.tolerated.append("status of 400")
    spoilt = {"name": "photo.png", "mimeType": "image/png", "buffer": b"<html>"}
    await form(book).get_by_label("Add a photo").set_input_files(spoilt)  # type: ignore[arg-type]
    # Said over the drawer, which is all of the page on a phone; what was sent before is kept.
    await expect(book.toasts.locator(".toast-error")).to_contain_text("not an image")
    await expect(book.page.locator(".toasts:popover-open")).to_be_visible()
    await expect(form(book).locator(".form-photo:not([data-chosen])")).to_be_visible()
    await expect(form(book).get_by_text("Draft kept")).to_be_visible()
    await form(book).get_by_role("button", name="Save").click()
    await expect(book.card.locator(".avatar img")).to_be_visible()


async def test_an_edit_of_nobody_says_so(book: Book, product: Product) -> None:
    await product.go(book.window, "/contacts?edit=Q29udGFjdDo5OTk5OTk5")
    await expect(form(book).get_by_role("heading", name="This contact is gone")).to_be_visible()
